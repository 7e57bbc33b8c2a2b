import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { id } from "@/lib/foundation/schema";
import { addEnterprise, changeEnterprise, retireEnterprise, setWhitelisting } from "./commands";
import { findEnterprise, pageEnterprises } from "./queries";
import { enterpriseInDetailShape, enterpriseShape } from "./schema";

const tag = "Enterprises";
const written = z.strictObject({ id: z.uuid() });

export const enterpriseEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/enterprises",
    tag,
    summary: "List enterprises, phones masked",
    needs: "enterprise.read",
    query: z.strictObject({ ...pageQuery, districtId: id.optional() }),
    response: pageOf(enterpriseShape),
    read: async (actor, query) => cutPage(await pageEnterprises(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get",
    path: "/enterprises/{id}",
    tag,
    summary: "Read an enterprise with its times on the whitelist",
    needs: "enterprise.read",
    query: z.strictObject({ id }),
    response: enterpriseInDetailShape,
    read: (actor, query) => findEnterprise(actor, query.id),
  }),
  defineEndpoint({ method: "post", path: "/enterprises", tag, summary: "Add an enterprise", command: addEnterprise, response: written }),
  defineEndpoint({ method: "patch", path: "/enterprises/{id}", tag, summary: "Change an enterprise", command: changeEnterprise, response: written }),
  defineEndpoint({
    method: "patch",
    path: "/enterprises/{id}/whitelisting",
    tag,
    summary: "Put an enterprise on the whitelist, or take it off",
    command: setWhitelisting,
    response: written,
  }),
  defineEndpoint({ method: "patch", path: "/enterprises/{id}/retire", tag, summary: "Retire an enterprise", command: retireEnterprise, response: written }),
];
