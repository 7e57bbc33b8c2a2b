import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { day, id } from "@/lib/foundation/schema";
import { correctReport, returnReport, submitReports, verifyReport } from "./commands";
import { findReport, pageReports } from "./queries";
import { reportShape, reportStatuses } from "./schema";

const tag = "reports";
const written = z.strictObject({ id: z.uuid() });
/** What the sentence of a refusal speaks of. */
const values = z.strictObject({
  name: z.string(), day: z.string(), year: z.number(), amount: z.string(), right: z.string(), beforeDay: z.string(), before: z.string(), afterDay: z.string(), after: z.string(),
});
const submitted = z.strictObject({
  saved: z.array(z.strictObject({ projectId: z.uuid(), id: z.uuid(), version: z.number(), marks: z.array(z.string()).max(10) })).max(300),
  refused: z.array(z.strictObject({ projectId: z.uuid(), code: z.string(), values })).max(300),
});

export const reportEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/reports",
    tag,
    summary: "周报列表，可按项目、填报日、状态筛选；不含草稿；按草稿查询时只列本人可填报项目的",
    needs: "report.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), projectId: id.optional(), week: day.optional(), status: z.enum(reportStatuses).optional() }),
    response: pageOf(reportShape),
    read: async (actor, query) => cutPage(await pageReports(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/reports/{id}",
    tag,
    summary: "一份周报；草稿只有可填报该项目的人能看",
    needs: "report.read",
    query: z.strictObject({ id }),
    response: reportShape,
    read: (actor, query) => findReport(actor, query.id),
  }),
  defineEndpoint({ method: "post", path: "/reports", tag, summary: "提交一周的周报，一份或多份；多份时不合规则的逐份退出并说明，其余照常保存", command: submitReports, response: submitted }),
  defineEndpoint({ method: "patch", path: "/reports/{id}/verify", tag, summary: "审核通过", command: verifyReport, response: written }),
  defineEndpoint({ method: "patch", path: "/reports/{id}/return", tag, summary: "退回，须写明原因", command: returnReport, response: written }),
  defineEndpoint({ method: "patch", path: "/reports/{id}/correct", tag, summary: "更正累计完成投资，须写明原因", command: correctReport, response: written }),
];
