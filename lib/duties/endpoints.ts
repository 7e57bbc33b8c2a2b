import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { endDuty, giveDuties } from "./commands";
import { pageDuties } from "./queries";
import { dutyShape } from "./schema";

const tag = "duties";

export const dutyEndpoints = [
  defineEndpoint({
    method: "get", path: "/duties", tag, summary: "包联责任：谁在哪一段时间对哪个项目或企业负责", needs: "duty.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), projectId: id.optional(), enterpriseId: id.optional(), cadreId: id.optional() }),
    response: pageOf(dutyShape),
    read: async (actor, query) => cutPage(await pageDuties(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "post", path: "/duties", tag, summary: "明确一个县区的包联责任，一次 1 至 500 项", command: giveDuties, response: z.strictObject({ ids: z.array(z.uuid()).max(500) }),
  }),
  defineEndpoint({ method: "patch", path: "/duties/{id}/end", tag, summary: "结束一项责任", command: endDuty, response: z.strictObject({ id: z.uuid() }) }),
];
