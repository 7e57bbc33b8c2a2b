import { z } from "zod";
import { changedPhone, day, id, optionalDay, optionalText, optionalWan, phone, search, shortText, version, wan, year } from "@/lib/foundation/schema";
import { Industry, LightColour, ProjectKind, ProjectLevel, ProjectNature, ProjectPath, ProjectStage, ProjectStatus, SuspensionReason } from "@/prisma/generated/enums";

export const industries = Object.values(Industry);
export const natures = Object.values(ProjectNature);
export const paths = Object.values(ProjectPath);
export const stages = Object.values(ProjectStage);
export const levels = Object.values(ProjectLevel);
export const kinds = Object.values(ProjectKind);
export const suspensionReasons = Object.values(SuspensionReason);
/** Of a project on screen: the worst first. */
export const lights = [LightColour.red, LightColour.yellow, LightColour.green, LightColour.none] as const;

const open = z.literal("").transform(() => null);
const optionalId = z.union([open, z.null(), id]).optional().transform((value) => value ?? null);
const optionalYear = z.union([open, z.null(), year]).optional().transform((value) => value ?? null);
const reason = shortText(500);

const facts = {
  name: shortText(120),
  industry: z.enum(Industry),
  nature: z.enum(ProjectNature),
  path: z.enum(ProjectPath),
  scope: optionalText(2000),
  location: optionalText(200),
  townshipId: optionalId,
  startYear: optionalYear,
  endYear: optionalYear,
  totalWan: optionalWan,
  builderId: optionalId,
  responsibleUnitId: id,
  personName: optionalText(40),
  plannedStartOn: optionalDay,
  plannedCompletionOn: optionalDay,
  isInStatistics: z.boolean().default(false),
  remark: optionalText(500),
};
type Times = { startYear: number | null; endYear: number | null; plannedStartOn?: string | undefined; plannedCompletionOn?: string | undefined };
const inOrder = ({ startYear, endYear, plannedStartOn, plannedCompletionOn }: Times, context: z.RefinementCtx) => {
  if (startYear && endYear && endYear < startYear) context.addIssue({ code: "custom", path: ["endYear"], message: "endBeforeStart" });
  if (plannedStartOn && plannedCompletionOn && plannedCompletionOn < plannedStartOn) context.addIssue({ code: "custom", path: ["plannedCompletionOn"], message: "endBeforeStart" });
};

const yearFields = { year, level: z.enum(ProjectLevel), kind: z.enum(ProjectKind), planWan: wan, investedBeforeWan: wan, goal: optionalText(500), fromOn: optionalDay };
const newProject = z
  .strictObject({
    ...facts,
    phone,
    /** In the order of its path and of days; the last one is where it stands. */
    stages: z.array(z.strictObject({ stage: z.enum(ProjectStage), on: day, evidence: optionalText(500) })).min(1).max(7),
    year: z.strictObject({ ...yearFields, monthsWan: z.array(wan).length(12).optional() }).optional(),
    whitelistedFrom: optionalDay,
  })
  .superRefine(inOrder);
export type NewProject = z.infer<typeof newProject>;

export const addProjectsSchema = z.strictObject({ districtId: id, projects: z.array(newProject).min(1).max(300) });
export const changeProjectSchema = z.strictObject({ ...facts, id, version, phone: changedPhone }).superRefine(inOrder);
/** Left out, a day stays as it is; emptied, it is asked to be taken away. */
const movedDay = z.union([open, z.null(), day]).optional();
export const moveDaysSchema = z
  .strictObject({ id, version, plannedStartOn: movedDay, plannedCompletionOn: movedDay, reason })
  .superRefine(({ plannedStartOn, plannedCompletionOn }, context) =>
    inOrder({ startYear: null, endYear: null, plannedStartOn: plannedStartOn ?? undefined, plannedCompletionOn: plannedCompletionOn ?? undefined }, context),
  );
export const advanceStageSchema = z.strictObject({ id, version, stage: z.enum(ProjectStage), on: day, evidence: shortText(500) });
export const resetStageSchema = z.strictObject({ id, version, stage: z.enum(ProjectStage), on: day, evidence: optionalText(500), reason });

const suspension = { reason: z.enum(SuspensionReason), note: shortText(500), expectedEndOn: day };
export const suspendSchema = z.strictObject({ id, version, on: optionalDay, ...suspension });
export const renewSchema = z.strictObject({ id, version, on: optionalDay, ...suspension });
export const resumeSchema = z.strictObject({ id, version, on: optionalDay, note: reason });
export const withdrawSchema = z.strictObject({ id, version, on: optionalDay, note: reason });

