import { whereOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { nextSpan } from "@/lib/foundation/spans";
import { wanFrom } from "@/lib/foundation/money";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { relight } from "@/lib/lights/commands";
import { findProjectToWrite, lockProjects } from "@/lib/projects/commands/find";
import { openTerm } from "@/lib/projects/commands/years";
import { differenceFrom } from "@/lib/projects/rules";
import { startOf, whyNotChange, whyNotDueOn, whyNotReachedOn } from "./rules";
import { addMilestonesSchema, moveMilestoneSchema, reachMilestoneSchema, setMonthsSchema, withdrawMilestoneSchema } from "./schema";

/** One or many nodes of one or many projects of a district. The first day planned is the baseline, and stays. */
export const addMilestones = defineCommand({
  name: "schedule.add",
  needs: "schedule.write",
  schema: addMilestonesSchema,
  run: async (ctx, { districtId, milestones }) => {
    ctx.requireIn(districtId);
    const projects = await listProjectsToWrite(ctx, districtId, milestones.map((milestone) => milestone.projectId));
    for (const { projectId, kind, name, dueOn, doneOn } of milestones) {
      const starts = projects.get(projectId)!;
      refuseIf(whyNotDueOn(kind, dueOn, starts), { name, day: dueOn, start: startOf(starts) ?? "" });
      if (doneOn) refuseIf(whyNotReachedOn(kind, doneOn, starts, ctx.today), { name, day: doneOn, start: starts.startedOn ?? "" });
    }
    const ids = await ctx.addMany("milestone", milestones.map(({ dueOn, doneOn, evidence, ...milestone }) => ({
      districtId, ...milestone, baselineOn: dateOf(dueOn), dueOn: dateOf(dueOn), ...(doneOn ? { doneOn: dateOf(doneOn), evidence } : {}),
    })));
    await ctx.stepMany("project", [...projects.keys()].map((id) => ({
      row: { districtId, id }, step: { step: "addMilestones", note: namesOf(milestones.filter((milestone) => milestone.projectId === id)) },
    })));
    await relight(ctx, districtId, [...projects.keys()]);
    return { ids };
  },
});

/** Says when something was built of a project that is not entered as started. */
export const reachMilestone = defineCommand({
  name: "schedule.reach",
  needs: "schedule.write",
  schema: reachMilestoneSchema,
  run: async (ctx, { id, version, doneOn = ctx.today, evidence }) => {
    const milestone = await findMilestone(ctx, id, "schedule.write");
    const { kind, name, starts } = milestone;
    refuseIf(whyNotReachedOn(kind, doneOn, starts, ctx.today), { name, day: doneOn, start: starts.startedOn ?? "" });
    await ctx.change("milestone", milestone, version, { doneOn: dateOf(doneOn), evidence });
    await stepOf(ctx, milestone, { step: "reachMilestone", to: "reached", note: `${milestone.name}：${doneOn}，${evidence}` });
    return { id, isBeforeStart: kind === "construction" && starts.startedOn === null };
  },
});

/** A later (or earlier) day is a leader's to approve; the baseline stays what it was. */
export const moveMilestone = defineCommand({
  name: "schedule.move",
  needs: "schedule.approve",
  schema: moveMilestoneSchema,
  run: async (ctx, { id, version, dueOn, reason }) => {
    const milestone = await findMilestone(ctx, id, "schedule.approve");
    const before = dayFromDate(milestone.dueOn);
    refuseIf(before === dueOn && "milestoneIsDueThen", { name: milestone.name, day: dueOn });
    refuseIf(whyNotDueOn(milestone.kind, dueOn, milestone.starts), { name: milestone.name, day: dueOn, start: startOf(milestone.starts) ?? "" });
    await ctx.change("milestone", milestone, version, { dueOn: dateOf(dueOn) }, reason);
    await keepMoved(ctx, milestone, dueOn);
    await stepOf(ctx, milestone, { step: "moveMilestone", note: `${milestone.name}：${before} → ${dueOn}，${reason}` });
    return { id };
  },
});

/** From today on this day holds; a past day goes on to be judged by the one that held then. */
async function keepMoved(ctx: CommandContext, { districtId, projectId, id }: { districtId: string; projectId: string; id: string }, dueOn: Day): Promise<void> {
  const [current] = await ctx.db.movedMilestone.findMany({ where: { districtId, milestoneId: id, toOn: null } });
  const next = nextSpan(current ?? null, ctx.today)!;
  if (next.inPlace) return ctx.change("movedMilestone", next.inPlace, next.inPlace.version, { dueOn: dateOf(dueOn) });
  if (next.close) await ctx.change("movedMilestone", next.close, next.close.version, { toOn: dateOf(ctx.today) });
  await ctx.add("movedMilestone", { districtId, projectId, milestoneId: id, dueOn: dateOf(dueOn), fromOn: dateOf(ctx.today) });
}

/** Out of the schedule; it stays visible, with its reason. */
export const withdrawMilestone = defineCommand({
  name: "schedule.withdraw",
  needs: "schedule.approve",
  schema: withdrawMilestoneSchema,
  run: async (ctx, { id, version, reason }) => {
    const milestone = await findMilestone(ctx, id, "schedule.approve");
    await ctx.change("milestone", milestone, version, { withdrawnOn: dateOf(ctx.today) }, reason);
    await stepOf(ctx, milestone, { step: "withdrawMilestone", note: `${milestone.name}：${reason}` });
    return { id };
  },
});

/** The plan by month, from today on. Months that do not sum to the annual plan are saved, and the difference is told. */
export const setMonths = defineCommand({
  name: "schedule.setMonths",
  needs: "schedule.write",
  schema: setMonthsSchema,
  run: async (ctx, { id, year, version, monthsWan }) => {
    const project = await findProjectToWrite(ctx, id, "schedule.write");
    const { districtId } = project;
    const [listed] = await ctx.db.projectYear.findMany({ where: { districtId, projectId: id, year, isListed: true } });
    if (!listed) throw new Refusal("notKeyProjectOf", { name: project.name, year });
    await ctx.change("projectYear", listed, version, { monthsWan });
    const [planWan, investedBeforeWan] = [wanFrom(listed.planWan), wanFrom(listed.investedBeforeWan)];
    await openTerm(ctx, { districtId, projectId: id, year, level: listed.level, kind: listed.kind, planWan, investedBeforeWan, monthsWan, reason: null }, ctx.today);
    await ctx.step("project", project, { step: "setMonths", note: String(year) });
    await relight(ctx, districtId, [id]);
    return { differenceWan: differenceFrom(planWan, monthsWan) };
  },
});

type Starts = Parameters<typeof startOf>[0];

/** The node, still open, of a project that this person may write to; with the days on which the works begin. */
async function findMilestone(ctx: CommandContext, id: string, capability: "schedule.write" | "schedule.approve") {
  const where = { id, districtId: { in: [...ctx.actor.districtIds] } };
  const found = await ctx.db.milestone.findFirst({ where, select: { projectId: true } });
  if (!found) throw new Refusal("notFound");
  const { plannedStartOn, startedOn } = await findProjectToWrite(ctx, found.projectId, capability);
  const milestone = (await ctx.db.milestone.findFirst({ where }))!;
  refuseIf(whyNotChange({ doneOn: dayOrNull(milestone.doneOn), withdrawnOn: dayOrNull(milestone.withdrawnOn) }), { name: milestone.name });
  return { ...milestone, starts: { plannedStartOn: dayOrNull(plannedStartOn), startedOn: dayOrNull(startedOn) } };
}

async function stepOf(ctx: CommandContext, milestone: { districtId: string; projectId: string }, step: { step: string; to?: string; note: string }): Promise<void> {
  await ctx.step("project", { districtId: milestone.districtId, id: milestone.projectId }, step);
  await relight(ctx, milestone.districtId, [milestone.projectId]);
}

/** Projects of the district that this person may write to, by id; none of them withdrawn. */
async function listProjectsToWrite(ctx: CommandContext, districtId: string, ids: string[]): Promise<Map<string, Starts>> {
  const wanted = [...new Set(ids)];
  await lockProjects(ctx, wanted, "schedule.write");
  const rows = await ctx.db.project.findMany({
    where: { districtId, AND: [whereOf(ctx.actor, "schedule.write"), { id: { in: wanted } }] },
    select: { id: true, name: true, status: true, plannedStartOn: true, startedOn: true },
  });
  if (rows.length < wanted.length) throw new Refusal("notFound");
  const withdrawn = rows.find(({ status }) => status === "withdrawn");
  if (withdrawn) throw new Refusal("projectWithdrawn", { name: withdrawn.name });
  return new Map(rows.map(({ id, plannedStartOn, startedOn }) => [id, { plannedStartOn: dayOrNull(plannedStartOn), startedOn: dayOrNull(startedOn) }]));
}

const namesOf = (milestones: { name: string }[]): string => milestones.slice(0, 10).map(({ name }) => name).join("、");
const dayOrNull = (date: Date | null): Day | null => date && dayFromDate(date);
