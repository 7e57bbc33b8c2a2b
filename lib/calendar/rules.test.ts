import { describe, expect, it } from "vitest";
import { addDays, addWorkingDays, isWorkingDay, weekdayOf, type Day } from "@/lib/foundation/calendar";
import { knownDays, knownYears } from "./rules/known-years";
import { mergeCalendars, missingFrom, runsOf, weeksOf, type DepartingDay } from "./rules";

const city = "city";
const asCity = (year: number): DepartingDay[] => knownDays(year).map(({ day, kind }) => ({ districtId: city, day, kind }));

describe("the years that ship with the product", () => {
  it("are 2022 to 2026", () => expect(knownYears.slice(0, 5).map((one) => one.year)).toEqual([2022, 2023, 2024, 2025, 2026]));

  // By hand, from the notices of the State Council's General Office.
  it.each([
    ["2022-01-31", "holiday"], ["2022-01-29", "workday"], ["2022-01-30", "workday"], ["2022-04-02", "workday"], ["2022-10-08", "workday"],
    ["2023-01-21", "holiday"], ["2023-01-27", "holiday"], ["2023-01-28", "workday"], ["2023-04-05", "holiday"], ["2023-04-23", "workday"],
    ["2023-04-29", "holiday"], ["2023-04-30", "holiday"], ["2023-05-01", "holiday"], ["2023-05-02", "holiday"], ["2023-05-03", "holiday"],
    ["2023-05-06", "workday"], ["2023-06-25", "workday"], ["2023-09-29", "holiday"], ["2023-10-06", "holiday"], ["2023-10-07", "workday"],
    ["2024-02-10", "holiday"], ["2024-02-17", "holiday"], ["2024-02-18", "workday"], ["2024-10-12", "workday"],
    ["2025-01-28", "holiday"], ["2025-02-04", "holiday"], ["2025-01-26", "workday"], ["2025-10-08", "holiday"], ["2025-10-11", "workday"],
    ["2026-02-15", "holiday"], ["2026-02-23", "holiday"], ["2026-02-14", "workday"],
  ] as const)("%s is a %s", (day, kind) => {
    expect(knownDays(Number(day.slice(0, 4))).find((one) => one.day === day)?.kind).toBe(kind);
  });

  it.each(["2023-04-04", "2023-04-06", "2023-05-04", "2023-10-09", "2024-02-09"])("%s follows the weekly rule", (day) => {
    expect(knownDays(Number(day.slice(0, 4))).map((one) => one.day)).not.toContain(day);
  });

  it.each([2022, 2023, 2024, 2025, 2026])("%i: each day once, in order, named, and make-up days on weekends alone", (year) => {
    const days = knownDays(year);
    expect(days.map((one) => one.day)).toEqual([...new Set(days.map((one) => one.day))].sort());
    expect(days.every((one) => one.name.length >= 2)).toBe(true);
    expect(days.filter((one) => one.kind === "workday").every((one) => weekdayOf(one.day) >= 6)).toBe(true);
  });

  it.each([
    [2022, 249], [2023, 249], [2024, 251], [2025, 248], [2026, 248],
  ])("%i has %i working days", (year, count) => {
    const calendar = mergeCalendars(asCity(year), city);
    let working = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) working++;
    expect(working).toBe(count);
  });

  it("a year far ahead is not among them", () => expect(knownDays(2099)).toEqual([]));
});

describe("a district's calendar", () => {
  const rows: DepartingDay[] = [
    { districtId: "county", day: "2023-05-04", kind: "holiday" },
    { districtId: "county", day: "2023-05-06", kind: "ordinary" },
    ...asCity(2023),
  ];

  it.each([
    ["2023-05-04", "county", false],
    ["2023-05-04", city, true],
    ["2023-05-06", "county", false],
    ["2023-05-01", "county", false],
  ] as const)("%s in %s: working %s", (day, districtId, working) => expect(isWorkingDay(mergeCalendars(districtId === city ? asCity(2023) : rows, districtId), day)).toBe(working));

  it("its own day stands before its city's in whatever order they come", () => {
    expect(mergeCalendars([...rows].reverse(), "county").days.get("2023-05-06")).toBe("ordinary");
  });

  it("counts seven working days over Labour Day", () => {
    expect(addWorkingDays(mergeCalendars(asCity(2023), city), "2023-04-27", 7)).toBe("2023-05-10");
  });

  it("knows a year by its arrangement, not by one local day off", () => {
    const calendar = mergeCalendars([...asCity(2023), { districtId: city, day: "2024-06-18", kind: "holiday" }], city);
    expect([...calendar.years]).toEqual([2023]);
  });
});

describe("missing years", () => {
  it.each([
    ["2026-09-30", [2026], []],
    ["2026-10-01", [2026], [2027]],
    ["2026-10-01", [2026, 2027], []],
    ["2027-01-01", [2026], [2027]],
    ["2026-12-31", [], [2026, 2027]],
  ] as [Day, number[], number[]][])("on %s, knowing %o: %o", (today, known, missing) => expect(missingFrom(new Set(known), today)).toEqual(missing));
});

describe("runs of days", () => {
  const asShown = (year: number) => knownDays(year).map((one) => ({ ...one, from: "city" }));
  it("put the days of a holiday together, and nothing else", () => {
    const runs = runsOf(asShown(2023));
    expect(runs.map(({ first, last, count }) => [first.day, last.day, first.name, count]).slice(0, 4)).toEqual([
      ["2023-01-01", "2023-01-02", "元旦", 2], ["2023-01-21", "2023-01-27", "春节", 7], ["2023-01-28", "2023-01-29", "春节调休", 2], ["2023-04-05", "2023-04-05", "清明", 1],
    ]);
    expect(runs.reduce((sum, run) => sum + run.count, 0)).toBe(knownDays(2023).length);
  });
  it("end where the day is set by somebody else", () => {
    const [first, second] = asShown(2023).slice(0, 2);
    expect(runsOf([first!, { ...second!, from: "own" }])).toHaveLength(2);
    expect(runsOf([])).toEqual([]);
  });
});

describe("weeks", () => {
  it("of April 2023 begin on a Saturday and take five rows", () => {
    const weeks = weeksOf(2023, 4);
    expect(weeks[0]).toEqual([null, null, null, null, null, "2023-04-01", "2023-04-02"]);
    expect(weeks).toHaveLength(5);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  });
  it.each([[2024, 2, 29], [2023, 2, 28], [2023, 12, 31]])("%i-%i has %i days", (year, month, days) => expect(weeksOf(year, month).flat().filter(Boolean)).toHaveLength(days));
});
