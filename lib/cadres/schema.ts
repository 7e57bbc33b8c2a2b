import { z } from "zod";
import { isDay } from "@/lib/foundation/calendar";
import { id, phone, search, shortText, version } from "@/lib/foundation/schema";
import { retiredChoice } from "@/lib/units/schema";
import { CadreRank } from "@/prisma/generated/enums";

export const cadreRanks = Object.values(CadreRank);

const fields = { name: shortText(40), unitId: id, post: shortText(60), rank: z.enum(CadreRank) };
const masked = /^\d{3,4}\*{4}\d{2,4}$/;

/** A phone in a form of change. Left out, or masked as the form shows it, it stays as it is; empty takes it away. */
export const changedPhone = z.union([z.string().trim().regex(masked).transform(() => undefined), phone]).optional();

/** A day that a form may leave empty. */
export const optionalDay = z
  .string()
  .max(20)
  .refine((text) => text === "" || isDay(text), "notADay")
  .transform((text) => text || undefined)
  .optional();

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
