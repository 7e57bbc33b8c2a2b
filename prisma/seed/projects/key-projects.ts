import { addDays, yearOf, type Day } from "@/lib/foundation/calendar";
import type { Industry, ProjectLevel, ProjectNature, ProjectPath } from "@/prisma/generated/enums";
import type { Inventor } from "../invent";
import type { places } from "../places";
import { apportion, between, mixOf, shuffled, sizeBetween, wholeBetween } from "./amounts";
import { fundsOf, lastWeekOn, lateNode, monthsOf, nodesOf, reportedOn, shareByReport, stageOn, stagesBefore, weeklyReports, weeks, type Profile } from "./course";
import { scopeOf, type namer } from "./names";
import type { PlannedProject, PlannedStage, PlannedYear } from "./plan";

export type District = (typeof places)[number];
export type Inventing = { invent: Inventor; district: District; nameFor: ReturnType<typeof namer> };

/** What is told of one project; all else is invented. */
export type Given = {
  name?: string; totalWan?: number; industry?: Industry; nature?: ProjectNature; isNew?: boolean; signedOn?: Day; stages?: PlannedStage[]; plannedStartOn?: Day;
  registeredOn?: Day; leadFrom?: Day; years?: PlannedYear[]; investedBeforeWan?: number; sizes?: [number, number]; isNamed?: boolean;
};

type Wanted = {
  count: number;
  newCount: number;
  levels: Partial<Record<ProjectLevel, number>>;
  /** In the order of the projects; else mixed by shares. */
  industries?: Industry[];
  mix?: Partial<Record<Industry, number>>;
  sizes: [least: number, most: number];
  /** Sums that must come out exactly, 万元. */
  totalWan?: number;
  planWan?: number;
  completedWan?: number;
  given?: Given[];
  profile: Profile;
  /** Shares of the projects that are planned by month, that have a task force, that are new and wait for their start. */
  withMonths: number;
  withTaskForce: number;
  waiting: number;
  whitelistedFrom?: Day;
  /** Projects of the office in charge, whose week its staff reports. */
  ofOffice: number;
  /** New ones that signed before the register began. */
  signedEarly?: boolean;
};

/** What becomes of a project: most go as planned, and each light has its cases. */
const fates = {
  farBehind: 0.03, behind: 0.08, silent: 0.03, longSilent: 0.012, lateNode: 0.05, veryLateNode: 0.02, fundsShort: 0.025, fundsVeryShort: 0.012,
} as const;
type Fate = keyof typeof fates | "steady";

