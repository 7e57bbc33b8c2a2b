import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { addEnterprise, changeEnterprise, retireEnterprise, setWhitelisting } from "./commands";
import { findEnterprise, pageEnterprises } from "./queries";
import { enterpriseInDetailShape, enterpriseShape } from "./schema";

const tag = "enterprises";
const written = z.strictObject({ id: z.uuid() });

export const enterpriseEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/enterprises",
    tag,
    summary: "企业列表，电话已脱敏",
    needs: "enterprise.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional() }),
    response: pageOf(enterpriseShape),
    read: async (actor, query) => cutPage(await pageEnterprises(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/enterprises/{id}",
    tag,
    summary: "一家企业及其列入白名单的时段",
    needs: "enterprise.read",
    query: z.strictObject({ id }),
    response: enterpriseInDetailShape,
    read: (actor, query) => findEnterprise(actor, query.id),
  }),
  defineEndpoint({ method: "post", path: "/enterprises", tag, summary: "新增企业", command: addEnterprise, response: written }),
  defineEndpoint({ method: "patch", path: "/enterprises/{id}", tag, summary: "修改企业", command: changeEnterprise, response: written }),
  defineEndpoint({
    method: "patch",
    path: "/enterprises/{id}/whitelisting",
    tag,
    summary: "列入或移出四保白名单",
    command: setWhitelisting,
    response: written,
  }),
  defineEndpoint({ method: "patch", path: "/enterprises/{id}/retire", tag, summary: "停用企业", command: retireEnterprise, response: written }),
];
