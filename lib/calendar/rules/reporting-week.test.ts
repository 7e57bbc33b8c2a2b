import { describe, expect, it } from "vitest";
import { cutoffOf, lastReportDay, reportDayOf, reportDaysBetween } from "./reporting-week";

describe("the week of reports", () => {
  it.each([
    ["2023-04-10", 5, "2023-04-14"], ["2023-04-14", 5, "2023-04-14"], ["2023-04-16", 5, "2023-04-14"], ["2023-04-13", 4, "2023-04-13"],
    // The week that holds the year's last day closes the year: on a Saturday, on a Thursday, on a Sunday.
    ["2022-12-28", 5, "2022-12-31"], ["2026-12-28", 5, "2026-12-31"], ["2027-01-01", 5, "2026-12-31"], ["2023-12-29", 5, "2023-12-31"],
    ["2027-01-04", 5, "2027-01-08"],
  ])("%s is reported as of (weekday %i) %s", (day, weekday, asOf) => expect(reportDayOf(day, weekday)).toBe(asOf));

  it.each([["2023-04-11", "2023-04-07"], ["2023-04-14", "2023-04-14"], ["2023-01-03", "2022-12-31"], ["2022-12-30", "2022-12-23"], ["2022-12-31", "2022-12-31"]])(
    "on %s the week due is that of %s", (today, due) => expect(lastReportDay(today, 5)).toBe(due));

  it("lists the days of a time, once each, in order", () => {
    expect(reportDaysBetween("2022-12-20", "2023-01-14", 5)).toEqual(["2022-12-23", "2022-12-31", "2023-01-06", "2023-01-13"]);
    expect(reportDaysBetween("2023-04-08", "2023-04-13", 5)).toEqual([]);
  });
  it("is in time until its cut-off", () => expect(cutoffOf("2023-04-07", 3)).toBe("2023-04-10"));
});
