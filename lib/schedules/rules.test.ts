import { describe, expect, it } from "vitest";
import { daysLate, whyNotChange, whyNotDueOn, whyNotReachedOn } from "./rules";

const planned = { plannedStartOn: "2023-03-01", startedOn: null };
const started = { plannedStartOn: "2023-03-01", startedOn: "2023-02-15" };

describe("a node is due", () => {
  it.each([
    ["construction", "2023-02-28", planned, "milestoneBeforeStart"],
    ["construction", "2023-03-01", planned, null],
    ["construction", "2023-02-15", started, null],
    ["construction", "2023-02-14", started, "milestoneBeforeStart"],
    ["construction", "2020-01-01", { plannedStartOn: null, startedOn: null }, null],
    ["preparation", "2023-01-01", planned, null],
  ] as const)("%s on %s, of works that begin %o: %s", (kind, dueOn, project, reason) => expect(whyNotDueOn(kind, dueOn, project)).toBe(reason));
});

const open = { dueOn: "2023-04-01", doneOn: null, withdrawnOn: null };
it.each([
  [open, "2023-04-01", 0],
  [open, "2023-04-11", 10],
  [{ ...open, doneOn: "2023-04-03" }, "2023-04-11", 2],
  [{ ...open, doneOn: "2023-03-20" }, "2023-04-11", 0],
  [{ ...open, withdrawnOn: "2023-04-05" }, "2023-04-11", 0],
])("%o is late on %s by %i days", (milestone, today, days) => expect(daysLate(milestone, today)).toBe(days));

it.each([
  [open, null],
  [{ ...open, doneOn: "2023-04-03" }, "milestoneIsReached"],
  [{ ...open, withdrawnOn: "2023-04-03" }, "milestoneIsWithdrawn"],
] as const)("%o is not changed: %s", (milestone, reason) => expect(whyNotChange(milestone)).toBe(reason));

it.each([
  ["construction", "2023-02-14", started, "milestoneReachedBeforeStart"],
  ["construction", "2023-02-15", started, null],
  ["construction", "2023-02-14", planned, null],
  ["preparation", "2023-01-01", started, null],
  ["preparation", "2023-04-12", planned, "dayAhead"],
] as const)("%s reached on %s, of works that began %o: %s", (kind, doneOn, project, reason) => expect(whyNotReachedOn(kind, doneOn, project, "2023-04-11")).toBe(reason));
