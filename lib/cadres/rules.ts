import type { Day } from "@/lib/foundation/calendar";
import type { RefusalCode } from "@/lib/foundation/refusal";
import type { CadreRank } from "@/prisma/generated/enums";

export type Post = { unitId: string; post: string; rank: CadreRank };

/** Another unit, post or rank begins a new span; another name or phone does not. */
export const isAnotherPost = (before: Post, now: Post): boolean =>
  before.unitId !== now.unitId || before.post !== now.post || before.rank !== now.rank;

/** Why something cannot hold from a day on, or null: what stands on the row is today's, so it begins today or earlier. */
export const whyNotFrom = (fromOn: Day, today: Day): RefusalCode | null => (fromOn > today ? "dayAhead" : null);
