import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { searchAudit } from "./queries";
import { auditFilter, auditLineShape } from "./schema";

export const auditEndpoints = [
  defineEndpoint({
    method: "get", path: "/audit", tag: "audit", summary: "审计记录，从新到旧", needs: "audit.read",
    query: z.strictObject({ ...auditFilter.shape, ...pageQuery }), response: pageOf(auditLineShape),
    read: async (actor, { cursor, limit, ...filter }) => cutPage(await searchAudit(actor, filter, { cursor, limit }), limit),
  }),
];
