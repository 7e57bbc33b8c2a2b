import { dateOf, dayFromDate } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { wanFrom } from "@/lib/foundation/money";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { relight } from "@/lib/lights/commands";
import { differenceFrom, whyNotSetYear } from "../rules";
import { setYearSchema, unlistYearSchema } from "../schema";
import { findProjectToWrite } from "./find";

/** Takes a project into a year's key projects, or changes how it stands there. Months that no longer sum to the plan stay, and the difference is told. */
export const setProjectYear = defineCommand({
  name: "project.setYear",
  needs: "project.write",
  schema: setYearSchema,
  run: async (ctx, { id, version, year, level, kind, planWan, investedBeforeWan, goal, fromOn = ctx.today, reason }) => {
    const project = await findProjectToWrite(ctx, id);
    const { districtId, name } = project;
    const row = await findYear(ctx, districtId, id, year);
    const existing = row && { isListed: row.isListed, planWan: wanFrom(row.planWan) };
    refuseIf(whyNotSetYear(existing, version === 0, planWan, reason, fromOn, ctx.today), { name, year, day: fromOn });
    if (!row && version > 0) throw new Refusal("notInYear", { name, year });
    const standing = { level, kind, planWan, investedBeforeWan };
    let rowId = row?.id;
    if (row) await ctx.change("projectYear", row, version, { ...standing, goal, isListed: true });
    else rowId = await ctx.add("projectYear", { districtId, projectId: id, year, ...standing, goal });
    const isOnlyGoal =
      row?.isListed && row.level === level && row.kind === kind && wanFrom(row.planWan) === planWan && wanFrom(row.investedBeforeWan) === investedBeforeWan;
    const monthsWan = row?.monthsWan.map((month) => wanFrom(month)) ?? [];
    if (!isOnlyGoal) {
      await openTerm(ctx, { districtId, projectId: id, year, ...standing, monthsWan, reason }, fromOn);
    }
    await ctx.step("projectYear", { districtId, id: rowId! }, { step: row?.isListed ? "setYear" : "listYear", from: row?.isListed ? "listed" : "unlisted", to: "listed", note: reason });
    await relight(ctx, districtId, [id]);
    return { id, differenceWan: monthsWan.length > 0 ? differenceFrom(planWan, monthsWan) : "0" };
  },
});

/** Takes a project out of a year's key projects; what was reported and planned stays. */
export const unlistProjectYear = defineCommand({
  name: "project.unlistYear",
  needs: "project.write",
  schema: unlistYearSchema,
  run: async (ctx, { id, year, version, reason, on = ctx.today }) => {
    const project = await findProjectToWrite(ctx, id);
    const { districtId, name } = project;
    const row = await findYear(ctx, districtId, id, year);
    if (!row?.isListed) throw new Refusal("notInYear", { name, year });
    refuseIf(on > ctx.today && "dayAhead", { day: on });
    const [term] = await listOpenTerms(ctx, districtId, id, year);
    if (term) {
      refuseIf(dateOf(on) < term.fromOn && "spanInPast", { day: dayFromDate(term.fromOn) });
      await ctx.change("projectYearTerm", term, term.version, { toOn: dateOf(on), reason });
    }
    await ctx.change("projectYear", row, version, { isListed: false });
    await ctx.step("projectYear", row, { step: "unlistYear", from: "listed", to: "unlisted", note: reason });
    await relight(ctx, districtId, [id]);
    return { id };
  },
});

type Term = {
  districtId: string; projectId: string; year: number; level: "province" | "city" | "county"; kind: "new" | "continuing";
  planWan: string; investedBeforeWan: string; monthsWan: string[]; reason: string | null;
};

/** From a day on a project stands so in a year's list; the term before it ends there. A part of every command that changes plan or months. */
export async function openTerm(ctx: CommandContext, term: Term, fromOn: string): Promise<void> {
  const { districtId, projectId, year, ...standing } = term;
  const current = (await listOpenTerms(ctx, districtId, projectId, year))[0] ?? null;
  const next = nextSpan(current, fromOn);
  if (!next) throw new Refusal("spanInPast", { day: dayFromDate(current!.fromOn) });
  // What was changed first on this day stays explained.
  if (next.inPlace) return ctx.change("projectYearTerm", next.inPlace, next.inPlace.version, { ...standing, reason: standing.reason ?? current!.reason });
  if (next.close) await ctx.change("projectYearTerm", next.close, next.close.version, { toOn: dateOf(fromOn) });
  else await refuseOverlap(ctx, districtId, projectId, year, fromOn);
  await ctx.add("projectYearTerm", { ...term, fromOn: dateOf(fromOn) });
}

/** Back into the list not before the day it left. */
async function refuseOverlap(ctx: CommandContext, districtId: string, projectId: string, year: number, fromOn: string): Promise<void> {
  const [last] = await ctx.db.projectYearTerm.findMany({ where: { districtId, projectId, year, toOn: { gt: dateOf(fromOn) } }, orderBy: { toOn: "desc" }, take: 1 });
  if (last) throw new Refusal("spanInPast", { day: dayFromDate(last.toOn!) });
}

const listOpenTerms = (ctx: CommandContext, districtId: string, projectId: string, year: number) =>
  ctx.db.projectYearTerm.findMany({ where: { districtId, projectId, year, toOn: null } });

const findYear = async (ctx: CommandContext, districtId: string, projectId: string, year: number) =>
  (await ctx.db.projectYear.findMany({ where: { districtId, projectId, year } }))[0] ?? null;
