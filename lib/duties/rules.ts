import { addDays, type Day } from "@/lib/foundation/calendar";
import type { RefusalCode } from "@/lib/foundation/refusal";
import type { DutyKind } from "@/prisma/generated/enums";

/** Who answers for something, from a day to a day (not included). */
export type HeldDuty = { kind: DutyKind; cadreId: string; fromOn: Day; toOn: Day | null };

type Taken = { code: RefusalCode; held: HeldDuty; firstOn: Day | null };

/** Days of a duty that is not ended go on; one that ended on its first day has none. */
const meets = (held: HeldDuty, fromOn: Day): boolean => held.toOn === null || (held.toOn > fromOn && held.toOn > held.fromOn);

/**
 * Why a duty cannot be given from a day on, among those of the same project or enterprise; and whose it is meanwhile. A project has at
 * most one lead on any day, and nobody holds one duty twice.
 */
export function whyNotGive(duty: { kind: DutyKind; cadreId: string; fromOn: Day }, standing: readonly HeldDuty[]): Taken | null {
  const alike = standing.filter((held) => held.kind === duty.kind && meets(held, duty.fromOn));
  const own = alike.find((held) => held.cadreId === duty.cadreId);
  if (own) return { code: "dutyIsHeld", held: own, firstOn: own.toOn };
  const other = duty.kind === "lead" ? alike[0] : undefined;
  if (!other) return null;
  return other.toOn === null ? { code: "leadIsTaken", held: other, firstOn: null } : { code: "leadWasTaken", held: other, firstOn: other.toOn };
}

/** Why a span cannot end on a day, or null: not before it began, not ahead. */
export function whyNotEnd(span: { fromOn: Day; toOn: Day | null }, on: Day, today: Day): RefusalCode | null {
  if (span.toOn) return "dutyHasEnded";
  if (on > today) return "dayAhead";
  return on < span.fromOn ? "endsBeforeItBegan" : null;
}

/** The last day on which a span held, as people read it; null while it holds, and when it held on none. */
export const lastDayOf = ({ fromOn, toOn }: { fromOn: Day; toOn: Day | null }): Day | null => (toOn && toOn > fromOn ? addDays(toOn, -1) : null);
