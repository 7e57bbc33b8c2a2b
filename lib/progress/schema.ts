import { z } from "zod";
import { day, id, optionalText, optionalWan, percent, search, shortText, version, wan } from "@/lib/foundation/schema";

/** What a unit says of a project for a week: the cells of the sheet, and the fields of the form. */
export const reportCells = z.strictObject({
  completedWan: wan,
  physicalPercent: percent,
  siteText: shortText(1000),
  problems: optionalText(1000),
  nextPlan: optionalText(1000),
});

/** `version` is the row's that the person saw; left out where there was none. */
const seen = z.number().int().min(0).max(2_147_483_647).optional();
export const submittedReport = reportCells.extend({ projectId: id, version: seen });
export const submitReportsSchema = z.strictObject({ districtId: id, asOfOn: day, reports: z.array(submittedReport).min(1).max(300) });

const partialText = z.string().trim().max(1000).nullish().transform((text) => text || null);
const partialPercent = z.union([z.literal("").transform(() => null), z.null(), percent]).optional().transform((share) => share ?? null);
/** A draft may lack anything; what is there must be readable. */
export const saveDraftSchema = z.strictObject({
  projectId: id, asOfOn: day, version: seen,
  completedWan: optionalWan, physicalPercent: partialPercent, siteText: partialText, problems: partialText, nextPlan: partialText,
});

export const verifyReportsSchema = z.strictObject({ reports: z.array(z.strictObject({ id, version })).min(1).max(300) });
/** One report, as the API asks for it: its version comes with If-Match. */
export const verifyReportSchema = z.strictObject({ id, version });
export const returnReportSchema = z.strictObject({ id, version, reason: shortText(300) });
export const correctReportSchema = z.strictObject({ id, version, completedWan: wan, physicalPercent: partialPercent, reason: shortText(300) });
export const noteMissedReportsSchema = z.strictObject({ districtId: id });

/** What the address of the page of reports asks for. */
export const reportViews = ["mine", "verify", "missing"] as const;
export type ReportView = (typeof reportViews)[number];
export const reportFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  unitId: id.optional().catch(undefined),
  week: day.optional().catch(undefined),
  marked: z.enum(["yes", "no"]).optional().catch(undefined),
});
export type ReportFilter = z.infer<typeof reportFilter>;

export const reportStatuses = ["draft", "submitted", "verified", "returned"] as const;
const nullableDay = z.string().nullable();
export const reportShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  asOfOn: z.string(),
  status: z.enum(reportStatuses),
  completedWan: z.string().nullable(),
  physicalPercent: z.string().nullable(),
  siteText: z.string().nullable(),
  problems: z.string().nullable(),
  nextPlan: z.string().nullable(),
  marks: z.array(z.string()).max(10),
  submittedOn: nullableDay,
  submittedByName: z.string().nullable(),
  verifiedOn: nullableDay,
  verifiedByName: z.string().nullable(),
  returnReason: z.string().nullable(),
  correctedOn: nullableDay,
  version: z.number(),
});
