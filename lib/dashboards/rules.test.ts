import { describe, expect, it } from "vitest";
import { monthEnds, recentWeeks } from "./rules";

describe("the days of a dashboard", () => {
  it("are the ends of the months so far, the current one as of the day", () => expect(monthEnds(2023, "2023-04-11")).toEqual(["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-11"]));
  it("end with a month that ends on the day", () => expect(monthEnds(2024, "2024-02-29")).toEqual(["2024-01-31", "2024-02-29"]));
  it("are all twelve of a year that is over", () => expect(monthEnds(2022, "2023-04-11")).toHaveLength(12));
  it("are none of a year that has not begun", () => expect(monthEnds(2024, "2023-04-11")).toEqual([]));
  it("are the report days of the last 13 weeks", () => {
    expect(recentWeeks(2023, "2023-04-11", 5).at(-1)).toBe("2023-04-07");
    expect(recentWeeks(2023, "2023-12-30", 5)).toHaveLength(13);
    expect(recentWeeks(2023, "2023-01-02", 5)).toEqual([]);
  });
});
