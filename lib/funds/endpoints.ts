import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id, year } from "@/lib/foundation/schema";
import { addFunds, withdrawFund } from "./commands";
import { pageFunds } from "./queries";
import { fundShape } from "./schema";

const tag = "funds";

export const fundEndpoints = [
  defineEndpoint({
    method: "get", path: "/funds", tag, summary: "资金台账，单位万元；含已撤销的（withdrawnOn 不为空）", needs: "fund.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional(), projectId: id.optional(), year: year.optional() }),
    response: pageOf(fundShape),
    read: async (actor, query) => cutPage(await pageFunds(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "post", path: "/funds", tag, summary: "登记一个县区的资金，一次 1 至 500 笔；projectId 留空为全县区的", command: addFunds, response: z.strictObject({ ids: z.array(z.uuid()).max(500) }),
  }),
  defineEndpoint({ method: "patch", path: "/funds/{id}/withdraw", tag, summary: "撤销一笔登记错的资金", command: withdrawFund, response: z.strictObject({ id: z.uuid() }) }),
];
