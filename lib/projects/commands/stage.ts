import { dateOf, dayFromDate } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { refuseIf } from "@/lib/foundation/refusal";
import { relight } from "@/lib/lights/commands";
import { standingOf, whyNotAdvance, whyNotReset } from "../rules";
import { advanceStageSchema, resetStageSchema } from "../schema";
import { findProjectToWrite } from "./find";

/** To the next stage of its path, from a day on. */
export const advanceStage = defineCommand({
  name: "project.advanceStage",
  needs: "project.write",
  schema: advanceStageSchema,
  run: async (ctx, { id, version, stage, on, evidence }) => {
    const project = await findProjectToWrite(ctx, id, "project.write", { version });
    const stageOn = dayFromDate(project.stageOn);
    refuseIf(whyNotAdvance({ ...project, stageOn }, stage, on, ctx.today), { name: project.name, day: stageOn });
    const spans = await listStages(ctx, project);
    const current = spans.find((span) => span.toOn === null)!;
    await keep(ctx, project, version, { current, isInPlace: stageOn === on }, { stage, on, evidence, reason: null });
    await ctx.step("project", project, { step: "advanceStage", from: project.stage, to: stage, note: evidence });
    await relight(ctx, project.districtId, [id]);
    return { id };
  },
});

/** Skips stages, takes one back, or moves the day of the present one. What had been entered for later days held on none of them. */
export const resetStage = defineCommand({
  name: "project.resetStage",
  needs: "project.approve",
  schema: resetStageSchema,
  run: async (ctx, { id, version, stage, on, evidence, reason }) => {
    const project = await findProjectToWrite(ctx, id, "project.approve", { version });
    const spans = await listStages(ctx, project);
    const [stageOn, firstOn] = [dayFromDate(project.stageOn), dayFromDate(spans[0]!.fromOn)];
    refuseIf(whyNotReset({ ...project, stageOn, firstOn }, stage, on, ctx.today), { name: project.name, day: firstOn });
    const from = dateOf(on);
    const later = spans.filter((span) => span.fromOn > from && (span.toOn === null || span.toOn > span.fromOn));
    for (const span of later) await ctx.change("stageSpan", span, span.version, { toOn: span.fromOn });
    const at = spans.findLast((span) => span.fromOn <= from && (span.toOn === null || span.toOn > from))!;
    await keep(ctx, project, version, { current: at, isInPlace: at.fromOn.getTime() === from.getTime() }, { stage, on, evidence, reason });
    await ctx.step("project", project, { step: "resetStage", from: project.stage, to: stage, note: reason });
    await relight(ctx, project.districtId, [id]);
    return { id };
  },
});

type Project = Awaited<ReturnType<typeof findProjectToWrite>>;
type Stage = Awaited<ReturnType<typeof listStages>>[number];
type Entered = { stage: Stage["stage"]; on: string; evidence: string | null; reason: string | null };

const listStages = (ctx: CommandContext, { districtId, id }: Pick<Project, "districtId" | "id">) =>
  ctx.db.stageSpan.findMany({ where: { districtId, projectId: id }, orderBy: [{ fromOn: "asc" }, { id: "asc" }] });

/** Ends the span that holds on a day and opens the next, or changes it in place where it began on that very day; then what the row says of it. */
async function keep(ctx: CommandContext, project: Project, version: number, { current, isInPlace }: { current: Stage; isInPlace: boolean }, { stage, on, evidence, reason }: Entered): Promise<void> {
  const { districtId, id } = project;
  const entered = { stage, evidence, reason, byName: ctx.actor.name };
  if (isInPlace) await ctx.change("stageSpan", current, current.version, { ...entered, toOn: null });
  else {
    await ctx.change("stageSpan", current, current.version, { toOn: dateOf(on) });
    await ctx.add("stageSpan", { districtId, projectId: id, ...entered, fromOn: dateOf(on) });
  }
  const spans = (await listStages(ctx, project)).map((span) => ({ stage: span.stage, fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) }));
  const { stageOn, startedOn, completedOn } = standingOf(spans);
  await ctx.change("project", project, version, {
    stage, stageOn: dateOf(stageOn), startedOn: startedOn && dateOf(startedOn), completedOn: completedOn && dateOf(completedOn),
  });
}
