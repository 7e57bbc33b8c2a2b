import type { Day } from "@/lib/foundation/calendar";
import type { FundKind, FundSource, Industry, MilestoneKind, ProjectKind, ProjectLevel, ProjectNature, ProjectPath, ProjectStage, SuspensionReason } from "@/prisma/generated/enums";

export type PlannedStage = { stage: ProjectStage; on: Day; evidence: string };
export type PlannedYear = { year: number; level: ProjectLevel; kind: ProjectKind; planWan: number; investedBeforeWan: number; monthsWan: number[] | null; goal: string; fromOn: Day };
/** `firstWan`: what was reported before it was corrected to `completedWan`. */
export type PlannedReport = {
  asOfOn: Day; completedWan: number; firstWan?: number; physicalPercent: string; siteText: string; problems: string | null; nextPlan: string | null;
  submittedOn: Day; verifiedOn: Day | null; returned?: string;
};
export type PlannedMilestone = { kind: MilestoneKind; name: string; ownerName: string | null; measure: string; dueOn: Day; doneOn: Day | null; evidence: string };
export type PlannedFund = { source: FundSource; kind: FundKind; day: Day; amountWan: string; note: string | null; enteredOn: Day };
export type PlannedMove =
  | { move: "suspend"; on: Day; reason: SuspensionReason; note: string; expectedEndOn: Day }
  | { move: "resume" | "withdraw"; on: Day; note: string };

/** All that happens to one project of the demo, before anything of it is in the database. Amounts are whole 万元. */
export type PlannedProject = {
  name: string;
  industry: Industry;
  nature: ProjectNature;
  path: ProjectPath;
  scope: string;
  /** Places in the district's list of units. */
  unit: number;
  township: number | null;
  /** Place in the district's list of enterprises. */
  builder: number | null;
  totalWan: number | null;
  startYear: number;
  endYear: number;
  plannedStartOn: Day | null;
  plannedCompletionOn: Day | null;
  isInStatistics: boolean;
  remark: "见于报道" | "演示虚构";
  /** In their order; those after `registeredOn` are taken when their day comes. */
  stages: PlannedStage[];
  registeredOn: Day;
  years: PlannedYear[];
  whitelistedFrom: Day | null;
  lead: { leader: number; fromOn: Day } | null;
  siteUnitFrom: Day | null;
  contactFrom: Day | null;
  reports: PlannedReport[];
  milestones: PlannedMilestone[];
  funds: PlannedFund[];
  moves: PlannedMove[];
};

/** Of a district as a whole. */
export type PlannedDistrict = { projects: PlannedProject[]; funds: PlannedFund[] };