/** `version` is that of the project's row of the year; 0 when there is none yet. */
export const setYearSchema = z.strictObject({ ...yearFields, id, version: z.number().int().min(0).max(2_147_483_647), reason: optionalText(500) });
export const unlistYearSchema = z.strictObject({ id, year, version, reason, on: optionalDay });
export const whitelistProjectSchema = z.strictObject({ id, version, isWhitelisted: z.boolean(), fromOn: optionalDay });
export const revealPhoneSchema = z.strictObject({ id });

/** The columns of the ledger, in their order (项目台账); which of them are shown is the reader's choice. */
export const ledgerColumns = [
  "name", "code", "district", "level", "kind", "industry", "nature", "location", "scope", "years", "totalWan", "investedBeforeWan", "planWan", "weekWan", "completedWan",
  "rate", "expectedRate", "difference", "physicalPercent", "stage", "light", "plannedStartOn", "startedOn", "plannedCompletionOn", "goal", "siteText", "problems", "nextPlan", "builder", "unit", "person",
  "lead", "head", "isInStatistics", "isStarted", "isWhitelisted", "status", "remark",
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];
export const usualColumns: readonly LedgerColumn[] = ["name", "level", "kind", "totalWan", "planWan", "completedWan", "rate", "expectedRate", "difference", "stage", "light", "lead"];

export const projectSorts = ["name", "code", "district", "level", "industry", "totalWan", "planWan", "weekWan", "completedWan", "rate", "difference", "stage", "light", "plannedStartOn", "startedOn", "plannedCompletionOn"] as const;
export type ProjectSort = (typeof projectSorts)[number];
const sorts = projectSorts.flatMap((sort) => [sort, `-${sort}`] as const);

const anything = z.string().max(2000).optional();
/** What the address of the ledger says. Whatever does not fit is as good as not said. */
export const projectFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  /** A year's key projects; `all`: every project; `none`: those that are in no list of the business year. */
  year: z.union([year, z.enum(["all", "none"])]).optional().catch(undefined),
  level: z.enum(ProjectLevel).optional().catch(undefined),
  kind: z.enum(ProjectKind).optional().catch(undefined),
  industry: z.enum(Industry).optional().catch(undefined),
  stage: z.enum(ProjectStage).optional().catch(undefined),
  light: z.enum(LightColour).optional().catch(undefined),
  leadId: id.optional().catch(undefined),
  unitId: id.optional().catch(undefined),
  /** Without it: whatever was not withdrawn. `renewalDue`: suspended, and by now to be renewed or ended. */
  status: z.union([z.enum(ProjectStatus), z.enum(["all", "renewalDue"])]).optional().catch(undefined),
  sort: z.enum(sorts as [ProjectSort, ...ProjectSort[]]).optional().catch(undefined),
});
export type ProjectFilter = z.infer<typeof projectFilter>;

/** "name,level,rate" of an address; unknown names are left out, and the name of the project is always there. */
export const columnsChoice = anything.catch(undefined).transform((text): LedgerColumn[] => {
  const asked = new Set(text?.split(",") ?? []);
  const chosen = ledgerColumns.filter((column) => asked.has(column));
  return chosen.length > 0 ? [...new Set<LedgerColumn>(["name", ...chosen])] : [...usualColumns];
});

export const projectShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  districtName: z.string(),
  code: z.string(),
  name: z.string(),
  industry: z.enum(Industry),
  nature: z.enum(ProjectNature),
  path: z.enum(ProjectPath),
  scope: z.string().nullable(),
  location: z.string().nullable(),
  townshipId: z.string().nullable(),
  startYear: z.number().nullable(),
  endYear: z.number().nullable(),
  totalWan: z.string().nullable(),
  builderId: z.string().nullable(),
  responsibleUnitId: z.string(),
  personName: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  plannedStartOn: z.string().nullable(),
  plannedCompletionOn: z.string().nullable(),
  baselineStartOn: z.string().nullable(),
  baselineCompletionOn: z.string().nullable(),
  isInStatistics: z.boolean(),
  remark: z.string().nullable(),
  isWhitelisted: z.boolean(),
  stage: z.enum(ProjectStage),
  stageOn: z.string(),
  startedOn: z.string().nullable(),
  completedOn: z.string().nullable(),
  status: z.enum(ProjectStatus),
  statusOn: z.string(),
  light: z.enum(LightColour),
  leadCadreId: z.string().nullable(),
  version: z.number(),
});

export const projectYearShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  projectId: z.uuid(),
  year: z.number(),
  level: z.enum(ProjectLevel),
  kind: z.enum(ProjectKind),
  planWan: z.string(),
  investedBeforeWan: z.string(),
  monthsWan: z.array(z.string()).max(12),
  goal: z.string().nullable(),
  isListed: z.boolean(),
  completedWan: z.string(),
  weekWan: z.string(),
  physicalPercent: z.string().nullable(),
  reportOn: z.string().nullable(),
  version: z.number(),
});
