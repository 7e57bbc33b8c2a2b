import { addDays, type Day } from "@/lib/foundation/calendar";
import { minusWan, sumWan, type Wan } from "@/lib/foundation/money";
import type { RefusalCode } from "@/lib/foundation/refusal";
import type { ProjectPath, ProjectStage, ProjectStatus, UnitKind } from "@/prisma/generated/enums";

/** Which stages a project passes, in their order. A works project (a road, a school) ends when it is completed. */
export const stagesOf: Record<ProjectPath, readonly ProjectStage[]> = {
  production: ["reserve", "signed", "landed", "started", "completed", "in_production", "at_capacity"],
  works: ["reserve", "landed", "started", "completed"],
};

/** The stage after this one on a project's path; null at its end. */
export function nextStage(path: ProjectPath, stage: ProjectStage): ProjectStage | null {
  const at = stagesOf[path].indexOf(stage);
  return at < 0 ? null : (stagesOf[path][at + 1] ?? null);
}

type Standing = { path: ProjectPath; stage: ProjectStage; stageOn: Day; status: ProjectStatus };

/** Why a project cannot go to a stage on a day, or null: only to the next of its path, not before the present one and not ahead of time. */
export function whyNotAdvance({ path, stage, stageOn, status }: Standing, to: ProjectStage, on: Day, today: Day): RefusalCode | null {
  if (status !== "active") return status === "suspended" ? "projectSuspended" : "projectWithdrawn";
  if (!stagesOf[path].includes(to)) return "stageNotOnPath";
  if (nextStage(path, stage) !== to) return "stageNotNext";
  if (on > today) return "dayAhead";
  return on < stageOn ? "stageDayTooEarly" : null;
}

/** Why a leader cannot put a project at a stage from a day on (skipping some, taking one back, or only its day), or null. */
export function whyNotReset({ path, stage, stageOn, firstOn }: Omit<Standing, "status"> & { firstOn: Day }, to: ProjectStage, on: Day, today: Day): RefusalCode | null {
  if (!stagesOf[path].includes(to)) return "stageNotOnPath";
  if (on > today) return "dayAhead";
  if (to === stage && on === stageOn) return "stageUnchanged";
  return on < firstOn ? "stageDayTooEarly" : null;
}

type Span = { stage: ProjectStage; fromOn: Day; toOn: Day | null };

/** What a project's row says of its stages, from their spans in order: where it stands, and since when it has been started and completed. */
export function standingOf(spans: readonly Span[]): { stage: ProjectStage; stageOn: Day; startedOn: Day | null; completedOn: Day | null } {
  const held = spans.filter(({ fromOn, toOn }) => toOn === null || toOn > fromOn);
  const last = held.at(-1)!;
  const since = (stage: ProjectStage): Day | null => {
    const reached = held.map((span) => stagesOf.production.indexOf(span.stage) >= stagesOf.production.indexOf(stage));
    // What was taken back since does not count: from the last time it was not there.
    const from = reached.lastIndexOf(false) + 1;
    return held[from]?.fromOn ?? null;
  };
  return { stage: last.stage, stageOn: last.fromOn, startedOn: since("started"), completedOn: since("completed") };
}

/** Why the stages of a new project cannot be, or null: on its path, in its order, none ahead of time. */
export function whyNotStages(path: ProjectPath, entered: readonly { stage: ProjectStage; on: Day }[], today: Day): RefusalCode | null {
  for (const [at, { stage, on }] of entered.entries()) {
    const before = entered[at - 1];
    if (!stagesOf[path].includes(stage)) return "stageNotOnPath";
    if (on > today) return "dayAhead";
    if (before && (on < before.on || stagesOf[path].indexOf(stage) <= stagesOf[path].indexOf(before.stage))) return "stagesOutOfOrder";
  }
  return null;
}

type PlannedDays<Missing> = { plannedStartOn?: Day | Missing; plannedCompletionOn?: Day | Missing };

/** Why planned days cannot be moved so, or null: what is left out stays, none is taken away, and something must move. */
export function whyNotMoveDays(standing: PlannedDays<null>, moved: PlannedDays<null | undefined>): RefusalCode | null {
  const keys = ["plannedStartOn", "plannedCompletionOn"] as const;
  if (keys.some((key) => moved[key] === null && standing[key])) return "plannedDayNotCleared";
  if (keys.every((key) => !moved[key] || moved[key] === standing[key])) return "plannedDaysUnmoved";
  const [start, completion] = keys.map((key) => moved[key] ?? standing[key]);
  return start && completion && completion < start ? "plannedDaysReversed" : null;
}

/** Every move of a project's status. The buttons and the guard ask the same table. */
export const statusMoves = {
  suspend: { from: ["active"], to: "suspended" },
  renew: { from: ["suspended"], to: "suspended" },
  resume: { from: ["suspended", "withdrawn"], to: "active" },
  withdraw: { from: ["active", "suspended"], to: "withdrawn" },
} as const satisfies Record<string, { from: readonly ProjectStatus[]; to: ProjectStatus }>;
export type StatusMove = keyof typeof statusMoves;

const standsAlready: Record<ProjectStatus, RefusalCode> = { active: "projectIsActive", suspended: "projectSuspended", withdrawn: "projectWithdrawn" };

type Moving = { status: ProjectStatus; statusOn: Day; reportedOn: Day | null };

/** Why a project's status cannot move so on a day, or null: not ahead, not before what holds began; works that were reported were not suspended. */
export function whyNotMove({ status, statusOn, reportedOn }: Moving, move: StatusMove, on: Day, today: Day, expectedEndOn?: Day): RefusalCode | null {
  if (!(statusMoves[move].from as readonly ProjectStatus[]).includes(status)) return standsAlready[status];
  if (on > today) return "dayAhead";
  if (on < statusOn) return "spanInPast";
  if (move === "suspend" && reportedOn && on < reportedOn) return "suspensionBeforeReport";
  return expectedEndOn && expectedEndOn <= today ? "suspensionEndsTooEarly" : null;
}

/** Whether a suspension should have been renewed or ended by now. */
export const isRenewalDue = (status: ProjectStatus, renewDueOn: Day | null, today: Day): boolean => status === "suspended" && renewDueOn !== null && renewDueOn <= today;

/** A suspension is renewed or ended within a quarter of the day it began. */
export function renewDueOf(on: Day): Day {
  const [year, month, date] = on.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month + 2, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return addDays(first, Math.min(date, last) - 1);
}

/** Units in which a project can stand. */
export const placeKinds = ["township", "park"] as const satisfies readonly UnitKind[];
export const isPlace = (kind: UnitKind): boolean => (placeKinds as readonly UnitKind[]).includes(kind);

type Listed = { isListed: boolean; planWan: string } | null;

/** Why a year's row cannot be written so, or null. `isNew`: the person saw none. */
export function whyNotSetYear(existing: Listed, isNew: boolean, planWan: string, reason: string | null, fromOn: Day, today: Day): RefusalCode | null {
  if (isNew && existing) return "yearAlreadySet";
  if (fromOn > today) return "dayAhead";
  return existing?.isListed && existing.planWan !== planWan && !reason ? "planNeedsReason" : null;
}

/** What twelve months plan beyond the annual plan (negative: short of it); "0" when they sum to it. */
export const differenceFrom = (planWan: Wan, monthsWan: readonly Wan[]): Wan => minusWan(sumWan(monthsWan), planWan);

/** 项目编码: 2023-0017. */
export const codeOf = ({ codeYear, codeNumber }: { codeYear: number; codeNumber: number }): string => `${codeYear}-${String(codeNumber).padStart(4, "0")}`;
