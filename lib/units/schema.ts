import { z } from "zod";
import { id, retiredChoice, search, shortText, version } from "@/lib/foundation/schema";
import { UnitKind } from "@/prisma/generated/enums";

export const unitKinds = Object.values(UnitKind);

const fields = { kind: z.enum(UnitKind), name: shortText(60), shortName: shortText(20), sortOrder: z.coerce.number().int().min(0).max(9999).default(0) };

export const addUnitSchema = z.strictObject({ ...fields, districtId: id });
export const changeUnitSchema = z.strictObject({ ...fields, id, version });
export const retireUnitSchema = z.strictObject({ id, version });

/** What the address of a ledger says. Whatever does not fit is as good as not said. */

export const unitSorts = ["order", "name", "cadres"] as const;
export const unitFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  kind: z.enum(UnitKind).optional().catch(undefined),
  retired: retiredChoice,
  sort: z.enum(["order", "-order", "name", "-name", "cadres", "-cadres"]).catch("order"),
});
export type UnitFilter = z.infer<typeof unitFilter>;

export const unitShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  kind: z.enum(UnitKind),
  name: z.string(),
  shortName: z.string(),
  sortOrder: z.number(),
  retiredOn: z.string().nullable(),
  mergedIntoId: z.string().nullable(),
  version: z.number(),
});
export const unitInDetailShape = unitShape.extend({
  districtName: z.string(),
  mergedInto: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
});
