import type { Industry, LightColour, ProjectKind, ProjectLevel, ProjectPath, ProjectStage } from "@/prisma/generated/enums";
import { dateOf, yearOf, type Day } from "../calendar";
import { mainClient, scopeTransaction, type Tx } from "../db";
import { newId } from "../ids";
import { searchKeys } from "../pinyin";
import type { City } from "./tenants";

/** The rows of a project, put into the database without its commands: for tests of what only reads them. */
export type Planted = {
  name?: string;
  unitId: string;
  unitDistrictId?: string;
  industry?: Industry;
  path?: ProjectPath;
  totalWan?: string | null;
  townshipId?: string;
  /** With the day it came to each. */
  stages?: { stage: ProjectStage; on: Day }[];
  plannedStartOn?: Day;
  plannedCompletionOn?: Day;
  years?: { year: number; fromOn?: Day; level?: ProjectLevel; kind?: ProjectKind; planWan?: string; monthsWan?: string[] }[];
  reports?: { asOfOn: Day; completedWan: string; status?: "submitted" | "verified"; submittedOn?: Day; marks?: string[] }[];
  light?: { colour: LightColour; fromOn: Day };
};

/** Runs a write of a test in the city's scope, past every command. */
export const inScope = <T>(city: City, write: (tx: Tx) => Promise<T>): Promise<T> =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, false);
    return write(tx);
  });

let planted = 0;

export async function plantProject(city: City, districtId: string, given: Planted): Promise<string> {
  const { unitId, unitDistrictId = districtId, stages = [{ stage: "started", on: "2023-01-05" }], years = [{ year: 2023 }], reports = [], light } = given;
  const [id, number, current, first] = [newId(), ++planted, stages.at(-1)!, stages[0]!.on];
  const name = given.name ?? `项目${number}`;
  const day = (on: Day | undefined) => (on ? dateOf(on) : null);
  const own = { districtId, projectId: id };
  await inScope(city, async (tx) => {
    await tx.project.createMany({
      data: [{
        districtId, id, cityId: city.id, codeYear: 2023, codeNumber: number, name, ...searchKeys(name), industry: given.industry ?? "industry", nature: "new_build",
        path: given.path ?? "production", townshipId: given.townshipId ?? null, totalWan: given.totalWan === undefined ? "1000" : given.totalWan,
        responsibleUnitDistrictId: unitDistrictId, responsibleUnitId: unitId, plannedStartOn: day(given.plannedStartOn), plannedCompletionOn: day(given.plannedCompletionOn),
        baselineStartOn: day(given.plannedStartOn), baselineCompletionOn: day(given.plannedCompletionOn), stage: current.stage, stageOn: dateOf(current.on),
        startedOn: day(stages.find(({ stage }) => stage === "started")?.on), completedOn: day(stages.find(({ stage }) => stage === "completed")?.on), statusOn: dateOf(first),
        light: light?.colour ?? "none", lightOn: day(light?.fromOn),
      }],
    });
    await tx.stageSpan.createMany({ data: stages.map(({ stage, on }, at) => ({ ...own, id: newId(), stage, fromOn: dateOf(on), toOn: day(stages[at + 1]?.on), byName: "测试" })) });
    await tx.statusSpan.createMany({ data: [{ ...own, id: newId(), status: "active", fromOn: dateOf(first < "2020-01-01" ? first : "2020-01-01"), byName: "测试" }] });
    for (const { year, fromOn = `${year}-01-01`, level = "city", kind = "new", planWan = "1200", monthsWan = [] } of years) {
      const listed = { ...own, year, level, kind, planWan, investedBeforeWan: "0", monthsWan };
      const counted = reports.filter(({ asOfOn }) => yearOf(asOfOn) === year).sort((a, b) => (a.asOfOn < b.asOfOn ? -1 : 1)).at(-1);
      await tx.projectYear.createMany({ data: [{ ...listed, id: newId(), completedWan: counted?.completedWan ?? "0" }] });
      await tx.projectYearTerm.createMany({ data: [{ ...listed, id: newId(), fromOn: dateOf(fromOn) }] });
    }
    await tx.progressReport.createMany({
      data: reports.map(({ asOfOn, completedWan, status = "submitted", submittedOn = asOfOn, marks = [] }) => ({
        ...own, id: newId(), year: yearOf(asOfOn), asOfOn: dateOf(asOfOn), status, completedWan, physicalPercent: "10", siteText: "现场", marks, submittedOn: dateOf(submittedOn),
        submittedByName: "测试", verifiedOn: status === "verified" ? dateOf(submittedOn) : null, verifiedByName: status === "verified" ? "测试" : null,
      })),
    });
    if (light && light.colour !== "none") await tx.lightSpan.createMany({ data: [{ ...own, id: newId(), dimension: "overall", colour: light.colour, inputs: {}, fromOn: dateOf(light.fromOn) }] });
  });
  return id;
}