/** Key projects of 2023 of one district, with all their course up to the demo's first day. */
export function keyProjects({ invent, district, nameFor }: Inventing, wanted: Wanted): PlannedProject[] {
  const { count, given = [], profile } = wanted;
  const industries = wanted.industries ?? mixOf<Industry>(invent, count, wanted.mix ?? usualMix);
  const levels = mixOf<ProjectLevel>(invent, count, wanted.levels);
  const isNew = newOnes(wanted);
  const industryOf = (at: number): Industry => given[at]?.industry ?? industries[at]!;
  const paths = isNew.map((_, at) => pathOf(industryOf(at)));
  const totals = totalsOf(invent, wanted, industryOf);
  const plans = plansOf(invent, wanted, totals, isNew);
  const fate = fatesOf(invent, count, isNew.map((_, at) => Boolean(given[at]?.stages)));
  const waitingFor = starts(invent, wanted, isNew, fate);
  const months = plans.map((plan, at) => (invent.next() < wanted.withMonths ? monthsOf(fate[at] === "farBehind" ? "front" : profile, plan, waitingFor[at]!.plannedOn) : null));
  const completed = completedOf(invent, wanted, { plans, months, fate, startedOn: waitingFor.map((one) => one.startedOn) });
  const offices = new Set(shuffled(invent, isNew.map((_, at) => at).filter((at) => fate[at] === "steady" && !given[at]?.isNamed)).slice(0, wanted.ofOffice));

  const projects = isNew.map((isNewOne, at): PlannedProject => {
    const told = given[at] ?? {};
    const { plannedOn, startedOn } = waitingFor[at]!;
    const [industry, path, totalWan, planWan] = [industryOf(at), paths[at]!, totals[at]!, plans[at]!];
    const nature = told.nature ?? (isNewOne && invent.next() < 0.85 ? "new_build" : invent.pick(["new_build", "expansion", "new_build"] as const));
    const investedBeforeWan = told.investedBeforeWan ?? (isNewOne ? 0 : Math.round(((totalWan - planWan) * between(invent, 0.3, 0.75)) / 10) * 10);
    const finishOn = addDays(plannedOn, wholeBetween(invent, isNewOne ? 300 : 560, isNewOne ? 700 : 900));
    const signedOn = told.signedOn ?? (wanted.signedEarly ? signedBefore2022(invent, startedOn) : undefined);
    const isFinishing = !isNewOne && !told.stages && fate[at] === "steady" && !offices.has(at) && invent.next() < 0.12;
    const completedOn = isFinishing ? addDays("2023-02-10", wholeBetween(invent, 0, 55)) : null;
    const registeredOn = told.registeredOn ?? "2023-01-03";
    const stages = told.stages ?? [
      ...stagesBefore(invent, path, startedOn ?? earliestOf(plannedOn), signedOn),
      ...(startedOn ? [stageOn("started", startedOn)] : []),
      ...(completedOn ? [stageOn("completed", completedOn)] : []),
      ...(completedOn && path === "production" && completedOn < "2023-03-10" ? [stageOn("in_production", addDays(completedOn, 24))] : []),
    ];
    const owner = invent.name();
    const name = told.name ?? nameFor(invent, district, industry, nature === "transformation");
    const office = offices.has(at);
    const owes = office ? district.key === "nanle" || invent.next() < 0.5 : invent.next() < 0.13;
    const lastOn = fate[at] === "silent" ? weeks[10]! : fate[at] === "longSilent" ? weeks[8]! : owes ? reportedOn : lastWeekOn;
    const isBuilding = startedOn !== null && startedOn <= lastWeekOn && !completedOn;
    return {
      name, industry, nature, path, scope: scopeOf(invent, industry, name),
      unit: office ? 0 : invent.pick(unitsFor[industry]), township: invent.next() < 0.85 ? 19 + Math.floor(invent.next() * district.townships.length) : 18,
      builder: path === "production" && !told.isNamed ? Math.floor(invent.next() * 16) : null,
      totalWan, startYear: yearOf(startedOn ?? plannedOn), endYear: yearOf(finishOn), plannedStartOn: plannedOn, plannedCompletionOn: completedOn ? addDays(completedOn, wholeBetween(invent, -9, 30)) : finishOn,
      isInStatistics: startedOn !== null && startedOn < "2023-03-01", remark: told.isNamed ? "见于报道" : "演示虚构",
      stages, registeredOn,
      years: [...(told.years ?? []), { year: 2023, level: levels[at]!, kind: isNewOne ? "new" : "continuing", planWan, investedBeforeWan, monthsWan: months[at]!, goal: invent.pick(isNewOne ? goalsOfNew : goalsOfContinuing), fromOn: "2023-01-01" }],
      whitelistedFrom: wanted.whitelistedFrom ?? null,
      lead: { leader: at, fromOn: told.leadFrom ?? (registeredOn > "2023-01-03" ? registeredOn : "2023-01-03") },
      siteUnitFrom: invent.next() < wanted.withTaskForce ? "2023-01-05" : null,
      contactFrom: path === "production" && invent.next() < 0.15 ? "2023-01-05" : null,
      reports: weeklyReports(invent, {
        completedWan: completed[at]!, nextWeekWan: isBuilding ? Math.round(planWan * between(invent, 0.008, 0.026)) : 0, totalWan, investedBeforeWan, startOn: startedOn, completedOn, path, industry, lastOn,
        isAheadOfSite: fate[at] === "steady" && isBuilding && invent.next() < 0.04, repeatsText: isBuilding && invent.next() < 0.05,
      }),
      milestones: [
        ...(invent.next() < 0.4 || fate[at]!.endsWith("Node") ? nodesOf(invent, path, startedOn ?? plannedOn, finishOn, owner, "2023-04-11") : []),
        ...(fate[at] === "lateNode" || fate[at] === "veryLateNode" ? [lateNode(invent, path, startedOn ?? plannedOn, fate[at] === "veryLateNode", owner)] : []),
      ],
      funds: fate[at]!.startsWith("funds") || (isBuilding && invent.next() < 0.3) ? fundsOf(invent, planWan, path, fate[at] === "fundsShort" ? 0.5 : fate[at] === "fundsVeryShort" ? 0.25 : 1) : [],
      moves: [],
    };
  });
  addCases(projects);
  return projects;
}

