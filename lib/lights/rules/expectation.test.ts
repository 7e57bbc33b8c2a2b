import { describe, expect, it } from "vitest";
import { expectedWan } from "./expectation";

const months = Array.from({ length: 12 }, (_, at) => String((at + 1) * 10));

describe("what is expected by a day", () => {
  it.each([
    ["without months, the year's elapsed share", "365", [], "2023-04-11", "101"],
    ["of a leap year", "366", [], "2024-12-31", "366"],
    ["nothing before the year", "365", [], "2022-12-31", "0"],
    ["all of it after the year", "365", [], "2024-05-01", "365"],
    ["with months, whole months and days of the current one", "780", months, "2023-04-15", "80"],
    ["at a month's end, that month whole", "780", months, "2023-03-31", "60"],
    ["at the year's end, their sum", "1", months, "2023-12-31", "780"],
    ["rounded to the yuan", "1", [], "2023-01-02", "0.0055"],
  ])("%s", (_, plan, monthly, day, expected) => expect(expectedWan(plan, monthly, 2023 + Number(day === "2024-12-31"), day)).toBe(expected));
});
