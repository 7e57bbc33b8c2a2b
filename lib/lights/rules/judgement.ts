import type { SettingValues } from "@/lib/districts/rules";
import { addMonths, daysBetween, yearOf, type Day } from "@/lib/foundation/calendar";
import { minusWan, wanOf, yuanOf, type Wan } from "@/lib/foundation/money";
import type { LightColour, LightDimension, ProjectStage, ProjectStatus } from "@/prisma/generated/enums";

/** What the lights of a project are judged by, as of the end of a day. */
export type LightInputs = {
  status: ProjectStatus;
  stage: ProjectStage;
  /** Among the key projects of the day's year. */
  isListed: boolean;
  plannedStartOn: Day | null;
  planWan: Wan;
  expectedWan: Wan;
  completedWan: Wan;
  milestones: number;
  lateMilestones: number;
  /** The one that is late for longest. */
  lateMilestone: { name: string; dueOn: Day } | null;
  fundsPlannedWan: Wan;
  fundsDueWan: Wan;
  fundsReceivedWan: Wan;
  /** The latest weeks in a row that were owed, are past their cut-off, and were not reported. */
  missedWeeks: number;
};

/** The dimensions that are judged, in the order in which they are shown. Issues join them when there are issues. */
export const dimensions = ["start", "investment", "nodes", "funds", "reports"] as const satisfies LightDimension[];
export type Dimension = (typeof dimensions)[number];

type Words = { [name: string]: string | number };
/** The sentences that say how a light was judged (messages: lights.rules) and what turns it green (lights.untilGreen). */
export type Rule =
  | "overall" | "suspended" | "withdrawn" | "notListed" | "started" | "noPlannedStart" | "startAhead" | "startLate" | "notStarted" | "noPlan" | "points" | "ratio"
  | "noMilestones" | "nodesInTime" | "nodesLate" | "noFunds" | "funds" | "reports";
export type WayToGreen = "start" | "complete" | "reach" | "receive" | "report";

export type Judgement = {
  colour: LightColour;
  rule: Rule;
  /** The numbers of that sentence. */
  inputs: Words;
  /** Null when it is green, or asks nothing. */
  untilGreen: { how: WayToGreen; values: Words } | null;
};

const nothingAsked = (rule: Rule): Judgement => ({ colour: "none", rule, inputs: {}, untilGreen: null });
const green = (rule: Rule, inputs: Words = {}): Judgement => ({ colour: "green", rule, inputs, untilGreen: null });
const behind = (isRed: boolean, rule: Rule, inputs: Words, how: WayToGreen, values: Words = {}): Judgement => ({
  colour: isRed ? "red" : "yellow", rule, inputs, untilGreen: { how, values },
});

const begun: readonly ProjectStage[] = ["started", "completed", "in_production", "at_capacity"];

function judgeStart({ isListed, stage, plannedStartOn }: LightInputs, day: Day, { startRedMonths }: SettingValues): Judgement {
  if (!isListed) return nothingAsked("notListed");
  if (begun.includes(stage)) return green("started");
  if (!plannedStartOn) return nothingAsked("noPlannedStart");
  if (plannedStartOn >= day) return green("startAhead", { plannedStartOn });
  return behind(addMonths(plannedStartOn, startRedMonths) < day, "startLate", { plannedStartOn, days: daysBetween(plannedStartOn, day), months: startRedMonths }, "start");
}

function judgeInvestment(inputs: LightInputs, day: Day, settings: SettingValues): Judgement {
  const { isListed, stage, planWan, expectedWan, completedWan } = inputs;
  if (!isListed) return nothingAsked("notListed");
  if (!begun.includes(stage)) return nothingAsked("notStarted");
  if (yuanOf(planWan) === 0n) return nothingAsked("noPlan");
  return settings.investmentMode === "ratio" ? byRatio(expectedWan, completedWan, day) : byPoints(planWan, expectedWan, completedWan, settings);
}

function byPoints(planWan: Wan, expectedWan: Wan, completedWan: Wan, { investmentYellowPoints: yellow, investmentRedPoints: red }: SettingValues): Judgement {
  const points = pointsOf(minusWan(expectedWan, completedWan), planWan);
  const inputs = { planWan, expectedWan, completedWan, ...points.said, yellow, red };
  if (!points.atLeast(yellow)) return green("points", inputs);
  return behind(points.above(red), "points", inputs, "complete", { wan: leastAbove(expectedWan, planWan, yellow) });
}

const ratioYellow = 80n;
const ratioRed = 60n;

