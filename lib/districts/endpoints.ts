import { z } from "zod";
import { cutPage, defineEndpoint, pageOf, pageQuery } from "@/lib/foundation/endpoint";
import { DistrictKind } from "@/prisma/generated/enums";
import { findDistrict, pageDistricts } from "./queries";

const districtShape = z.strictObject({
  id: z.uuid(),
  cityId: z.uuid(),
  kind: z.enum(DistrictKind),
  name: z.string(),
  shortName: z.string(),
  sortOrder: z.number(),
  retiredOn: z.string().nullable(),
  version: z.number(),
});

export const districtEndpoints = [
  defineEndpoint({
    method: "get", path: "/districts", tag: "districts", summary: "县区、开发区和市", needs: "district.read",
    query: z.strictObject(pageQuery), response: pageOf(districtShape),
    read: async (actor, query) => cutPage(await pageDistricts(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get", path: "/districts/{id}", tag: "districts", summary: "一个县区", needs: "district.read",
    query: z.strictObject({ id: z.uuid() }), response: districtShape,
    read: (actor, { id }) => findDistrict(actor, id),
  }),
];
