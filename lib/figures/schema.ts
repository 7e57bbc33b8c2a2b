import { z } from "zod";
import { yearOf, type Day } from "@/lib/foundation/calendar";
import { day, id, year } from "@/lib/foundation/schema";
import { DutyKind, FundSource, Industry, LightColour, ProjectKind, ProjectLevel, ProjectNature, ProjectStage, ProjectStatus } from "@/prisma/generated/enums";

/** Some of the words of a column, as an address says it: "province,city". */
const someOf = <T extends Record<string, string>>(words: T) =>
  z
    .string()
    .max(120)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.enum(words)).min(1).max(10))
    .optional();
const ids = z
  .string()
  .max(4000)
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(id).min(1).max(100))
  .optional();

/** By what a figure may be narrowed. */
export const narrowing = {
  district: ids,
  township: id.optional(),
  unit: id.optional(),
  project: ids,
  level: someOf(ProjectLevel),
  kind: someOf(ProjectKind),
  industry: someOf(Industry),
  nature: someOf(ProjectNature),
  stage: someOf(ProjectStage),
  status: someOf(ProjectStatus),
  light: someOf(LightColour),
  source: someOf(FundSource),
  duty: someOf(DutyKind),
  minTotal: z.string().max(20).regex(/^\d+(\.\d{1,4})?$/, "amountNotRead").optional(),
};

/** What an address asks of a figure: when, and of which. */
export const figureQuery = z.strictObject({ on: day.optional(), year: year.optional(), from: day.optional(), ...narrowing });
export type FigureQuery = z.infer<typeof figureQuery>;

export type Scope = {
  districtIds?: readonly string[];
  townshipId?: string;
  unitId?: string;
  projectIds?: readonly string[];
  levels?: readonly ProjectLevel[];
  kinds?: readonly ProjectKind[];
  industries?: readonly Industry[];
  natures?: readonly ProjectNature[];
  stages?: readonly ProjectStage[];
  statuses?: readonly ProjectStatus[];
  lights?: readonly LightColour[];
  sources?: readonly FundSource[];
  dutyKinds?: readonly DutyKind[];
  minTotalWan?: string;
};

/** `on`: as of the end of this day; `year`: its key projects' year, the day's own unless said; `from`: the first day of a time, that year's unless said. */
export type When = { on: Day; year?: number; from?: Day };

export const scopeOf = (query: FigureQuery): Scope => ({
  districtIds: query.district, townshipId: query.township, unitId: query.unit, projectIds: query.project, levels: query.level, kinds: query.kind, industries: query.industry,
  natures: query.nature, stages: query.stage, statuses: query.status, lights: query.light, sources: query.source, dutyKinds: query.duty, minTotalWan: query.minTotal,
});
export const whenOf = ({ on, year: asked, from }: FigureQuery, today: Day): Required<When> => {
  const until = on ?? today;
  return { on: until, year: asked ?? yearOf(until), from: from ?? `${asked ?? yearOf(until)}-01-01` };
};

/** What a scope and a time say, as an address says it: the other way of `figureQuery`. */
export function addressOf(key: string, scope: Scope, when: When): string {
  const parts: [string, string | undefined][] = [
    ["district", scope.districtIds?.join(",")], ["township", scope.townshipId], ["unit", scope.unitId], ["project", scope.projectIds?.join(",")], ["level", scope.levels?.join(",")],
    ["kind", scope.kinds?.join(",")], ["industry", scope.industries?.join(",")], ["nature", scope.natures?.join(",")], ["stage", scope.stages?.join(",")], ["status", scope.statuses?.join(",")],
    ["light", scope.lights?.join(",")], ["source", scope.sources?.join(",")], ["duty", scope.dutyKinds?.join(",")], ["minTotal", scope.minTotalWan],
    ["year", when.year === undefined ? undefined : String(when.year)], ["from", when.from], ["on", when.on],
  ];
  return `/figures/${key}?${parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value!}`).join("&")}`;
}

export const figureShape = z.strictObject({
  key: z.string(), version: z.number(), unit: z.enum(["count", "wan", "percent", "points", "months", "each"]), on: z.string(), year: z.number(), from: z.string(),
  value: z.string().nullable(), numerator: z.string().nullable(), denominator: z.string().nullable(), rows: z.number(),
});
export const figureRowsShape = z.strictObject({
  ...figureShape.shape,
  page: z.number(),
  perPage: z.number(),
  items: z.array(z.strictObject({
    kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable(), districtId: z.uuid(), districtName: z.string(), day: z.string().nullable(), code: z.string().nullable(),
    amounts: z.array(z.string().nullable()).max(2),
  })).max(200),
});
export const figureListShape = z.strictObject({
  items: z.array(z.strictObject({ key: z.string(), name: z.string(), time: z.enum(["stock", "flow", "year"]), unit: z.string(), version: z.number(), by: z.array(z.string()).max(20) })).max(200),
});
