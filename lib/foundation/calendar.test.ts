import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays, addWorkingDays, dateOf, dayFromDate, dayOf, isDay, isWorkingDay, momentOf, weekdayOf, yearOf, type Day, type WorkCalendar,
} from "./calendar";

/** Labour Day of 2023 as it was arranged, with a local day off and a day that was taken back. */
const calendar: WorkCalendar = {
  years: new Set([2023]),
  days: new Map<Day, "holiday" | "workday" | "ordinary">([
    ["2023-04-23", "workday"], ["2023-04-29", "holiday"], ["2023-04-30", "holiday"], ["2023-05-01", "holiday"], ["2023-05-02", "holiday"],
    ["2023-05-03", "holiday"], ["2023-05-06", "workday"], ["2023-05-12", "holiday"], ["2023-05-15", "ordinary"],
  ]),
};

const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));
const someMoment = fc.date({ min: new Date("1992-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true });

describe("days", () => {
  it.each([
    ["2023-04-11", true],
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2023-02-30", false],
    ["2023-13-01", false],
    ["2023-4-11", false],
    ["0023-04-11", false],
    ["20230411", false],
    ["2023-04-11T00:00:00Z", false],
    ["", false],
  ])("%j is a day: %s", (text, answer) => expect(isDay(text)).toBe(answer));

  it.each([
    ["2023-04-11T15:59:59.999Z", "2023-04-11"],
    ["2023-04-11T16:00:00Z", "2023-04-12"],
    ["2022-12-31T16:00:00Z", "2023-01-01"],
  ])("at %s it is %s in Shanghai", (moment, day) => expect(dayOf(new Date(moment))).toBe(day));

  it.each([
    ["2023-04-11", 0, "2023-04-10T16:00:00.000Z"],
    ["2023-04-11", 8 * 60 + 30, "2023-04-11T00:30:00.000Z"],
  ])("%s and %i minutes is %s", (day, minutes, moment) => expect(momentOf(day, minutes).toISOString()).toBe(moment));

  it.each([
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-01-01", -1, "2022-12-31"],
    ["2023-04-11", 0, "2023-04-11"],
  ])("%s and %i days is %s", (day, days, answer) => expect(addDays(day, days)).toBe(answer));

  it.each([
    ["2023-04-10", 1],
    ["2023-04-15", 6],
    ["2023-04-16", 7],
  ])("%s is weekday %i", (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

  it("a moment lies in its own day", () => {
    fc.assert(
      fc.property(someMoment, (moment) => {
        const day = dayOf(moment);
        return momentOf(day) <= moment && moment < momentOf(addDays(day, 1)) && yearOf(day) === Number(day.slice(0, 4));
      }),
    );
  });

  it("going and coming back by days ends where it began, and days sort as text", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const then = addDays(day, days);
        expect(addDays(then, -days)).toBe(day);
        expect(Math.sign(then.localeCompare(day))).toBe(Math.sign(days));
        expect(dayFromDate(dateOf(then))).toBe(then);
        expect(isDay(then)).toBe(true);
      }),
    );
  });
});

describe("working days", () => {
  it.each([
    ["2023-05-06", true, "a Saturday made up for"],
    ["2023-04-23", true, "a Sunday made up for"],
    ["2023-05-01", false, "a holiday"],
    ["2023-04-29", false, "a holiday on a Saturday"],
    ["2023-05-07", false, "a Sunday"],
    ["2023-05-08", true, "a Monday"],
    ["2023-05-12", false, "a local day off"],
    ["2023-05-15", true, "a Monday taken back"],
    ["2031-05-01", true, "a Thursday of a year that is not known"],
  ])("%s: %s, %s", (day, answer) => expect(isWorkingDay(calendar, day)).toBe(answer));

  it.each([
    ["2023-04-28", 1, "2023-05-04"],
    ["2023-04-28", 3, "2023-05-06"],
    ["2023-04-28", 4, "2023-05-08"],
    ["2023-04-29", 0, "2023-05-04"],
    ["2023-05-04", 0, "2023-05-04"],
    ["2023-05-04", -1, "2023-04-28"],
    ["2023-05-11", 1, "2023-05-15"],
    ["2023-04-21", 1, "2023-04-23"],
  ])("from %s, %i working days: %s", (day, count, answer) => expect(addWorkingDays(calendar, day, count)).toBe(answer));

  const nearby = fc.integer({ min: -60, max: 120 }).map((days) => addDays("2023-04-01", days));
  const count = fc.integer({ min: 1, max: 60 });

  it("land on a working day, with exactly as many counted on the way", () => {
    fc.assert(
      fc.property(nearby, count, (day, by) => {
        const then = addWorkingDays(calendar, day, by);
        let counted = 0;
        for (let at = addDays(day, 1); at <= then; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) counted++;
        expect(isWorkingDay(calendar, then)).toBe(true);
        expect(counted).toBe(by);
      }),
    );
  });

  it("in two steps are as in one, and come back to a working day they left", () => {
    fc.assert(
      fc.property(nearby, count, count, (day, first, second) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, first), second)).toBe(addWorkingDays(calendar, day, first + second));
        const start = addWorkingDays(calendar, day, 0);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, first), -first)).toBe(start);
      }),
    );
  });
});
