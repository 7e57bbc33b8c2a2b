import { z } from "zod";
import { defineEndpoint } from "@/lib/foundation/endpoint";
import { CalendarDayKind } from "@/prisma/generated/enums";
import { setYear } from "./commands";
import { listDays } from "./queries";
import { calendarFilter } from "./schema";

const specialDay = z.strictObject({
  day: z.string(), kind: z.enum(CalendarDayKind), name: z.string(), from: z.enum(["own", "city"]), version: z.number().nullable(),
});

export const calendarEndpoints = [
  defineEndpoint({
    method: "get", path: "/calendar", tag: "calendar", summary: "一年中与每周规则不同的日子", needs: "calendar.read",
    query: calendarFilter.required({ year: true }), response: z.strictObject({ items: z.array(specialDay).max(366) }),
    read: async (actor, { districtId = actor.districtId, year }) => ({ items: await listDays(actor, districtId, year) }),
  }),
  defineEndpoint({
    method: "post", path: "/calendar", tag: "calendar", summary: "写入一年的节假日和调休", command: setYear,
    response: z.strictObject({ year: z.number(), changed: z.number() }),
  }),
];
