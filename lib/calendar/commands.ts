import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { Refusal } from "@/lib/foundation/refusal";
import type { CalendarDayKind } from "@/prisma/generated/enums";
import { knownDays } from "./rules/known-years";
import { loadKnownYearSchema, setDaySchema, setYearSchema, takeBackDaySchema } from "./schema";

export const setDay = defineCommand({
  name: "calendar.setDay",
  needs: "calendar.write",
  schema: setDaySchema,
  run: async (ctx, { districtId, version, ...input }) => {
    ctx.requireIn(districtId);
    await writeDay(ctx, districtId, input, version);
    return { day: input.day };
  },
});

/** The weekly rule holds again, in a district even where its city says otherwise. */
export const takeBackDay = defineCommand({
  name: "calendar.takeBackDay",
  needs: "calendar.write",
  schema: takeBackDaySchema,
  run: async (ctx, { districtId, day, version }) => {
    ctx.requireIn(districtId);
    const rows = await ctx.db.calendarDay.findMany({ where: { districtId: { in: [districtId, ctx.actor.cityId] }, day: dateOf(day) } });
    const inForce = rows.find((row) => row.districtId === districtId) ?? rows[0];
    if (!inForce || inForce.kind === "ordinary") throw new Refusal("dayIsOrdinary", { day });
    await writeDay(ctx, districtId, { day, kind: "ordinary", name: inForce.name }, version);
    return { day };
  },
});

/** Many days of a year at once; those it does not name stay. */
export const setYear = defineCommand({
  name: "calendar.setYear",
  needs: "calendar.write",
  schema: setYearSchema,
  run: async (ctx, { districtId, year, days }) => {
    ctx.requireIn(districtId);
    return { year, changed: await writeYear(ctx, districtId, year, days) };
  },
});

/** The year as it was published, over whatever a district or its city had on the same days. */
export const loadKnownYear = defineCommand({
  name: "calendar.loadKnownYear",
  needs: "calendar.write",
  schema: loadKnownYearSchema,
  run: async (ctx, { districtId, year }) => {
    ctx.requireIn(districtId);
    const days = knownDays(year);
    if (days.length === 0) throw new Refusal("yearNotKnown", { year });
    return { year, changed: await writeYear(ctx, districtId, year, days) };
  },
});

type Special = { day: Day; kind: CalendarDayKind; name: string };

async function writeDay(ctx: CommandContext, districtId: string, { day, kind, name }: Special, seen: number | null): Promise<void> {
  const [row] = await ctx.db.calendarDay.findMany({ where: { districtId, day: dateOf(day) } });
  // Whoever saw no row here, and there is one now, is told who made it.
  if (row) await ctx.change("calendarDay", row, seen ?? 0, { kind, name });
  else await ctx.add("calendarDay", { districtId, day: dateOf(day), kind, name });
}

/** Answers how many days it changed; none is refused, since nothing would be recorded. */
async function writeYear(ctx: CommandContext, districtId: string, year: number, days: Special[]): Promise<number> {
  const rows = await ctx.db.calendarDay.findMany({ where: { districtId, day: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) } } });
  const present = new Map(rows.map((row) => [dayFromDate(row.day), row]));
  const missing = days.filter(({ day }) => !present.has(day));
  const other = days.filter(({ day, kind, name }) => present.has(day) && (present.get(day)!.kind !== kind || present.get(day)!.name !== name));
  if (missing.length + other.length === 0) throw new Refusal("yearHasAll", { year });
  if (missing.length > 0) await ctx.addMany("calendarDay", missing.map(({ day, ...rest }) => ({ ...rest, districtId, day: dateOf(day) })));
  for (const { day, kind, name } of other) await ctx.change("calendarDay", present.get(day)!, present.get(day)!.version, { kind, name });
  return missing.length + other.length;
}
