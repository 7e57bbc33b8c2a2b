import { reportDaysBetween } from "@/lib/calendar/rules/reporting-week";
import { addDays, addMonths, yearOf, type Day } from "@/lib/foundation/calendar";

const weeksShown = 13;

/** The last day of each month of a year up to a day, and that day itself. */
export function monthEnds(year: number, on: Day): Day[] {
  const until = yearOf(on) > year ? `${year}-12-31` : on;
  const ends: Day[] = [];
  for (let first = `${year}-01-01`; first <= until; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    ends.push(last < until ? last : until);
  }
  return ends;
}

/** The last report days of a year up to a day. */
export function recentWeeks(year: number, on: Day, weekday: number): Day[] {
  return reportDaysBetween(`${year}-01-01`, yearOf(on) > year ? `${year}-12-31` : on, weekday).slice(-weeksShown);
}
