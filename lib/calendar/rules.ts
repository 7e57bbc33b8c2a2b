import { addDays, weekdayOf, yearOf, type Day, type WorkCalendar } from "@/lib/foundation/calendar";

export type DepartingDay = { districtId: string; day: Day; kind: "holiday" | "workday" | "ordinary" };

/** The law gives at least eleven holidays a year, so one local day off does not make a year known. */
const holidaysAtLeast = 11;

/** From this day on the next year's calendar should be there: it is published in autumn, and deadlines begin to reach into it. */
const warnFrom = "10-01";

/** The calendar of a district over its city's: on a day of which both speak, the district's own row stands. */
export function mergeCalendars(rows: readonly DepartingDay[], districtId: string): WorkCalendar {
  const own = (row: DepartingDay) => row.districtId === districtId;
  const days = new Map([...rows.filter((row) => !own(row)), ...rows.filter(own)].map(({ day, kind }) => [day, kind]));
  const holidays = new Map<number, number>();
  for (const [day, kind] of days) if (kind === "holiday") holidays.set(yearOf(day), (holidays.get(yearOf(day)) ?? 0) + 1);
  return { days, years: new Set([...holidays].filter(([, count]) => count >= holidaysAtLeast).map(([year]) => year)) };
}

/** Years that are needed and not known: the present one always, the next from autumn on. */
export function missingFrom(known: ReadonlySet<number>, today: Day): number[] {
  const year = yearOf(today);
  const needed = today.slice(5) >= warnFrom ? [year, year + 1] : [year];
  return needed.filter((one) => !known.has(one));
}

type Run = { day: Day; kind: string; name: string; from: string };

/** Days that follow each other and are alike, as one line: the seven days of 国庆节. */
export function runsOf<D extends Run>(days: readonly D[]): { first: D; last: D; count: number }[] {
  const runs: { first: D; last: D; count: number }[] = [];
  for (const one of days) {
    const run = runs.at(-1);
    const goesOn = run && addDays(run.last.day, 1) === one.day && run.last.kind === one.kind && run.last.name === one.name && run.last.from === one.from;
    if (goesOn) Object.assign(run, { last: one, count: run.count + 1 });
    else runs.push({ first: one, last: one, count: 1 });
  }
  return runs;
}

/** The weeks of a month, Monday first; null before its first day and after its last. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const days: (Day | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
