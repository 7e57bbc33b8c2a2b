import { beforeAll, describe, expect, it } from "vitest";
import { addAccounts } from "@/lib/accounts/commands";
import { setDay } from "@/lib/calendar/commands";
import { addCadres, changeCadre } from "@/lib/cadres/commands";
import type { Actor } from "@/lib/foundation/actor";
import { sealAudit } from "@/lib/foundation/audit/seal";
import { addDays, dayOf } from "@/lib/foundation/calendar";
import { runCommand } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { changeUnit, retireUnit } from "@/lib/units/commands";
import { exportAudit } from "./commands";
import { listChainReports, listExports, listHistory, searchAudit } from "./queries";
import { filterFrom, type AuditFilter } from "./schema";

let city: City;
let admin: Actor;
let staff: Actor;
let auditor: Actor;
let elsewhere: Actor;
let cityAuditor: Actor;
let unitId: string;
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  staff = await makeActor(city, "staff");
  auditor = await makeActor(city, "auditor");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAuditor = await makeActor(city, "auditor", city.id);
  unitId = (await makeUnit(admin, admin.districtId, "水利局")).id;
  await runCommand(admin, changeUnit, { id: unitId, version: 1, kind: "department", name: "水务局", shortName: "水务", sortOrder: 2 });
});

const history = (actor: Actor, kind: string, id: string) => readAs(actor, () => listHistory(actor, kind, id));
const search = (actor: Actor, filter: AuditFilter = {}, limit = 50, cursor?: string) => readAs(actor, () => searchAudit(actor, filter, { limit, cursor }));

describe("the history of a record", () => {
  it("says who changed what, newest first", async () => {
    const lines = await history(staff, "unit", unitId);
    expect(lines.map((line) => line.action)).toEqual(["unit.change", "unit.add"]);
    expect(lines[0]).toMatchObject({ by: admin.name, via: "page", changes: expect.arrayContaining([{ field: "name", before: "水利局", now: "水务局" }]) });
    expect(lines[1]!.changes).toContainEqual({ field: "name", before: null, now: "水利局" });
  });

  it("names what an id points to", async () => {
    const other = await makeUnit(admin, admin.districtId, "林业局");
    const { ids } = await runCommand(admin, addCadres, { districtId: admin.districtId, cadres: [{ name: "周正", unitId, post: "科员", rank: "staff", phone: "13800138000" }] });
    await runCommand(admin, changeCadre, { id: ids[0]!, version: 1, name: "周正", unitId: other.id, post: "科员", rank: "staff" });
    const [line, first] = await history(staff, "cadre", ids[0]!);
    expect(line!.changes).toContainEqual({ field: "unitId", before: "水务局", now: "林业局" });
    expect(JSON.stringify(first)).not.toContain("13800138000");
  });

  it("is there only for whoever may read that kind, in districts they act in", async () => {
    const { accounts } = await runCommand(admin, addAccounts, { districtId: admin.districtId, accounts: [{ login: `h${newId().replaceAll("-", "").slice(-14)}`, name: "甲", role: "staff" }] });
    expect(await history(admin, "account", accounts[0]!.id)).toHaveLength(1);
    expect(await history(staff, "account", accounts[0]!.id)).toEqual([]);
    expect(await history(elsewhere, "account", accounts[0]!.id)).toEqual([]);
    expect(await history(elsewhere, "unit", unitId)).toEqual([]);
    expect(await history(auditor, "unit", unitId)).toEqual([]);
    for (const kind of ["session", "apiToken", "auditExport", "toString"]) expect(await history(admin, kind, unitId), kind).toEqual([]);
    const enterprise: Actor = { ...staff, role: "enterprise", enterpriseId: newId() };
    expect(await history(enterprise, "enterprise", newId())).toEqual([]);
  });

  it("knows kinds that are named after their table", async () => {
    await runCommand(admin, setDay, { districtId: admin.districtId, day: "2026-06-18", kind: "holiday", name: "县庆" });
    const [line] = await search(auditor, { kind: "calendar" });
    expect(line).toMatchObject({ kind: "calendarDay", action: "calendar.setDay" });
    expect(await history(staff, "calendarDay", line!.subjectId!)).toHaveLength(1);
  });
});

