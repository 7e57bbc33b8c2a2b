import { describe, expect, it } from "vitest";
import { settings as allSettings, type SettingValues } from "@/lib/districts/rules";
import { judge, type Dimension, type LightInputs } from "./judgement";

const defaults = Object.fromEntries(Object.entries(allSettings).map(([key, { otherwise }]) => [key, otherwise])) as SettingValues;
const calm: LightInputs = {
  status: "active", stage: "started", isListed: true, plannedStartOn: null, planWan: "1000", expectedWan: "250", completedWan: "250", milestones: 0, lateMilestones: 0,
  lateMilestone: null, fundsPlannedWan: "0", fundsDueWan: "0", fundsReceivedWan: "0", missedWeeks: 0,
};
const lit = (dimension: Dimension | "overall", inputs: Partial<LightInputs>, day = "2023-04-11", settings: Partial<SettingValues> = {}) =>
  judge({ ...calm, ...inputs }, day, { ...defaults, ...settings })[dimension];

const waiting = { stage: "landed" as const, plannedStartOn: "2023-01-15" };

describe("a light", () => {
  it.each<[string, Dimension, Partial<LightInputs>, string, string]>([
    ["of a start that is due today is green", "start", waiting, "2023-01-15", "green"],
    ["turns yellow the day after", "start", waiting, "2023-01-16", "yellow"],
    ["stays yellow for three months", "start", waiting, "2023-04-15", "yellow"],
    ["then is red", "start", waiting, "2023-04-16", "red"],
    ["counts months to their end", "start", { stage: "landed", plannedStartOn: "2023-11-30" }, "2024-03-01", "red"],
    ["is green once started, late or not", "start", { plannedStartOn: "2023-01-15" }, "2023-09-01", "green"],
    ["asks no start of what is not a key project", "start", { ...waiting, isListed: false }, "2023-09-01", "none"],
    ["asks no start where none is planned", "start", { stage: "landed" }, "2023-09-01", "none"],

    ["of money 9.9999 points behind is green", "investment", { completedWan: "150.0001" }, "2023-04-11", "green"],
    ["at 10 points is yellow", "investment", { completedWan: "150" }, "2023-04-11", "yellow"],
    ["at 30 points still", "investment", { expectedWan: "500", completedWan: "200" }, "2023-06-11", "yellow"],
    ["beyond 30 is red", "investment", { expectedWan: "500", completedWan: "199.9999" }, "2023-06-11", "red"],
    ["ahead is green", "investment", { completedWan: "900" }, "2023-04-11", "green"],
    ["asks no money before the start", "investment", { stage: "landed", completedWan: "0" }, "2023-12-11", "none"],
    ["asks no money without a plan", "investment", { planWan: "0", expectedWan: "0" }, "2023-12-11", "none"],
    ["asks no money of what is not a key project", "investment", { isListed: false, completedWan: "0" }, "2023-12-11", "none"],

    ["of nodes is green while none is late", "nodes", { milestones: 3 }, "2023-04-11", "green"],
    ["is yellow with one late", "nodes", { milestones: 3, lateMilestones: 1, lateMilestone: { name: "封顶", dueOn: "2023-04-10" } }, "2023-04-11", "yellow"],
    ["30 days late still", "nodes", { milestones: 3, lateMilestones: 1, lateMilestone: { name: "封顶", dueOn: "2023-03-12" } }, "2023-04-11", "yellow"],
    ["31 days late is red", "nodes", { milestones: 3, lateMilestones: 1, lateMilestone: { name: "封顶", dueOn: "2023-03-11" } }, "2023-04-11", "red"],
    ["asks no nodes where none are", "nodes", {}, "2023-04-11", "none"],

    ["of funds 19.99 points short is green", "funds", { fundsPlannedWan: "1000", fundsDueWan: "500", fundsReceivedWan: "300.1" }, "2023-04-11", "green"],
    ["20 points short is yellow", "funds", { fundsPlannedWan: "1000", fundsDueWan: "500", fundsReceivedWan: "300" }, "2023-04-11", "yellow"],
    ["40 points still", "funds", { fundsPlannedWan: "1000", fundsDueWan: "500", fundsReceivedWan: "100" }, "2023-04-11", "yellow"],
    ["beyond 40 is red", "funds", { fundsPlannedWan: "1000", fundsDueWan: "500", fundsReceivedWan: "99" }, "2023-04-11", "red"],
    ["asks no funds where none are planned", "funds", { fundsReceivedWan: "5" }, "2023-04-11", "none"],

    ["of reports is green after one missed week", "reports", { missedWeeks: 1 }, "2023-04-11", "green"],
    ["yellow after two", "reports", { missedWeeks: 2 }, "2023-04-11", "yellow"],
    ["yellow after three", "reports", { missedWeeks: 3 }, "2023-04-11", "yellow"],
    ["red after four", "reports", { missedWeeks: 4 }, "2023-04-11", "red"],
    ["asks no reports of what is not a key project", "reports", { isListed: false, missedWeeks: 4 }, "2023-04-11", "none"],
  ])("%s", (_, dimension, inputs, day, colour) => expect(lit(dimension, inputs, day).colour).toBe(colour));

  it.each([
    ["0.8 of what is expected is green", "200", "2023-06-11", "green"],
    ["less is yellow", "199.9999", "2023-06-11", "yellow"],
    ["0.6 still", "150", "2023-06-11", "yellow"],
    ["less is red", "149.9999", "2023-06-11", "red"],
    ["but not before 31 March", "1", "2023-03-30", "yellow"],
    ["from that day on", "1", "2023-03-31", "red"],
  ])("by ratio: %s", (_, completedWan, day, colour) => expect(lit("investment", { completedWan }, day, { investmentMode: "ratio" }).colour).toBe(colour));

  it("by ratio asks nothing while nothing is expected", () =>
    expect(lit("investment", { expectedWan: "0", completedWan: "0" }, "2023-01-01", { investmentMode: "ratio" }).colour).toBe("green"));

  it("goes by the thresholds of its district", () => {
    expect(lit("investment", { completedWan: "200" }, "2023-04-11", { investmentYellowPoints: 5 }).colour).toBe("yellow");
    expect(lit("start", waiting, "2023-02-20", { startRedMonths: 1 }).colour).toBe("red");
    expect(lit("reports", { missedWeeks: 2 }, "2023-04-11", { reportRedWeeks: 2 }).colour).toBe("red");
  });

  it("of the project is the worst, and says by which", () => {
    expect(lit("overall", { missedWeeks: 2, expectedWan: "500", completedWan: "100" })).toMatchObject({ colour: "red", inputs: { by: "investment" } });
    expect(lit("overall", { missedWeeks: 2, completedWan: "100" })).toMatchObject({ colour: "yellow", inputs: { by: "investment reports" } });
    expect(lit("overall", { isListed: false })).toMatchObject({ colour: "none", inputs: {} });
  });

  it.each(["suspended", "withdrawn"] as const)("is out while the project is %s", (status) => {
    const lights = judge({ ...calm, status, missedWeeks: 9, lateMilestones: 1, milestones: 1, lateMilestone: { name: "封顶", dueOn: "2022-01-01" } }, "2023-04-11", defaults);
    expect(Object.values(lights).map(({ colour, rule }) => [colour, rule])).toEqual([...Array(5).fill(["none", status]), ["none", "overall"]]);
  });
});

