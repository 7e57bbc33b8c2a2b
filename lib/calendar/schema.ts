import { z } from "zod";
import { yearOf } from "@/lib/foundation/calendar";
import { day, id, shortText, version } from "@/lib/foundation/schema";

/** What a day may be made; taken back, the weekly rule holds for it again. */
export const dayKinds = ["holiday", "workday"] as const;
export type DayKind = (typeof dayKinds)[number];

const special = { day, kind: z.enum(dayKinds), name: shortText(40) };
/** The district's own row as the person saw it; without one, they saw none. */
const seen = { version: version.nullish().transform((number) => number ?? null) };

export const setDaySchema = z.strictObject({ districtId: id, ...special, ...seen });
export const takeBackDaySchema = z.strictObject({ districtId: id, day, ...seen });

const year = z.coerce.number().int().min(1950).max(2149);
export const setYearSchema = z
  .strictObject({ districtId: id, year, days: z.array(z.strictObject(special)).min(1).max(366) })
  .superRefine(({ year, days }, ctx) => {
    const taken = new Set<string>();
    days.forEach(({ day }, at) => {
      if (yearOf(day) !== year) ctx.addIssue({ code: "custom", path: ["days", at, "day"], message: "otherYear" });
      if (taken.has(day)) ctx.addIssue({ code: "custom", path: ["days", at, "day"], message: "twiceInList" });
      taken.add(day);
    });
  });
export const loadKnownYearSchema = z.strictObject({ districtId: id, year });

export const calendarFilter = z.strictObject({ year: year.optional(), districtId: id.optional() });