/** A figure of February that was corrected the day after; of the last week a report that was sent back, one of more than the total, one with last week's text. */
function addCases(projects: PlannedProject[]): void {
  const corrected = projects.flatMap(({ reports }) => reports.filter(({ asOfOn, completedWan }, at) => asOfOn === "2023-02-17" && (reports[at + 1]?.completedWan ?? 0) > completedWan + 20).slice(0, 1)).slice(0, projects.length > 50 ? 2 : 1);
  for (const report of corrected) report.firstWan = report.completedWan + 10;
  const [done] = projects.filter(({ stages, reports }) => stages.some(({ stage }) => stage === "completed") && reports.at(-1)?.asOfOn === lastWeekOn);
  const year = done?.years.find((one) => one.year === 2023);
  if (done && year) done.reports.at(-1)!.completedWan = Math.max(done.reports.at(-1)!.completedWan, done.totalWan! - year.investedBeforeWan + 80);
  const [repeating] = projects.filter(({ reports }) => reports.at(-1)?.asOfOn === lastWeekOn && !reports.at(-1)!.verifiedOn).slice(2);
  if (repeating) repeating.reports.at(-1)!.siteText = repeating.reports.at(-2)!.siteText;
  const returned = projects.flatMap(({ reports }) => reports.filter(({ asOfOn, verifiedOn, submittedOn }) => asOfOn === lastWeekOn && submittedOn === lastWeekOn && !verifiedOn)).slice(0, 1);
  for (const report of returned) report.returned = "形象进度与完成投资对不上，请与监理核对后重报。";
}

const usualMix: Partial<Record<Industry, number>> = { industry: 46, urban: 16, social: 12, transport_energy: 10, services: 9, agriculture: 7 };
/** Places among a district's units: of the offices that answer for such projects, of its park and its companies. */
export const unitsFor: Record<Industry, readonly number[]> = {
  industry: [2, 18, 2, 18, 9], agriculture: [7], services: [9, 1], transport_energy: [5, 17, 1], urban: [4, 16, 6, 4], social: [1, 4, 4],
};
export const pathOf = (industry: Industry): ProjectPath => (["industry", "agriculture", "services"].includes(industry) ? "production" : "works");
const goalsOfNew = ["完成基础施工并出正负零", "完成主体结构", "主体完工，设备进场", "完成厂房封闭", "年底前建成投用"];
const goalsOfContinuing = ["竣工验收", "建成投产", "完成主体及配套工程", "完成设备安装并试生产", "全线完工"];

/** Which of them are new: those of which it is told, then as many others as are wanted, spread over the list. */
function newOnes({ count, newCount, given = [] }: Wanted): boolean[] {
  const open = Array.from({ length: count }, (_, at) => at).filter((at) => given[at]?.isNew === undefined);
  const toldNew = given.filter((one) => one.isNew).length;
  const fresh = new Set(open.filter((_, at) => Math.floor(((at + 1) * (newCount - toldNew)) / open.length) > Math.floor((at * (newCount - toldNew)) / open.length)));
  return Array.from({ length: count }, (_, at) => given[at]?.isNew ?? fresh.has(at));
}

function totalsOf(invent: Inventor, { count, given = [], totalWan, sizes }: Wanted, industryOf: (at: number) => Industry): number[] {
  const sized = Array.from({ length: count }, (_, at) => given[at]?.totalWan ?? sizeBetween(invent, ...(given[at]?.sizes ?? limited(sizes, industryOf(at))), 100));
  if (totalWan === undefined) return sized;
  const told = given.reduce((sum, one) => sum + (one.totalWan ?? 0), 0);
  const shares = apportion(totalWan - told, sized.map((size, at) => (given[at]?.totalWan ? 0 : size)), 100);
  return sized.map((size, at) => given[at]?.totalWan ?? shares[at]!);
}

/** Schools and pipes cost less than factories. */
const sizeOfIndustry: Record<Industry, number> = { industry: 1, services: 0.5, transport_energy: 0.4, urban: 0.25, agriculture: 0.2, social: 0.12 };
const limited = ([least, most]: [number, number], industry: Industry): [number, number] => [least * Math.min(1, sizeOfIndustry[industry] * 2), most * sizeOfIndustry[industry]];

function plansOf(invent: Inventor, { planWan, given = [] }: Wanted, totals: number[], isNew: boolean[]): number[] {
  const wished = totals.map((total, at) => (total - (given[at]?.investedBeforeWan ?? 0)) * (isNew[at] ? between(invent, 0.32, 0.6) : between(invent, 0.25, 0.48)));
  return planWan === undefined ? wished.map((wish) => Math.max(100, Math.round(wish / 100) * 100)) : apportion(planWan, wished, 10);
}