describe("what turns it green", () => {
  const green = (inputs: Partial<LightInputs>) => lit("investment", inputs).colour;
  it("is the least amount that does", () => {
    const { untilGreen } = lit("investment", { completedWan: "100" });
    expect(untilGreen).toEqual({ how: "complete", values: { wan: "150.0001" } });
    expect(green({ completedWan: "150.0001" })).toBe("green");
    expect(green({ completedWan: "150" })).toBe("yellow");
  });
  it("is the least ratio that does", () => {
    const wan = lit("investment", { expectedWan: "0.0007", completedWan: "0.0001" }, "2023-06-01", { investmentMode: "ratio" }).untilGreen!.values.wan as string;
    expect(wan).toBe("0.0006");
    expect(lit("investment", { expectedWan: "0.0007", completedWan: wan }, "2023-06-01", { investmentMode: "ratio" }).colour).toBe("green");
  });
  it("names funds, nodes, start and reports alike", () => {
    expect(lit("funds", { fundsPlannedWan: "1000", fundsDueWan: "500" }).untilGreen).toEqual({ how: "receive", values: { wan: "300.0001" } });
    expect(lit("nodes", { milestones: 2, lateMilestones: 2, lateMilestone: { name: "封顶", dueOn: "2023-04-01" } }).untilGreen).toEqual({ how: "reach", values: { count: 2 } });
    expect(lit("start", waiting).untilGreen?.how).toBe("start");
    expect(lit("reports", { missedWeeks: 3 }).untilGreen?.how).toBe("report");
  });
});
