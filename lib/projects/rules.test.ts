import { describe, expect, it } from "vitest";
import { codeOf, differenceFrom, isRenewalDue, nextStage, renewDueOf, standingOf, statusMoves, whyNotAdvance, whyNotMove, whyNotMoveDays, whyNotReset, whyNotSetYear, whyNotStages, type StatusMove } from "./rules";
import { columnsChoice, ledgerColumns, projectFilter, usualColumns } from "./schema";

const today = "2023-04-11";

describe("the next stage", () => {
  it.each([
    ["production", "reserve", "signed"],
    ["production", "landed", "started"],
    ["production", "completed", "in_production"],
    ["production", "at_capacity", null],
    ["works", "reserve", "landed"],
    ["works", "completed", null],
    ["works", "signed", null],
  ] as const)("of %s after %s is %s", (path, stage, next) => expect(nextStage(path, stage)).toBe(next));
});

describe("going to a stage", () => {
  const landed = { path: "production", stage: "landed", stageOn: "2023-03-01", status: "active" } as const;
  it.each([
    ["the next one", landed, "started", today, null],
    ["on the day of the present one", landed, "started", "2023-03-01", null],
    ["before it", landed, "started", "2023-02-28", "stageDayTooEarly"],
    ["ahead of time", landed, "started", "2023-04-12", "dayAhead"],
    ["over one", landed, "completed", today, "stageNotNext"],
    ["back", landed, "signed", today, "stageNotNext"],
    ["to one the path lacks", { ...landed, path: "works" }, "in_production", today, "stageNotOnPath"],
    ["while suspended", { ...landed, status: "suspended" }, "started", today, "projectSuspended"],
    ["when withdrawn", { ...landed, status: "withdrawn" }, "started", today, "projectWithdrawn"],
  ] as const)("%s", (_, standing, to, on, reason) => expect(whyNotAdvance(standing, to, on, today)).toBe(reason));

  const started = { path: "production", stage: "started", stageOn: "2023-03-01", firstOn: "2022-06-01" } as const;
  it.each([
    ["skipping", "in_production", today, null],
    ["taking back", "landed", today, null],
    ["another day", "started", "2023-02-01", null],
    ["nothing else", "started", "2023-03-01", "stageUnchanged"],
    ["before it was known", "started", "2022-05-31", "stageDayTooEarly"],
    ["ahead of time", "completed", "2023-04-12", "dayAhead"],
  ] as const)("by a leader: %s", (_, to, on, reason) => expect(whyNotReset(started, to, on, today)).toBe(reason));
});

describe("what spans of stages say", () => {
  const span = (stage: "reserve" | "landed" | "started" | "completed" | "in_production", fromOn: string, toOn: string | null) => ({ stage, fromOn, toOn });
  it.each([
    ["not started", [span("reserve", "2022-01-01", null)], { stage: "reserve", stageOn: "2022-01-01", startedOn: null, completedOn: null }],
    ["started", [span("landed", "2022-01-01", "2022-05-01"), span("started", "2022-05-01", null)], { stage: "started", stageOn: "2022-05-01", startedOn: "2022-05-01", completedOn: null }],
    ["skipped over the start", [span("landed", "2022-01-01", "2022-05-01"), span("completed", "2022-05-01", null)], { stage: "completed", stageOn: "2022-05-01", startedOn: "2022-05-01", completedOn: "2022-05-01" }],
    ["further", [span("started", "2022-05-01", "2023-01-01"), span("completed", "2023-01-01", "2023-02-01"), span("in_production", "2023-02-01", null)], { stage: "in_production", stageOn: "2023-02-01", startedOn: "2022-05-01", completedOn: "2023-01-01" }],
    ["taken back", [span("started", "2022-05-01", "2023-01-01"), span("landed", "2023-01-01", null)], { stage: "landed", stageOn: "2023-01-01", startedOn: null, completedOn: null }],
    ["started again", [span("started", "2022-05-01", "2023-01-01"), span("landed", "2023-01-01", "2023-02-01"), span("started", "2023-02-01", null)], { stage: "started", stageOn: "2023-02-01", startedOn: "2023-02-01", completedOn: null }],
    ["one that held on no day", [span("landed", "2022-01-01", "2022-05-01"), span("reserve", "2022-05-01", "2022-05-01"), span("started", "2022-05-01", null)], { stage: "started", stageOn: "2022-05-01", startedOn: "2022-05-01", completedOn: null }],
  ])("%s", (_, spans, standing) => expect(standingOf(spans)).toEqual(standing));
});

describe("the stages of a new project", () => {
  it.each([
    ["in order", "production", [["reserve", "2022-01-01"], ["landed", "2022-02-01"]], null],
    ["two on one day", "production", [["signed", "2022-01-01"], ["landed", "2022-01-01"]], null],
    ["the same twice", "production", [["landed", "2022-01-01"], ["landed", "2022-02-01"]], "stagesOutOfOrder"],
    ["days that go back", "production", [["signed", "2022-02-01"], ["landed", "2022-01-01"]], "stagesOutOfOrder"],
    ["one that a works project lacks", "works", [["signed", "2022-01-01"]], "stageNotOnPath"],
    ["ahead of time", "works", [["landed", "2023-05-01"]], "dayAhead"],
  ] as const)("%s", (_, path, entered, reason) => expect(whyNotStages(path, entered.map(([stage, on]) => ({ stage, on })), today)).toBe(reason));
});

