import { z } from "zod";
import { day, id, shortText, version } from "@/lib/foundation/schema";
import { DistrictKind } from "@/prisma/generated/enums";

const fields = { kind: z.enum(DistrictKind), name: shortText(60), shortName: shortText(20), sortOrder: z.coerce.number().int().min(0).max(9999).default(0) };

export const foundCitySchema = z.strictObject({ name: fields.name, shortName: fields.shortName });
/** A city is founded, not added: what is added to it is not one. */
export const addDistrictSchema = z.strictObject({ ...fields, kind: fields.kind.exclude(["city"]) });
export const changeDistrictSchema = z.strictObject({ ...fields, id, version });
export const retireDistrictSchema = z.strictObject({ id, version });
export const setSettingSchema = z.strictObject({ districtId: id, key: z.string().max(60), value: z.union([z.number(), z.string().max(60)]), fromOn: day });
