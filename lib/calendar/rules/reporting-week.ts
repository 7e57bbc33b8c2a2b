import { addDays, weekdayOf, yearOf, type Day } from "@/lib/foundation/calendar";

/**
 * The week of reports. A week is reported as of its report day (Friday; a setting of the district). The week that holds 31 December is
 * reported as of that day, so that a year's amounts close with the year and the next week begins at nothing.
 */
export function reportDayOf(day: Day, weekday: number): Day {
  const monday = addDays(day, 1 - weekdayOf(day));
  const yearEnd = `${yearOf(monday)}-12-31`;
  return yearEnd <= addDays(monday, 6) ? yearEnd : addDays(monday, weekday - 1);
}

/** The newest report day that has come: the week that is due. */
export function lastReportDay(today: Day, weekday: number): Day {
  const ofThisWeek = reportDayOf(today, weekday);
  return ofThisWeek <= today ? ofThisWeek : reportDayOf(addDays(today, -7), weekday);
}

/** Every report day from one day to another, both included, in order. */
export function reportDaysBetween(from: Day, to: Day, weekday: number): Day[] {
  const days: Day[] = [];
  for (let at = from; reportDayOf(at, weekday) <= to; at = addDays(at, 7)) days.push(reportDayOf(at, weekday));
  return days.filter((day) => day >= from);
}

/** The last day on which the report as of a day is in time. */
export const cutoffOf = (asOfOn: Day, cutoffDays: number): Day => addDays(asOfOn, cutoffDays);
