/** A day in Asia/Shanghai, written 2023-04-11. */
export type Day = string;

/** The days that depart from the weekly rule, and the years that are known at all. */
export type WorkCalendar = { days: ReadonlyMap<Day, "holiday" | "workday" | "ordinary">; years: ReadonlySet<number> };

const shanghaiOffsetMs = 8 * 3600_000; // No summer time since 1991.
const dayMs = 86_400_000;

/** A real day of these centuries: a year typed with a slip is no day. */
export const isDay = (text: string): boolean =>
  /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The day in Shanghai of a moment. */
export const dayOf = (moment: Date): Day => new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);

/** The moment at which a day begins in Shanghai, or a given minute of it. */
export const momentOf = (day: Day, minutes = 0): Date => new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs + minutes * 60_000);

/** "2023-04-11 08:30" in Shanghai, wherever the reader is. */
export const momentText = (moment: Date): string => new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, 16).replace("T", " ");

/** A day as the database's `date` wants it. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
export const dayFromDate = (date: Date): Day => date.toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromDate(new Date(dateOf(day).getTime() + days * dayMs));

/** The same day of a later month, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  const date = dateOf(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return dayFromDate(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last))));
}

export const daysBetween = (from: Day, to: Day): number => (dateOf(to).getTime() - dateOf(from).getTime()) / dayMs;

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => dateOf(day).getUTCDay() || 7;
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Working day by the calendar, else by the weekly rule. A year that is not known counts by the weekly rule alone, and is warned of elsewhere. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const kind = calendar.days.get(day);
  if (kind === "holiday") return false;
  if (kind === "workday") return true;
  return weekdayOf(day) <= 5;
}

/** The working day that is `count` working days after (before, if negative) `day`; with 0, `day` itself or the next working day. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  const direction = count < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(count);
  if (left === 0) while (!isWorkingDay(calendar, at)) at = addDays(at, 1);
  while (left > 0) {
    at = addDays(at, direction);
    if (isWorkingDay(calendar, at)) left--;
  }
  return at;
}
