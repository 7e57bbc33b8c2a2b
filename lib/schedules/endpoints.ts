import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { pageMilestones } from "./queries";
import { milestoneShape } from "./schema";

export const scheduleEndpoints = [
  defineEndpoint({
    method: "get", path: "/milestones", tag: "schedules", summary: "项目节点：基准日期、现计划日期、完成日期", needs: "schedule.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), projectId: id.optional() }),
    response: pageOf(milestoneShape),
    read: async (actor, query) => cutPage(await pageMilestones(actor, query), query.limit),
  }),
];