describe("status", () => {
  const allowed: Record<StatusMove, string[]> = { suspend: ["active"], renew: ["suspended"], resume: ["suspended", "withdrawn"], withdraw: ["active", "suspended"] };
  for (const move of Object.keys(statusMoves) as StatusMove[]) {
    for (const status of ["active", "suspended", "withdrawn"] as const) {
      it(`${move} from ${status}`, () => expect(whyNotMove({ status, statusOn: "2023-01-01", reportedOn: null }, move, today, today) === null).toBe(allowed[move].includes(status)));
    }
  }
  it.each([
    ["ahead of time", "2023-04-12", "2023-06-01", "dayAhead"],
    ["before the present status", "2022-12-31", "2023-06-01", "spanInPast"],
    ["an end before the beginning", "2023-04-01", "2023-04-01", "suspensionEndsTooEarly"],
    ["an end that has passed", "2023-04-01", "2023-04-05", "suspensionEndsTooEarly"],
    ["an end today", "2023-04-01", "2023-04-11", "suspensionEndsTooEarly"],
    ["before a report that counts", "2023-03-30", "2023-06-01", "suspensionBeforeReport"],
    ["on the day of that report", "2023-03-31", "2023-06-01", null],
    ["well", "2023-04-01", "2023-06-01", null],
  ] as const)("%s", (_, on, end, reason) => expect(whyNotMove({ status: "active", statusOn: "2023-01-01", reportedOn: "2023-03-31" }, "suspend", on, today, end)).toBe(reason));

  it.each([
    ["suspended", "2023-04-12", false],
    ["suspended", "2023-04-11", true],
    ["active", "2023-04-11", false],
    ["suspended", null, false],
  ] as const)("%s, to be renewed by %s: %s", (status, due, isDue) => expect(isRenewalDue(status, due, today)).toBe(isDue));

  it.each([["2023-01-15", "2023-04-15"], ["2022-11-30", "2023-02-28"], ["2023-12-31", "2024-03-31"], ["2023-10-01", "2024-01-01"]])("suspended on %s is renewed by %s", (on, due) => expect(renewDueOf(on)).toBe(due));
});

describe("planned days", () => {
  const standing = { plannedStartOn: "2023-03-01", plannedCompletionOn: "2024-03-01" };
  const open = { plannedStartOn: null, plannedCompletionOn: null };
  it.each([
    ["nothing", standing, {}, "plannedDaysUnmoved"],
    ["what stands already", standing, { plannedStartOn: "2023-03-01" }, "plannedDaysUnmoved"],
    ["one taken away", standing, { plannedStartOn: null, plannedCompletionOn: "2024-06-01" }, "plannedDayNotCleared"],
    ["none where none stands", open, { plannedStartOn: null, plannedCompletionOn: "2024-06-01" }, null],
    ["past the other", standing, { plannedStartOn: "2024-03-02" }, "plannedDaysReversed"],
    ["one alone", standing, { plannedCompletionOn: "2024-06-01" }, null],
  ] as const)("%s", (_, from, moved, reason) => expect(whyNotMoveDays(from, moved)).toBe(reason));
});

it.each([
  ["1200", "100", "0"],
  ["1250.5", "100", "-50.5"],
  ["1000", "100.0001", "200.0012"],
])("a plan of %s, %s a month: %s", (plan, month, difference) => expect(differenceFrom(plan, Array.from({ length: 12 }, () => month))).toBe(difference));

describe("a year", () => {
  const listed = { isListed: true, planWan: "1000" };
  it.each([
    ["for the first time", null, true, "1000", null, null],
    ["though there is one", listed, true, "1000", null, "yearAlreadySet"],
    ["the plan as it was", listed, false, "1000", null, null],
    ["another plan without a reason", listed, false, "1200", null, "planNeedsReason"],
    ["another plan with one", listed, false, "1200", "调增", null],
    ["taken up again with another plan", { ...listed, isListed: false }, false, "1200", null, null],
  ] as const)("%s", (_, existing, isNew, plan, reason, refusal) => expect(whyNotSetYear(existing, isNew, plan, reason, today, today)).toBe(refusal));
  it("is not listed ahead of time", () => expect(whyNotSetYear(null, true, "1", null, "2023-04-12", today)).toBe("dayAhead"));
});

describe("what an address says", () => {
  it.each([
    [undefined, usualColumns],
    ["", usualColumns],
    ["nonsense,<b>", usualColumns],
    ["rate,goal", ["name", "rate", "goal"]],
    ["goal,name,rate,rate", ["name", "rate", "goal"]],
    [ledgerColumns.join(","), ledgerColumns],
  ])("of columns: %s", (text, columns) => expect(columnsChoice.parse(text)).toEqual(columns));
  it("is taken as far as it fits", () => {
    expect(projectFilter.parse({ q: ["a", "b"], year: "1999", level: "world", leadId: "1", sort: "name;drop" })).toEqual({});
    expect(projectFilter.parse({ year: "2022", status: "all", sort: "-rate" })).toMatchObject({ year: 2022, status: "all", sort: "-rate" });
  });
});

it("a code has four digits or more", () => expect([codeOf({ codeYear: 2023, codeNumber: 17 }), codeOf({ codeYear: 2023, codeNumber: 12345 })]).toEqual(["2023-0017", "2023-12345"]));
