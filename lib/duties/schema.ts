import { z } from "zod";
import { id, optionalDay, optionalText, phone, shortText, version } from "@/lib/foundation/schema";
import { DutyKind } from "@/prisma/generated/enums";

export const dutyKinds = Object.values(DutyKind);

/** Of a project or of an enterprise; only a service officer answers for an enterprise. */
const duty = z
  .strictObject({ projectId: id.optional(), enterpriseId: id.optional(), kind: z.enum(DutyKind), cadreId: id, fromOn: optionalDay })
  .superRefine(({ projectId, enterpriseId, kind }, context) => {
    if (projectId && enterpriseId) context.addIssue({ code: "custom", path: ["enterpriseId"], message: "dutyOfOne" });
    else if (!projectId && !enterpriseId) context.addIssue({ code: "custom", path: ["projectId"], message: "required" });
    else if (enterpriseId && kind !== "service_officer") context.addIssue({ code: "custom", path: ["kind"], message: "dutyOfProject" });
  });
/** `fromOn`: the day from which it holds; today unless said. */
export const giveDutiesSchema = z.strictObject({ districtId: id, duties: z.array(duty).min(1).max(500) });
export type GivenDuty = z.infer<typeof duty>;

/** `on`: the day on which somebody stops; at its end they no longer answer. Today unless said. */
const ending = { id, version, on: optionalDay, reason: shortText(200) };
export const endDutySchema = z.strictObject(ending);
export const endSiteUnitSchema = z.strictObject(ending);
export const endBuilderContactSchema = z.strictObject(ending);

/** `id` is the project's. */
export const setSiteUnitSchema = z.strictObject({ id, unitId: id, headCadreId: z.union([z.literal("").transform(() => null), id]).nullish(), fromOn: optionalDay });
export const setBuilderContactSchema = z.strictObject({ id, name: shortText(40), post: optionalText(60), phone, fromOn: optionalDay });
export const revealContactPhoneSchema = z.strictObject({ id });

export const dutyShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  projectId: z.uuid().nullable(),
  enterpriseId: z.uuid().nullable(),
  kind: z.enum(DutyKind),
  cadreId: z.uuid(),
  cadreName: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  endReason: z.string().nullable(),
  version: z.number(),
});
