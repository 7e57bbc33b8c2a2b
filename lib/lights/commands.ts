import { findSettingValues } from "@/lib/districts/queries";
import { sqlOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { Prisma } from "@/prisma/generated/client";
import type { LightColour } from "@/prisma/generated/enums";
import { listLightInputs } from "./queries";
import { dimensions, judge, type Judgement } from "./rules/judgement";
import { judgeLightsSchema } from "./schema";

/** The nightly judgement of a whole district: what a day alone has changed (a node fell due, a week was missed). */
export const judgeLights = defineCommand({
  name: "light.judge",
  needs: "light.judge",
  schema: judgeLightsSchema,
  run: async (ctx, { districtId }) => {
    ctx.requireIn(districtId);
    const changed = await bringUpToDate(ctx, districtId, null);
    ctx.record({ districtId, action: "light.judge", kind: "district", subjectId: districtId, after: { changed } });
    return { changed };
  },
});

/**
 * Brings the lights of projects up to date as of today. Whatever changes what a light is judged by calls this at its end: stages, status,
 * planned days, years, milestones, funds, reports.
 */
export async function relight(ctx: CommandContext, districtId: string, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length > 0) await bringUpToDate(ctx, districtId, [...new Set(projectIds)]);
}

type Lit = { projectId: string; dimension: (typeof allDimensions)[number]; judged: Judgement };
const allDimensions = ["overall", ...dimensions] as const;

/** A handful of statements however many projects; answers how many lights changed. */
async function bringUpToDate(ctx: CommandContext, districtId: string, projectIds: readonly string[] | null): Promise<number> {
  const among = projectIds ? Prisma.sql`AND p.id = ANY(${[...projectIds]}::uuid[])` : Prisma.empty;
  // Two who change one project at once are judged one after the other.
  await ctx.db.rows(Prisma.sql`SELECT p.id FROM project AS p WHERE ${sqlOf(ctx.actor, "light.read", "p")} AND p.district_id = ${districtId}::uuid ${among} ORDER BY p.id FOR NO KEY UPDATE`);
  const settings = await findSettingValues(ctx.actor, districtId, ctx.today);
  const inputs = await listLightInputs(ctx.actor, districtId, projectIds, ctx.today, settings);
  const lit = inputs.flatMap((input): Lit[] => {
    const judged = judge(input, ctx.today, settings);
    return allDimensions.map((dimension) => ({ projectId: input.projectId, dimension, judged: judged[dimension] }));
  });
  const spans = await ctx.db.lightSpan.findMany({ where: { districtId, toOn: null, ...(projectIds ? { projectId: { in: [...projectIds] } } : {}) } });
  const standing = new Map(spans.map((span) => [`${span.projectId}/${span.dimension}`, span]));
  const openOf = ({ projectId, dimension }: Lit) => standing.get(`${projectId}/${dimension}`);
  const today = dateOf(ctx.today).getTime();
  // A night that is made up for finds what was judged since: the past is not rewritten.
  const changed = lit.filter((light) => (openOf(light)?.colour ?? "none") !== light.judged.colour && (openOf(light)?.fromOn.getTime() ?? today) <= today);
  const beganToday = changed.filter((light) => openOf(light)?.fromOn.getTime() === today && light.judged.colour !== "none");
  const others = changed.filter((light) => !beganToday.includes(light));
  await ctx.changeMany("lightSpan", others.flatMap((light) => openOf(light) ?? []), { toOn: dateOf(ctx.today) });
  for (const alike of groupsOf(beganToday)) {
    await ctx.changeMany("lightSpan", alike.map((light) => openOf(light)!), { colour: alike[0]!.judged.colour, inputs: alike[0]!.judged.inputs });
  }
  const opened = others.filter(({ judged }) => judged.colour !== "none");
  if (opened.length > 0) {
    await ctx.addMany("lightSpan", opened.map(({ projectId, dimension, judged }) => ({ districtId, projectId, dimension, colour: judged.colour, inputs: judged.inputs, fromOn: dateOf(ctx.today) })));
  }
  await derive(ctx, districtId, lit.filter(({ dimension }) => dimension === "overall").map(({ projectId, judged }) => ({
    projectId, colour: judged.colour, on: judged.colour === "none" ? null : sinceOf(standing.get(`${projectId}/overall`), judged.colour, ctx.today),
  })));
  return changed.length;
}

const sinceOf = (span: { colour: LightColour; fromOn: Date } | undefined, colour: LightColour, today: Day): Day => (span?.colour === colour ? dayFromDate(span.fromOn) : today);

/** Lights that begin today's span anew with the same colour and the same numbers. */
function groupsOf(lights: Lit[]): Lit[][] {
  const groups = new Map<string, Lit[]>();
  for (const light of lights) {
    const key = JSON.stringify([light.judged.colour, light.judged.inputs]);
    groups.set(key, [...(groups.get(key) ?? []), light]);
  }
  return [...groups.values()];
}

/** What a ledger filters by: the worst light and since when, on the project's own row. */
async function derive(ctx: CommandContext, districtId: string, lights: { projectId: string; colour: LightColour; on: Day | null }[]): Promise<void> {
  if (lights.length === 0) return;
  await ctx.derive(Prisma.sql`
    UPDATE project AS p SET light = v.colour, light_on = v.since
    FROM (SELECT x.id, x.colour::light_colour AS colour, x.since FROM unnest(${lights.map((one) => one.projectId)}::uuid[], ${lights.map((one) => one.colour)}::text[], ${lights.map((one) => one.on)}::date[]) AS x(id, colour, since)) AS v
    WHERE ${sqlOf(ctx.actor, "light.read", "p")} AND p.district_id = ${districtId}::uuid AND p.id = v.id AND (p.light, p.light_on) IS DISTINCT FROM (v.colour, v.since)`);
}
