import { describe, expect, it } from "vitest";
import { lastDayOf, whyNotEnd, whyNotGive, type HeldDuty } from "./rules";

const held = (kind: HeldDuty["kind"], cadreId: string, fromOn: string, toOn: string | null = null): HeldDuty => ({ kind, cadreId, fromOn, toOn });
const now = held("lead", "li", "2023-02-01");
const before = held("lead", "li", "2023-01-01", "2023-02-01");

describe("a duty is given", () => {
  it.each([
    ["a first lead", "lead", "wang", "2023-03-01", [], null],
    ["a second lead at once", "lead", "wang", "2023-03-01", [now], "leadIsTaken"],
    ["a second lead from before the first", "lead", "wang", "2023-01-01", [now], "leadIsTaken"],
    ["a lead on the day the one before stopped", "lead", "wang", "2023-02-01", [before], null],
    ["a lead while the one before still led", "lead", "wang", "2023-01-31", [before], "leadWasTaken"],
    ["a lead after one that held on no day", "lead", "wang", "2023-01-01", [held("lead", "li", "2023-01-01", "2023-01-01")], null],
    ["the same lead again", "lead", "li", "2023-03-01", [now], "dutyIsHeld"],
    ["a member beside a lead", "member", "wang", "2023-03-01", [now], null],
    ["the lead as a member too", "member", "li", "2023-03-01", [now], null],
    ["a second member", "member", "wang", "2023-03-01", [held("member", "li", "2023-01-01")], null],
    ["the same member again", "member", "li", "2023-03-01", [held("member", "li", "2023-01-01")], "dutyIsHeld"],
    ["a second officer of one enterprise", "service_officer", "wang", "2023-03-01", [held("service_officer", "li", "2023-01-01")], null],
  ] as const)("%s", (_, kind, cadreId, fromOn, standing, code) =>
    expect(whyNotGive({ kind, cadreId, fromOn }, standing)?.code ?? null).toBe(code));

  it("tells from which day on there is room", () => expect(whyNotGive({ kind: "lead", cadreId: "wang", fromOn: "2023-01-15" }, [before])).toEqual({ code: "leadWasTaken", held: before, firstOn: "2023-02-01" }));
});

it.each([
  ["today", now, "2023-04-11", null],
  ["on its first day", now, "2023-02-01", null],
  ["before it began", now, "2023-01-31", "endsBeforeItBegan"],
  ["ahead", now, "2023-04-12", "dayAhead"],
  ["a second time", before, "2023-04-11", "dutyHasEnded"],
] as const)("a duty ends %s", (_, duty, on, reason) => expect(whyNotEnd(duty, on, "2023-04-11")).toBe(reason));

it.each([
  [now, null],
  [before, "2023-01-31"],
  [held("lead", "li", "2023-01-01", "2023-01-01"), null],
] as const)("the last day of %o is %s", (span, day) => expect(lastDayOf(span)).toBe(day));
