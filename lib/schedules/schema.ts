import { z } from "zod";
import { day, id, optionalDay, optionalText, shortText, version, wan, year } from "@/lib/foundation/schema";
import { MilestoneKind } from "@/prisma/generated/enums";

export const milestoneKinds = Object.values(MilestoneKind);
const evidence = shortText(300);

/** One that was reached before it is entered comes with its day and evidence. */
const milestone = z
  .strictObject({
    projectId: id, kind: z.enum(MilestoneKind), name: shortText(60), ownerName: optionalText(40), measure: optionalText(200), dueOn: day,
    doneOn: optionalDay, evidence: optionalText(300),
  })
  .refine(({ doneOn, evidence }) => !doneOn || evidence, { path: ["evidence"], message: "required" });
export const addMilestonesSchema = z.strictObject({ districtId: id, milestones: z.array(milestone).min(1).max(500) });
/** `doneOn`: today unless said. */
export const reachMilestoneSchema = z.strictObject({ id, version, doneOn: optionalDay, evidence });
export const moveMilestoneSchema = z.strictObject({ id, version, dueOn: day, reason: shortText(200) });
export const withdrawMilestoneSchema = z.strictObject({ id, version, reason: shortText(200) });

/** The plan of each month, January first. `id` is the project's, `version` that of its year. */
export const setMonthsSchema = z.strictObject({ id, year, version, monthsWan: z.array(wan).length(12) });

export const milestoneShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  projectId: z.uuid(),
  kind: z.enum(MilestoneKind),
  name: z.string(),
  ownerName: z.string().nullable(),
  measure: z.string().nullable(),
  baselineOn: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  evidence: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  version: z.number(),
});