describe("the auditor's search", () => {
  it("finds by person, kind, action, outcome, record and words", async () => {
    await expect(runCommand(staff, retireUnit, { id: unitId, version: 2 })).rejects.toMatchObject({ code: "notAllowed" });
    const actions = async (filter: AuditFilter) => (await search(auditor, filter)).map((line) => line.action);
    expect(await actions({ subjectId: unitId })).toEqual(["unit.change", "unit.add"]);
    expect(await actions({ subjectId: unitId, action: "unit.add" })).toEqual(["unit.add"]);
    expect(await actions({ by: staff.name.toUpperCase(), outcome: "refused" })).toEqual(["unit.retire"]);
    expect(await actions({ by: staff.accountId! })).toEqual(["unit.retire"]);
    expect(await actions({ kind: "unit", q: "水务局" })).toEqual(["unit.change"]);
    expect(await actions({ q: "100%_no\\such" })).toEqual([]);
    const [line] = await search(auditor, { subjectId: unitId, action: "unit.change" });
    expect(line).toMatchObject({ outcome: "done", actorName: admin.name, actorRole: "admin", districtName: "县1", before: { name: "水利局" }, after: { name: "水务局", version: 2 } });
  });

  it("takes days in Shanghai, both included", async () => {
    const today = dayOf(new Date());
    const count = async (filter: AuditFilter) => (await search(auditor, { subjectId: unitId, ...filter })).length;
    expect(await count({ from: today, to: today })).toBe(2);
    expect(await count({ from: addDays(today, -3), to: addDays(today, -1) })).toBe(0);
    expect(await count({ from: addDays(today, 1) })).toBe(0);
  });

  it("goes on after a cursor, newest first, over all districts of a city", async () => {
    await makeUnit(elsewhere, elsewhere.districtId, "住建局");
    const all = await search(cityAuditor, {}, 199);
    expect(all.length).toBeGreaterThan(8);
    expect(new Set(all.map((line) => line.districtId)).size).toBe(3);
    expect(all.map((line) => line.id)).toEqual(all.map((line) => line.id).sort().reverse());
    const paged: string[] = [];
    for (let cursor: string | undefined; ; cursor = paged.at(-1)) {
      const rows = await search(cityAuditor, {}, 3, cursor);
      paged.push(...rows.slice(0, 3).map((line) => line.id));
      if (rows.length <= 3) break;
    }
    expect(paged).toEqual(all.map((line) => line.id));
    const one = await search(cityAuditor, { districtId: elsewhere.districtId });
    expect(new Set(one.map((line) => line.districtId))).toEqual(new Set([elsewhere.districtId]));
  });

  it("shows nothing of another district, and nothing to others than auditors", async () => {
    expect(await search(auditor, { districtId: elsewhere.districtId })).toEqual([]);
    expect((await search(auditor)).every((line) => line.districtId === auditor.districtId)).toBe(true);
    for (const actor of [admin, staff]) expect(await search(actor)).toEqual([]);
    const stranger = await makeCity(1);
    const theirs = await makeActor(stranger, "auditor", stranger.id);
    expect((await search(theirs)).every((line) => [stranger.id, ...stranger.districtIds].includes(line.districtId))).toBe(true);
  });
});

describe("an export", () => {
  it("is registered under a number without gaps, with its filter and count, and is itself in the audit", async () => {
    const filter = filterFrom({ subjectId: unitId, q: "" });
    const first = await runCommand(auditor, exportAudit, filter);
    expect(first.lines.map((line) => line.action)).toEqual(["unit.change", "unit.add"]);
    const second = await runCommand(auditor, exportAudit, { kind: "unit" });
    expect([first.number, second.number]).toEqual([1, 2]);
    const { rows, total } = await readAs(auditor, () => listExports(auditor, { page: 1, perPage: 20 }));
    expect(total).toBe(2);
    expect(rows[1]).toMatchObject({ number: 1, year: first.year, rowCount: 2, by: auditor.name, districtName: "县1", filter: { subjectId: unitId } });
    const [line] = await search(auditor, { kind: "audit", action: "audit.export" });
    expect(line).toMatchObject({ subjectId: rows[0]!.id, after: { number: 2, rowCount: second.lines.length, filter: { kind: "unit" } } });
  });

  it("draws numbers without gaps from ten at once", async () => {
    const numbers = await Promise.all(Array.from({ length: 10 }, async () => (await runCommand(cityAuditor, exportAudit, { subjectId: unitId })).number));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await readAs(auditor, () => listExports(auditor, { page: 1, perPage: 50 }))).total).toBe(2);
  });

  it("is for auditors alone, and holds only what they reach", async () => {
    for (const actor of [admin, staff]) await expect(runCommand(actor, exportAudit, {})).rejects.toMatchObject({ code: "notAllowed" });
    expect((await runCommand(auditor, exportAudit, { districtId: elsewhere.districtId })).lines).toEqual([]);
  });
});

describe("verification", () => {
  it("reports each chain the auditor may verify, and no other", async () => {
    await sealAudit();
    const own = await listChainReports(auditor);
    expect(own.map((report) => report.districtId)).toEqual([auditor.districtId]);
    expect(own[0]!.sealed).toBeGreaterThan(5);
    expect(own[0]!.problems).toEqual([]);
    expect((await listChainReports(cityAuditor)).map((report) => report.districtId).sort()).toEqual([city.id, ...city.districtIds].sort());
    expect(await listChainReports(admin)).toEqual([]);
  });
});
