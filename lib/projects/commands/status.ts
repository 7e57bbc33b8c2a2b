import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { refuseIf } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { relight } from "@/lib/lights/commands";
import type { SuspensionReason } from "@/prisma/generated/enums";
import { renewDueOf, statusMoves, whyNotMove, type StatusMove } from "../rules";
import { renewSchema, resumeSchema, suspendSchema, withdrawSchema } from "../schema";
import { findProjectToWrite } from "./find";

/** 停缓建: its clocks stand still until it is resumed; renewed each quarter. */
export const suspendProject = defineCommand({
  name: "project.suspend", needs: "project.approve", schema: suspendSchema,
  run: (ctx, input) => move(ctx, "suspend", input),
});

export const renewSuspension = defineCommand({
  name: "project.renew", needs: "project.approve", schema: renewSchema,
  run: (ctx, input) => move(ctx, "renew", input),
});

/** Back under construction: out of a suspension, or because it was withdrawn by mistake. */
export const resumeProject = defineCommand({
  name: "project.resume", needs: "project.approve", schema: resumeSchema,
  run: (ctx, input) => move(ctx, "resume", input),
});

export const withdrawProject = defineCommand({
  name: "project.withdraw", needs: "project.approve", schema: withdrawSchema,
  run: (ctx, input) => move(ctx, "withdraw", input),
});

type Moved = { id: string; version: number; on?: Day | undefined; note: string; reason?: SuspensionReason; expectedEndOn?: Day };

async function move(ctx: CommandContext, how: StatusMove, { id, version, on = ctx.today, note, reason, expectedEndOn }: Moved): Promise<{ id: string }> {
  const project = await findProjectToWrite(ctx, id, "project.approve", { withdrawnToo: true, version });
  const { districtId, name } = project;
  const statusOn = dayFromDate(project.statusOn);
  const reportedOn = await findLastReportDay(ctx, project);
  const trouble = whyNotMove({ status: project.status, statusOn, reportedOn }, how, on, ctx.today, expectedEndOn);
  refuseIf(trouble, { name, day: trouble === "suspensionBeforeReport" ? reportedOn! : on < statusOn ? statusOn : on });
  const status = statusMoves[how].to;
  const told = {
    status, note, byName: ctx.actor.name, reason: reason ?? null, expectedEndOn: expectedEndOn ? dateOf(expectedEndOn) : null,
    renewDueOn: status === "suspended" ? dateOf(renewDueOf(on)) : null,
  };
  const current = await ctx.db.statusSpan.findMany({ where: { districtId, projectId: id, toOn: null } });
  const { close, inPlace } = nextSpan(current[0] ?? null, on)!;
  if (inPlace) await ctx.change("statusSpan", inPlace, inPlace.version, told);
  else {
    if (close) await ctx.change("statusSpan", close, close.version, { toOn: dateOf(on) });
    await ctx.add("statusSpan", { districtId, projectId: id, ...told, fromOn: dateOf(on) });
  }
  await ctx.change("project", project, version, { status, statusOn: dateOf(on) });
  await ctx.step("project", project, { step: how, from: project.status, to: status, note });
  await relight(ctx, districtId, [id]);
  return { id };
}

/** The day of the latest report that counts, of any year. */
async function findLastReportDay(ctx: CommandContext, { districtId, id }: { districtId: string; id: string }): Promise<Day | null> {
  const last = await ctx.db.progressReport.aggregate({ where: { districtId, projectId: id, status: { in: ["submitted", "verified"] } }, _max: { asOfOn: true } });
  return last._max.asOfOn && dayFromDate(last._max.asOfOn);
}