function fatesOf(invent: Inventor, count: number, isTold: boolean[]): Fate[] {
  const places = shuffled(invent, Array.from({ length: count }, (_, at) => at).filter((at) => !isTold[at]));
  const fate = Array.from({ length: count }, (): Fate => "steady");
  for (const [name, share] of Object.entries(fates) as [Fate, number][]) {
    for (const at of places.splice(0, Math.max(count >= 25 ? 1 : 0, Math.round(count * share)))) fate[at] = name;
  }
  return fate;
}

type Start = { plannedOn: Day; startedOn: Day | null };

/** When each was to start, and did. Of the new ones some wait for their day, some are late, one in a while by more than three months. */
function starts(invent: Inventor, { given = [], waiting }: Wanted, isNew: boolean[], fate: Fate[]): Start[] {
  let late = 0;
  return isNew.map((isNewOne, at): Start => {
    const told = given[at];
    const toldStart = told?.stages?.find(({ stage }) => stage === "started")?.on ?? null;
    if (told?.stages || told?.plannedStartOn) return { plannedOn: told.plannedStartOn ?? toldStart ?? "2023-05-15", startedOn: toldStart };
    if (!isNewOne) {
      const startedOn = addDays("2021-04-10", wholeBetween(invent, 0, 560));
      return { plannedOn: addDays(startedOn, wholeBetween(invent, -12, 8)), startedOn };
    }
    if (fate[at] === "steady" && invent.next() < waiting) {
      late++;
      if (late % 12 === 2) return { plannedOn: addDays("2022-12-26", wholeBetween(invent, 0, 12)), startedOn: null };
      if (late % 6 === 1) return { plannedOn: addDays("2023-02-12", wholeBetween(invent, 0, 40)), startedOn: null };
      return { plannedOn: addDays("2023-04-20", wholeBetween(invent, 0, 100)), startedOn: null };
    }
    if (fate[at] === "steady" && waiting > 0 && waiting < 1 && invent.next() < 0.05) return { plannedOn: addDays("2023-04-03", wholeBetween(invent, 0, 9)), startedOn: addDays("2023-04-03", wholeBetween(invent, 0, 7)) };
    const startedOn = fate[at] === "steady" ? addDays("2023-01-05", wholeBetween(invent, 0, 58)) : addDays("2022-12-05", wholeBetween(invent, 0, 25));
    return { plannedOn: addDays(startedOn, wholeBetween(invent, -9, 12)), startedOn };
  });
}

function signedBefore2022(invent: Inventor, startedOn: Day | null): Day {
  const wished = startedOn && startedOn < "2023-01-01" ? addDays(startedOn, -wholeBetween(invent, 150, 260)) : addDays("2021-03-01", wholeBetween(invent, 0, 280));
  return wished < "2021-12-20" ? wished : addDays("2021-11-01", wholeBetween(invent, 0, 48));
}

const earliestOf = (plannedOn: Day): Day => (plannedOn < "2023-01-28" ? plannedOn : "2023-01-28");

type Completing = { plans: number[]; months: (number[] | null)[]; fate: Fate[]; startedOn: (Day | null)[] };

/** Completed as of the report's day: what lags lags by as much as its light says, the others share what is left of the sum. */
function completedOf(invent: Inventor, { completedWan, given = [] }: Wanted, { plans, months, fate, startedOn }: Completing): number[] {
  const isOpen = plans.map((_, at) => fate[at] !== "behind" && fate[at] !== "farBehind" && !given[at]?.stages?.some(({ stage }) => stage === "completed"));
  const wished = plans.map((plan, at) => {
    if (!startedOn[at] || startedOn[at] > "2023-03-24") return 0;
    const expected = shareByReport(months[at]!, plan);
    if (fate[at] === "farBehind") return plan * between(invent, 0.02, 0.06);
    if (fate[at] === "behind") return plan * Math.max(0.01, expected - between(invent, 0.13, 0.2));
    return plan * Math.min(0.8, expected + between(invent, -0.03, 0.1));
  });
  const rounded = wished.map((wish) => Math.round(wish / 10) * 10);
  if (completedWan === undefined) return rounded;
  const fixed = rounded.reduce((sum, wan, at) => sum + (isOpen[at] ? 0 : wan), 0);
  const shares = apportion(completedWan - fixed, wished.map((wish, at) => (isOpen[at] ? wish : 0)), 10);
  return rounded.map((wan, at) => (isOpen[at] ? shares[at]! : wan));
}
