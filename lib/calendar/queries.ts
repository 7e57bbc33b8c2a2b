import { whereOf } from "@/lib/foundation/access/reach";
import { mayIn } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, dayFromDate, type Day, type WorkCalendar } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { reading } from "@/lib/foundation/read";
import type { CalendarDayKind } from "@/prisma/generated/enums";
import { mergeCalendars, missingFrom } from "./rules";

/**
 * The calendar by which a district counts working days: its own days over its city's. Whoever meets a deadline needs it, so it asks
 * for the district alone, not for the calendar's own capability. Outside of what the actor reaches it is empty.
 */
export async function findWorkCalendar(actor: Actor, districtId: string): Promise<WorkCalendar> {
  if (districtId !== actor.cityId && !actor.districtIds.includes(districtId)) return mergeCalendars([], districtId);
  const rows = await reading(actor).calendarDay.findMany({
    where: { districtId: { in: [districtId, actor.cityId] } },
    select: { districtId: true, day: true, kind: true },
  });
  return mergeCalendars(rows.map((row) => ({ ...row, day: dayFromDate(row.day) })), districtId);
}

export type SpecialDay = {
  day: Day;
  kind: CalendarDayKind;
  name: string;
  /** Whose row it is that holds. */
  from: "own" | "city";
  /** Of the district's own row; null where it has none. */
  version: number | null;
};

/** The days of a year that depart from the weekly rule in a district, in order. */
export async function listDays(actor: Actor, districtId: string, year: number): Promise<SpecialDay[]> {
  const rows = await reading(actor).calendarDay.findMany({
    where: {
      ...whereOf(actor, "calendar.read"),
      AND: [{ districtId: { in: [districtId, actor.cityId] } }],
      day: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) },
    },
    orderBy: { day: "asc" },
  });
  const days = new Map<Day, SpecialDay>();
  const ownLast = [...rows.filter((row) => row.districtId !== districtId), ...rows.filter((row) => row.districtId === districtId)];
  for (const { districtId: whose, day, kind, name, version } of ownLast) {
    const own = whose === districtId;
    days.set(dayFromDate(day), { day: dayFromDate(day), kind, name, from: own ? "own" : "city", version: own ? version : null });
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}

/** Years whose calendar a district needs by now and has not: shown wherever deadlines are set. */
export async function listMissingYears(actor: Actor, districtId: string = actor.districtId): Promise<number[]> {
  if (!mayIn(actor, "calendar.read", districtId)) return [];
  return missingFrom((await findWorkCalendar(actor, districtId)).years, businessTime(actor.clockOffsetMs).today);
}
