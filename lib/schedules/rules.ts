import { daysBetween, type Day } from "@/lib/foundation/calendar";
import type { RefusalCode } from "@/lib/foundation/refusal";
import type { MilestoneKind } from "@/prisma/generated/enums";

type Starts = { plannedStartOn: Day | null; startedOn: Day | null };

/** The day on which works begin: when they did, else when they are planned to. */
export const startOf = ({ startedOn, plannedStartOn }: Starts): Day | null => startedOn ?? plannedStartOn;

/** Why a node cannot be due on a day, or null: what is built is not due before the works begin; 前期手续 are. */
export function whyNotDueOn(kind: MilestoneKind, dueOn: Day, project: Starts): RefusalCode | null {
  const startOn = startOf(project);
  return kind === "construction" && startOn !== null && dueOn < startOn ? "milestoneBeforeStart" : null;
}

type Standing = { doneOn: Day | null; withdrawnOn: Day | null };

/** Why nothing more can be done with a node, or null: it was reached, or taken out of the schedule. */
export function whyNotChange({ doneOn, withdrawnOn }: Standing): RefusalCode | null {
  if (withdrawnOn) return "milestoneIsWithdrawn";
  return doneOn ? "milestoneIsReached" : null;
}

/** So many days after its day a node was reached, or is still not: 0 for one that is in time, and for one taken out. */
export function daysLate({ dueOn, doneOn, withdrawnOn }: Standing & { dueOn: Day }, today: Day): number {
  const until = doneOn ?? today;
  return withdrawnOn || until <= dueOn ? 0 : daysBetween(dueOn, until);
}

/** Why a node cannot have been reached on a day, or null: nothing is built before the works began. One of a project that has not started is told, not refused: the start may be entered later. */
export function whyNotReachedOn(kind: MilestoneKind, doneOn: Day, { startedOn }: Starts, today: Day): RefusalCode | null {
  if (doneOn > today) return "dayAhead";
  return kind === "construction" && startedOn !== null && doneOn < startedOn ? "milestoneReachedBeforeStart" : null;
}
