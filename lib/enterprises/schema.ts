import { z } from "zod";
import { changedPhone, id, optionalDay, optionalText, phone, retiredChoice, search, shortText, version } from "@/lib/foundation/schema";
import { hasRightCheck, normalizeUscc, usccForm } from "./rules";

const uscc = z.string().trim().min(1).max(60).transform(normalizeUscc).pipe(z.string().regex(usccForm, "badUscc").refine((code) => !usccForm.test(code) || hasRightCheck(code), "badUsccCheck"));
const fields = { name: shortText(100), uscc, address: optionalText(200), contactName: optionalText(40) };

export const addEnterpriseSchema = z.strictObject({ ...fields, districtId: id, phone });
export const changeEnterpriseSchema = z.strictObject({ ...fields, id, version, phone: changedPhone });
/** On the 四保 whitelist or off it, from a day on; today unless said. */
export const setWhitelistingSchema = z.strictObject({ id, version, isWhitelisted: z.boolean(), fromOn: optionalDay });
export const retireEnterpriseSchema = z.strictObject({ id, version });
export const reinstateEnterpriseSchema = z.strictObject({ id, version });
export const revealPhoneSchema = z.strictObject({ id });

export const enterpriseSorts = ["name", "uscc", "district"] as const;
export const enterpriseFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  whitelisted: z.enum(["yes", "no"]).optional().catch(undefined),
  retired: retiredChoice,
  sort: z.enum(["name", "-name", "uscc", "-uscc", "district", "-district"]).catch("name"),
});
export type EnterpriseFilter = z.infer<typeof enterpriseFilter>;

export const enterpriseShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  districtName: z.string(),
  name: z.string(),
  uscc: z.string(),
  address: z.string().nullable(),
  contactName: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  isWhitelisted: z.boolean(),
  retiredOn: z.string().nullable(),
  version: z.number(),
});
export const enterpriseInDetailShape = enterpriseShape.extend({
  whitelistings: z.array(z.strictObject({ id: z.uuid(), fromOn: z.string(), toOn: z.string().nullable() })).max(500),
});
