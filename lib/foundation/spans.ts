import { dateOf, type Day } from "./calendar";

/**
 * A span says what held from a day on, up to but not including `toOn` (null: it still holds). The database refuses two
 * that hold on the same day. One that ends on its first day held on none. Everything that is asked "as of a day" is kept like this.
 */
type Span = { districtId: string; id: string; version: number; fromOn: Date; toOn: Date | null };

/** Narrows spans to those that held at the end of a day. */
export const heldOn = (day: Day) => ({ fromOn: { lte: dateOf(day) }, OR: [{ toOn: null }, { toOn: { gt: dateOf(day) } }] });

/**
 * What to do so that something holds from a day on, given the span that holds now: open a first one, end it and open the next,
 * or, when it began on that very day, change it in place (the state at the end of the day is what counts).
 * Null refuses a day before the current span's first: the past is not rewritten by this.
 */
export function nextSpan(current: Span | null, fromOn: Day): { close: Span | null; inPlace: Span | null } | null {
  if (!current) return { close: null, inPlace: null };
  const began = current.fromOn.getTime();
  const begins = dateOf(fromOn).getTime();
  if (begins < began) return null;
  return begins === began ? { close: null, inPlace: current } : { close: current, inPlace: null };
}
