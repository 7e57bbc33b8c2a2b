import { lockEnterprises } from "@/lib/enterprises/commands";
import { reaches, whereOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { decryptText, phoneColumns } from "@/lib/foundation/personal";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { relight } from "@/lib/lights/commands";
import { lockUnits } from "@/lib/units/commands";
import { Prisma } from "@/prisma/generated/client";
import { isPlace, standingOf, stagesOf, whyNotMoveDays, whyNotStages } from "../rules";
import { addProjectsSchema, changeProjectSchema, moveDaysSchema, revealPhoneSchema, type NewProject } from "../schema";
import { findProjectToWrite } from "./find";

/** One or many of a district, each with the stages it has passed, and as a key project of a year if it is one. */
export const addProjects = defineCommand({
  name: "project.add",
  needs: "project.write",
  schema: addProjectsSchema,
  run: async (ctx, { districtId, projects }) => {
    ctx.requireIn(districtId);
    for (const project of projects) refuseEarly(ctx, districtId, project);
    const references = await findReferences(ctx, districtId, projects);
    const [home] = await ctx.db.district.findMany({ where: { id: districtId }, select: { cityId: true } });
    const codeYear = yearOf(ctx.today);
    const first = await nextCodeNumber(ctx, districtId, codeYear);
    const entered = projects.map((project, at) => ({ ...rowsOf(ctx, districtId, project), project, codeNumber: first + at }));
    const ids = await ctx.addMany("project", entered.map(({ id, project, standing, codeNumber }) => ({
      id, districtId, cityId: home!.cityId, codeYear, codeNumber, ...factsOf(project), ...phoneColumns(project.phone),
      responsibleUnitDistrictId: references.get(project.responsibleUnitId)!, ...plannedDays(project), baselineStartOn: dateOrNull(project.plannedStartOn), baselineCompletionOn: dateOrNull(project.plannedCompletionOn),
      stage: standing.stage, stageOn: dateOf(standing.stageOn), startedOn: dateOrNull(standing.startedOn), completedOn: dateOrNull(standing.completedOn),
      statusOn: dateOf(project.stages[0]!.on), isWhitelisted: project.whitelistedFrom !== undefined,
    })));
    await ctx.addMany("stageSpan", entered.flatMap((one) => one.stageSpans));
    await ctx.addMany("statusSpan", entered.map(({ id, project }) => ({ districtId, projectId: id, status: "active" as const, fromOn: dateOf(project.stages[0]!.on), byName: ctx.actor.name })));
    const listed = entered.flatMap(({ id, project: { year } }) => (year ? [{ districtId, projectId: id, ...year, fromOn: year.fromOn ?? ctx.today }] : []));
    if (listed.length > 0) {
      await ctx.addMany("projectYear", listed.map(({ fromOn, ...row }) => (void fromOn, row)));
      await ctx.addMany("projectYearTerm", listed.map(({ goal, fromOn, ...row }) => (void goal, { ...row, fromOn: dateOf(fromOn) })));
    }
    const whitelisted = entered.filter(({ project }) => project.whitelistedFrom);
    if (whitelisted.length > 0) await ctx.addMany("projectWhitelisting", whitelisted.map(({ id, project }) => ({ districtId, projectId: id, fromOn: dateOf(project.whitelistedFrom!) })));
    await relight(ctx, districtId, ids);
    return { ids };
  },
});

export const changeProject = defineCommand({
  name: "project.change",
  needs: "project.write",
  schema: changeProjectSchema,
  run: async (ctx, { id, version, phone, ...input }) => {
    await lockUnits(ctx, [input.responsibleUnitId, input.townshipId].filter((unitId) => unitId !== null), "to join");
    const project = await findProjectToWrite(ctx, id, "project.write", { version });
    const { districtId } = project;
    if (!stagesOf[input.path].includes(project.stage)) throw new Refusal("stageNotOnPath", { name: project.name });
    refuseMovedDay(project.plannedStartOn, input.plannedStartOn);
    refuseMovedDay(project.plannedCompletionOn, input.plannedCompletionOn);
    const start = project.plannedStartOn ?? dateOrNull(input.plannedStartOn);
    const completion = project.plannedCompletionOn ?? dateOrNull(input.plannedCompletionOn);
    refuseIf(start && completion && completion < start ? "plannedDaysReversed" : null);
    // What stays as it was may have been retired since.
    const asked = {
      townshipId: input.townshipId === project.townshipId ? null : input.townshipId,
      builderId: input.builderId === project.builderId ? null : input.builderId,
    };
    let responsibleUnitDistrictId = project.responsibleUnitDistrictId;
    const isHandedOn = input.responsibleUnitId !== project.responsibleUnitId;
    refuseIf(isHandedOn && !reaches(ctx.actor, "project.write", { ...project, responsibleUnitId: input.responsibleUnitId }) && "unitNotYours");
    const references = await findReferences(ctx, districtId, [{ ...asked, responsibleUnitId: isHandedOn ? input.responsibleUnitId : null }]);
    if (isHandedOn) responsibleUnitDistrictId = references.get(input.responsibleUnitId)!;
    await ctx.change("project", project, version, {
      ...factsOf(input), ...(phone === undefined ? {} : phoneColumns(phone)), responsibleUnitDistrictId, plannedStartOn: start, plannedCompletionOn: completion,
      baselineStartOn: project.baselineStartOn ?? start, baselineCompletionOn: project.baselineCompletionOn ?? completion,
    });
    await relight(ctx, districtId, [id]);
    return { id, milestonesBeforeStart: project.plannedStartOn ? 0 : await countMilestonesBeforeStart(ctx, project, start) };
  },
});

/** Another day to start or to complete, approved by a leader; the baseline stays. */
export const moveProjectDays = defineCommand({
  name: "project.moveDays",
  needs: "project.approve",
  schema: moveDaysSchema,
  run: async (ctx, { id, version, reason, ...moved }) => {
    const project = await findProjectToWrite(ctx, id, "project.approve", { version });
    const standing = { plannedStartOn: dayOrNull(project.plannedStartOn), plannedCompletionOn: dayOrNull(project.plannedCompletionOn) };
    const days = { plannedStartOn: moved.plannedStartOn ?? standing.plannedStartOn, plannedCompletionOn: moved.plannedCompletionOn ?? standing.plannedCompletionOn };
    refuseIf(whyNotMoveDays(standing, moved), { name: project.name });
    const planned = { plannedStartOn: dateOrNull(days.plannedStartOn), plannedCompletionOn: dateOrNull(days.plannedCompletionOn) };
    await ctx.change("project", project, version, {
      ...planned, baselineStartOn: project.baselineStartOn ?? planned.plannedStartOn, baselineCompletionOn: project.baselineCompletionOn ?? planned.plannedCompletionOn,
    });
    await keepMoved(ctx, project, planned);
    await ctx.step("project", project, { step: "moveDays", note: reason });
    await relight(ctx, project.districtId, [id]);
    return { id, milestonesBeforeStart: await countMilestonesBeforeStart(ctx, project, planned.plannedStartOn) };
  },
});

/** From today on these days hold; a past day goes on to be judged by those that held then. */
async function keepMoved(ctx: CommandContext, { districtId, id }: { districtId: string; id: string }, days: { plannedStartOn: Date | null; plannedCompletionOn: Date | null }): Promise<void> {
  const [current] = await ctx.db.movedDays.findMany({ where: { districtId, projectId: id, toOn: null } });
  const next = nextSpan(current ?? null, ctx.today)!;
  if (next.inPlace) return ctx.change("movedDays", next.inPlace, next.inPlace.version, days);
  if (next.close) await ctx.change("movedDays", next.close, next.close.version, { toOn: dateOf(ctx.today) });
  await ctx.add("movedDays", { districtId, projectId: id, ...days, fromOn: dateOf(ctx.today) });
}

/** The whole phone of who answers for a project, and a line in the audit that it was shown. */
export const revealProjectPhone = defineCommand({
  name: "project.revealPhone",
  needs: "project.phone",
  schema: revealPhoneSchema,
  answersSecret: true,
  run: async (ctx, { id }) => {
    const project = await ctx.db.project.findFirst({ where: { id, AND: [whereOf(ctx.actor, "project.phone")] } });
    if (!project) throw new Refusal("notFound");
    if (!project.phoneCipher) throw new Refusal("noPhone", { name: project.name });
    ctx.record({ districtId: project.districtId, action: "project.revealPhone", kind: "project", subjectId: id });
    return decryptText(project.phoneCipher);
  },
});

/** Nodes to be built that fall before the works are planned to begin: told, so that they are moved too. */
async function countMilestonesBeforeStart(ctx: CommandContext, { districtId, id, startedOn }: { districtId: string; id: string; startedOn: Date | null }, plannedStartOn: Date | null): Promise<number> {
  if (startedOn || !plannedStartOn) return 0;
  return ctx.db.milestone.count({ where: { districtId, projectId: id, kind: "construction", doneOn: null, withdrawnOn: null, dueOn: { lt: plannedStartOn } } });
}

const dateOrNull = (day: Day | null | undefined): Date | null => (day ? dateOf(day) : null);
const dayOrNull = (date: Date | null): Day | null => date && dayFromDate(date);
const plannedDays = (days: Pick<NewProject, "plannedStartOn" | "plannedCompletionOn">) => ({
  plannedStartOn: dateOrNull(days.plannedStartOn), plannedCompletionOn: dateOrNull(days.plannedCompletionOn),
});

type Facts = Omit<NewProject, "phone" | "stages" | "year" | "whitelistedFrom" | "plannedStartOn" | "plannedCompletionOn">;
const factsOf = ({ name, industry, nature, path, scope, location, townshipId, startYear, endYear, totalWan, builderId, responsibleUnitId, personName, isInStatistics, remark }: Facts) => ({
  name, industry, nature, path, scope, location, townshipId, startYear, endYear, totalWan, builderId, responsibleUnitId, personName, isInStatistics, remark, ...searchKeys(name),
});

function refuseEarly(ctx: CommandContext, districtId: string, project: NewProject): void {
  const { name, year, whitelistedFrom, stages, responsibleUnitId } = project;
  refuseIf(!reaches(ctx.actor, "project.write", { districtId, id: "", responsibleUnitId }) && "unitNotYours");
  refuseIf(whyNotStages(project.path, stages, ctx.today), { name, day: stages.find((one) => one.on > ctx.today)?.on ?? "" });
  for (const on of [year?.fromOn, whitelistedFrom]) refuseIf(on !== undefined && on > ctx.today && "dayAhead", { day: on ?? "" });
}

/** A new project's id, its spans of stages, each up to the next, and where they leave it. */
function rowsOf(ctx: CommandContext, districtId: string, { stages }: NewProject) {
  const id = newId();
  const spans = stages.map(({ stage, on, evidence }, at) => ({ stage, evidence, fromOn: on, toOn: stages[at + 1]?.on ?? null }));
  const stageSpans = spans.map((span) => ({ ...span, districtId, projectId: id, fromOn: dateOf(span.fromOn), toOn: dateOrNull(span.toOn), byName: ctx.actor.name }));
  return { id, stageSpans, standing: standingOf(spans) };
}

/** Without gaps, since projects are never deleted: one after the last. Whoever else adds to this district waits. */
async function nextCodeNumber(ctx: CommandContext, districtId: string, codeYear: number): Promise<number> {
  await ctx.db.rows(Prisma.sql`SELECT "d"."id" FROM "district" AS "d" WHERE "d"."id" = ANY(${[districtId]}::uuid[]) FOR NO KEY UPDATE`);
  const last = await ctx.db.project.aggregate({ where: { districtId, codeYear }, _max: { codeNumber: true } });
  return (last._max.codeNumber ?? 0) + 1;
}

type References = { townshipId: string | null; builderId: string | null; responsibleUnitId: string | null };

/** Refuses units and enterprises that a project of this district cannot name. Answers each responsible unit's district. */
async function findReferences(ctx: CommandContext, districtId: string, projects: readonly References[]): Promise<Map<string, string>> {
  const named = (key: keyof References) => [...new Set(projects.map((project) => project[key]).filter((id) => id !== null))];
  const [units, townships, builders] = [named("responsibleUnitId"), named("townshipId"), named("builderId")];
  await lockUnits(ctx, [...units, ...townships], "to join");
  const found = await ctx.db.unit.findMany({ where: { districtId: { in: [districtId, ctx.actor.cityId] }, id: { in: [...units, ...townships] } } });
  await lockEnterprises(ctx, builders, "to join");
  const enterprises = await ctx.db.enterprise.findMany({ where: { districtId, id: { in: builders } } });
  for (const id of units) refuseUnusable(found.find((unit) => unit.id === id));
  for (const id of townships) {
    const place = found.find((unit) => unit.id === id && unit.districtId === districtId);
    refuseUnusable(place);
    refuseIf(place && !isPlace(place.kind) ? "notATownship" : null, { name: place?.name ?? "" });
  }
  for (const id of builders) refuseUnusable(enterprises.find((enterprise) => enterprise.id === id));
  return new Map(found.map((unit) => [unit.id, unit.districtId]));
}

function refuseUnusable(found: { name: string; retiredOn: Date | null } | undefined): void {
  if (!found) throw new Refusal("notFound");
  refuseIf(found.retiredOn !== null && "isRetired", { name: found.name });
}

function refuseMovedDay(planned: Date | null, entered: Day | undefined): void {
  if (planned && entered && dayFromDate(planned) !== entered) throw new Refusal("plannedDayStays", { day: dayFromDate(planned) });
}