function byRatio(expectedWan: Wan, completedWan: Wan, day: Day): Judgement {
  const [expected, completed] = [yuanOf(expectedWan), yuanOf(completedWan)];
  const ratio = expected === 0n ? "100" : ((completed * 1000n) / expected / 10n).toString();
  const inputs = { expectedWan, completedWan, ratio, yellow: Number(ratioYellow), red: Number(ratioRed) };
  if (expected === 0n || completed * 100n >= expected * ratioYellow) return green("ratio", inputs);
  // A small expectation makes a ratio jump: none is red in the first quarter.
  const mayBeRed = day >= `${yearOf(day)}-03-31`;
  return behind(mayBeRed && completed * 100n < expected * ratioRed, "ratio", inputs, "complete", { wan: wanOf((expected * ratioYellow + 99n) / 100n) });
}

function judgeNodes({ milestones, lateMilestones, lateMilestone }: LightInputs, day: Day, { nodeRedDays }: SettingValues): Judgement {
  if (milestones === 0) return nothingAsked("noMilestones");
  if (!lateMilestone) return green("nodesInTime", { count: milestones });
  const days = daysBetween(lateMilestone.dueOn, day);
  return behind(days > nodeRedDays, "nodesLate", { name: lateMilestone.name, dueOn: lateMilestone.dueOn, days, count: lateMilestones, red: nodeRedDays }, "reach", { count: lateMilestones });
}

function judgeFunds({ fundsPlannedWan, fundsDueWan, fundsReceivedWan }: LightInputs, { fundsYellowPoints: yellow, fundsRedPoints: red }: SettingValues): Judgement {
  if (yuanOf(fundsPlannedWan) === 0n) return nothingAsked("noFunds");
  const points = pointsOf(minusWan(fundsDueWan, fundsReceivedWan), fundsPlannedWan);
  const inputs = { plannedWan: fundsPlannedWan, dueWan: fundsDueWan, receivedWan: fundsReceivedWan, ...points.said, yellow, red };
  if (!points.atLeast(yellow)) return green("funds", inputs);
  return behind(points.above(red), "funds", inputs, "receive", { wan: leastAbove(fundsDueWan, fundsPlannedWan, yellow) });
}

function judgeReports({ isListed, missedWeeks }: LightInputs, { reportYellowWeeks: yellow, reportRedWeeks: red }: SettingValues): Judgement {
  if (!isListed) return nothingAsked("notListed");
  const inputs = { weeks: missedWeeks, yellow, red };
  return missedWeeks < yellow ? green("reports", inputs) : behind(missedWeeks >= red, "reports", inputs, "report");
}

/** An amount as points of a whole, and whether it reaches a threshold; exact, whatever is shown of it. */
function pointsOf(part: Wan, whole: Wan) {
  const [size, all] = [yuanOf(part), yuanOf(whole)];
  const tenths = ((size < 0n ? -size : size) * 1000n) / all;
  return {
    said: { points: `${tenths / 10n}.${tenths % 10n}`, side: size > 0n ? "behind" : "ahead" },
    atLeast: (points: number) => size * 100n >= all * BigInt(points),
    above: (points: number) => size * 100n > all * BigInt(points),
  };
}

/** The least amount that is less than `points` of the whole behind what is due. */
const leastAbove = (due: Wan, whole: Wan, points: number): Wan => {
  const limit = yuanOf(due) * 100n - yuanOf(whole) * BigInt(points);
  return limit < 0n ? "0" : wanOf(limit / 100n + 1n);
};

/** Every light of a project on a day, and the worst of them. What is suspended or withdrawn has none: its clocks stand still. */
export function judge(inputs: LightInputs, day: Day, settings: SettingValues): Record<Dimension | "overall", Judgement> {
  const still = nothingAsked(inputs.status === "withdrawn" ? "withdrawn" : "suspended");
  const each: Record<Dimension, Judgement> =
    inputs.status === "active"
      ? {
          start: judgeStart(inputs, day, settings),
          investment: judgeInvestment(inputs, day, settings),
          nodes: judgeNodes(inputs, day, settings),
          funds: judgeFunds(inputs, settings),
          reports: judgeReports(inputs, settings),
        }
      : { start: still, investment: still, nodes: still, funds: still, reports: still };
  const colour = worst(dimensions.map((dimension) => each[dimension].colour));
  const by = dimensions.filter((dimension) => each[dimension].colour === colour);
  return { ...each, overall: { colour, rule: "overall", inputs: colour === "none" ? {} : { by: by.join(" ") }, untilGreen: null } };
}

const order: readonly LightColour[] = ["none", "green", "yellow", "red"];
const worst = (colours: readonly LightColour[]): LightColour => order[Math.max(...colours.map((colour) => order.indexOf(colour)))]!;
