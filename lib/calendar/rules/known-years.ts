import published from "chinese-days/dist/chinese-days.json";
import { yearOf, type Day } from "@/lib/foundation/calendar";
import type { DayKind } from "../schema";

export type KnownDay = { day: Day; kind: DayKind; name: string };

/** The first year of which the calendar is kept. */
const firstYear = 2022;

/** "Labour Day,劳动节,1" */
const nameOf = (written: string): string => written.split(",")[1]!;

const list = (days: Record<Day, string>, kind: DayKind): KnownDay[] =>
  Object.entries(days).map(([day, written]) => ({ day, kind, name: kind === "workday" ? `${nameOf(written)}调休` : nameOf(written) }));

const all = [...list(published.holidays, "holiday"), ...list(published.workdays, "workday")]
  .filter(({ day }) => yearOf(day) >= firstYear)
  .sort((a, b) => a.day.localeCompare(b.day));

/**
 * Years whose arrangement of holidays and make-up working days, as the State Council publishes it each autumn, ships with the product:
 * the days that depart from the weekly rule, holidays on weekends included.
 */
export const knownYears: readonly { year: number; days: KnownDay[] }[] = [...new Set(all.map(({ day }) => yearOf(day)))].map((year) => ({
  year,
  days: all.filter(({ day }) => yearOf(day) === year),
}));

/** Empty for a year that is not known. */
export const knownDays = (year: number): KnownDay[] => knownYears.find((one) => one.year === year)?.days ?? [];
