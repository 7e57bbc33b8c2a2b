import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { isWorkingDay } from "@/lib/foundation/calendar";
import { runCommand } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, type City } from "@/lib/foundation/testing/tenants";
import { loadKnownYear, setDay, setYear, takeBackDay } from "./commands";
import { knownDays } from "./rules/known-years";
import { listDays, listMissingYears, findWorkCalendar } from "./queries";

let city: City;
let admin: Actor;
let elsewhere: Actor;
let cityAdmin: Actor;
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAdmin = await makeActor(city, "admin", city.id);
  await runCommand(city.system, setYear, { districtId: city.id, year: 2023, days: knownDays(2023) });
});

const works = async (actor: Actor, districtId: string, day: string) => isWorkingDay(await readAs(actor, () => findWorkCalendar(actor, districtId)), day);
const dayIn = async (actor: Actor, districtId: string, day: string) => (await readAs(actor, () => listDays(actor, districtId, Number(day.slice(0, 4))))).find((one) => one.day === day);

describe("the calendar", () => {
  it("of the city holds in its districts, until they set a day themselves", async () => {
    expect(await works(admin, admin.districtId, "2023-05-06")).toBe(true);
    await runCommand(admin, takeBackDay, { districtId: admin.districtId, day: "2023-05-06" });
    expect(await works(admin, admin.districtId, "2023-05-06")).toBe(false);
    expect(await works(elsewhere, elsewhere.districtId, "2023-05-06")).toBe(true);
    expect(await dayIn(admin, admin.districtId, "2023-05-06")).toMatchObject({ kind: "ordinary", from: "own", version: 1 });
    expect(await dayIn(elsewhere, elsewhere.districtId, "2023-05-06")).toMatchObject({ kind: "workday", from: "city", version: null });
    await expect(runCommand(admin, takeBackDay, { districtId: admin.districtId, day: "2023-05-06", version: 1 })).rejects.toMatchObject({ code: "dayIsOrdinary" });
  });

  it("is changed a day at a time, with the version that was seen", async () => {
    const day = "2023-06-19";
    const set = (kind: "holiday" | "workday", version?: number) => runCommand(admin, setDay, { districtId: admin.districtId, day, kind, name: "县庆", version });
    await set("holiday");
    expect(await works(admin, admin.districtId, day)).toBe(false);
    await expect(set("workday")).rejects.toMatchObject({ code: "changedMeanwhile", conflict: { by: admin.name, version: 1 } });
    await set("workday", 1);
    await expect(set("holiday", 1)).rejects.toMatchObject({ code: "changedMeanwhile", conflict: { version: 2, changes: [{ field: "kind", before: "holiday", now: "workday" }] } });
    await runCommand(admin, takeBackDay, { districtId: admin.districtId, day, version: 2 });
    expect(await dayIn(admin, admin.districtId, day)).toMatchObject({ kind: "ordinary", name: "县庆", version: 3 });
  });

  it("takes a year at once, changes what differs, and refuses when nothing does", async () => {
    expect(await runCommand(cityAdmin, loadKnownYear, { districtId: city.id, year: 2024 })).toEqual({ year: 2024, changed: knownDays(2024).length });
    await runCommand(cityAdmin, setDay, { districtId: city.id, day: "2024-02-18", kind: "holiday", name: "另行通知", version: 1 });
    expect(await runCommand(cityAdmin, loadKnownYear, { districtId: city.id, year: 2024 })).toEqual({ year: 2024, changed: 1 });
    await expect(runCommand(cityAdmin, loadKnownYear, { districtId: city.id, year: 2024 })).rejects.toMatchObject({ code: "yearHasAll" });
    await expect(runCommand(cityAdmin, loadKnownYear, { districtId: city.id, year: 2099 })).rejects.toMatchObject({ code: "yearNotKnown" });
  });

  it("refuses a day of another year, and the same day twice, at the field", async () => {
    const days = [{ day: "2025-01-01", kind: "holiday", name: "元旦" }, { day: "2026-01-01", kind: "holiday", name: "元旦" }, { day: "2025-01-01", kind: "workday", name: "元旦" }];
    await expect(runCommand(admin, setYear, { districtId: admin.districtId, year: 2025, days })).rejects.toMatchObject({
      issues: [{ path: ["days", 1, "day"], message: "otherYear" }, { path: ["days", 2, "day"], message: "twiceInList" }],
    });
  });

  it("says which years are missing, by the business clock", async () => {
    const at = (moment: string): Actor => ({ ...elsewhere, clockOffsetMs: Date.parse(moment) - Date.now() });
    for (const [moment, missing] of [["2023-09-30T00:00:00Z", []], ["2025-03-01T00:00:00Z", [2025]], ["2022-10-02T00:00:00Z", [2022]], ["2024-11-01T00:00:00Z", [2025]]] as const) {
      const actor = at(moment);
      expect(await readAs(actor, () => listMissingYears(actor)), moment).toEqual(missing);
    }
  });

  it("is written by administrators in their own district, and read by nobody elsewhere", async () => {
    const day = { day: "2023-07-03", kind: "holiday", name: "越界" };
    const staff = await makeActor(city, "staff");
    await expect(runCommand(staff, setDay, { districtId: staff.districtId, ...day })).rejects.toMatchObject({ code: "notAllowed" });
    for (const districtId of [elsewhere.districtId, city.id]) {
      await expect(runCommand(admin, setDay, { districtId, ...day })).rejects.toMatchObject({ code: "notFound" });
    }
    await runCommand(elsewhere, setDay, { districtId: elsewhere.districtId, ...day });
    expect(await dayIn(admin, elsewhere.districtId, "2023-07-03")).toBeUndefined();
    expect((await readAs(admin, () => findWorkCalendar(admin, elsewhere.districtId))).days.size).toBe(0);
    expect(await dayIn(cityAdmin, elsewhere.districtId, "2023-07-03")).toMatchObject({ name: "越界", from: "own" });
  });

  it("counts for whoever meets a deadline, an enterprise too", async () => {
    const auditor = await makeActor(city, "auditor");
    expect(await works(auditor, auditor.districtId, "2023-05-01")).toBe(false);
    expect(await readAs(auditor, () => listDays(auditor, auditor.districtId, 2023))).toEqual([]);
  });

  it("makes one row of ten equal requests", async () => {
    const idempotencyKey = newId();
    const input = { districtId: elsewhere.districtId, day: "2023-08-01", kind: "holiday", name: "建军节" };
    await Promise.all(Array.from({ length: 10 }, () => runCommand(elsewhere, setDay, input, { idempotencyKey })));
    expect(await dayIn(elsewhere, elsewhere.districtId, "2023-08-01")).toMatchObject({ version: 1 });
  });
});
