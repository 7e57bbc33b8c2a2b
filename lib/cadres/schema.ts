import { z } from "zod";
import { changedPhone, id, optionalDay, phone, retiredChoice, search, shortText, version } from "@/lib/foundation/schema";
import { CadreRank } from "@/prisma/generated/enums";

export const cadreRanks = Object.values(CadreRank);

const fields = { name: shortText(40), unitId: id, post: shortText(60), rank: z.enum(CadreRank) };
export const addCadresSchema = z.strictObject({
  districtId: id,
  cadres: z
    .array(z.strictObject({ ...fields, phone, fromOn: optionalDay }))
    .min(1)
    .max(500),
});
/** `fromOn`: since when another unit, post or rank holds; today unless said. */
export const changeCadreSchema = z.strictObject({ ...fields, id, version, phone: changedPhone, fromOn: optionalDay });
export const retireCadreSchema = z.strictObject({ id, version });
export const revealPhoneSchema = z.strictObject({ id });

export const cadreSorts = ["unit", "name", "rank"] as const;
export const cadreFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  unitId: id.optional().catch(undefined),
  rank: z.enum(CadreRank).optional().catch(undefined),
  retired: retiredChoice,
  sort: z.enum(["unit", "-unit", "name", "-name", "rank", "-rank"]).catch("unit"),
});
export type CadreFilter = z.infer<typeof cadreFilter>;

/** Of a cadre of the city, a district's people see name, unit and post alone. */
export const cadreShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  districtName: z.string(),
  name: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  post: z.string(),
  rank: z.enum(CadreRank).nullable(),
  phoneMasked: z.string().nullable(),
  retiredOn: z.string().nullable(),
  version: z.number(),
});
export const cadreInDetailShape = cadreShape.extend({
  posts: z
    .array(
      z.strictObject({
        id: z.uuid(),
        unitId: z.uuid(),
        unitName: z.string(),
        post: z.string(),
        rank: z.enum(CadreRank),
        fromOn: z.string(),
        toOn: z.string().nullable(),
      }),
    )
    .max(500),
});
