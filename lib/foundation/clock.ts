import { dayOf, type Day } from "./calendar";

/**
 * The business clock: what days, deadlines and events go by. In the demo it stands apart from real time by a stored offset.
 * Sessions, tokens, limits, jobs and the audit's own stamps use real time.
 */
export type BusinessTime = { now: Date; today: Day };

export function businessTime(offsetMs: number, real: Date = new Date()): BusinessTime {
  const now = new Date(real.getTime() + offsetMs);
  return { now, today: dayOf(now) };
}
