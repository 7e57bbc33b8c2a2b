import { beforeAll, describe, expect, it } from "vitest";
import { addCadres, changeCadre, retireCadre } from "@/lib/cadres/commands";
import { findCadre, listPostsOn } from "@/lib/cadres/queries";
import type { Actor } from "@/lib/foundation/actor";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { retireUnit } from "@/lib/units/commands";
import { findUnit } from "@/lib/units/queries";
import { mergeUnits } from "./commands";
import { findMergePreview } from "./queries";

let city: City;
let admin: Actor;
let elsewhere: Actor;
let cityAdmin: Actor;
const today = businessTime(0).today;
const yesterday = addDays(today, -1);
const lastMonth = addDays(today, -30);

beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAdmin = await makeActor(city, "admin", city.id);
});

let count = 0;
/** Two units, and three cadres of the first: one since last month, one since today, one retired. */
async function makeOffices(actor = admin) {
  const { districtId } = actor;
  count++;
  const { id: from } = await makeUnit(actor, districtId, `粮食局${count}`);
  const { id: into } = await makeUnit(actor, districtId, `发改委${count}`);
  const cadre = { unitId: from, post: "科长", rank: "section_head" as const };
  const cadres = [{ ...cadre, name: "甲", fromOn: lastMonth }, { ...cadre, name: "乙", fromOn: today }, { ...cadre, name: "丙", fromOn: lastMonth }];
  const { ids } = await runCommand(actor, addCadres, { districtId, cadres });
  await runCommand(actor, retireCadre, { id: ids[2]!, version: 1 });
  return { from, into, old: ids[0]!, fresh: ids[1]!, retired: ids[2]! };
}
const unitOf = async (id: string, day: string) => (await readAs(admin, () => listPostsOn(admin, day, { cadreIds: [id] })))[0]?.unitId ?? null;
const preview = (actor: Actor, id: string) => readAs(actor, () => findMergePreview(actor, id));

describe("merging two units", () => {
  it("says first who will move, and where the unit may go", async () => {
    const { from, into, old, fresh } = await makeOffices();
    const seen = (await preview(admin, from))!;
    expect(seen.count).toBe(2);
    expect(new Set(seen.cadres.map((cadre) => cadre.id))).toEqual(new Set([old, fresh]));
    expect(seen.targets.map((target) => target.id)).toContain(into);
    expect(seen.targets.map((target) => target.id)).not.toContain(from);
    expect(await preview(elsewhere, from)).toBeNull();
    const staff = await makeActor(city, "staff");
    expect(await preview(staff, from)).toBeNull();
  });

  it("moves who serves there, retires the unit, and keeps the past as it was", async () => {
    const { from, into, old, fresh, retired } = await makeOffices();
    expect(await runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into })).toEqual({ id: into, moved: 2, projects: 0, places: 0, sites: 0 });
    expect(await readAs(admin, () => findUnit(admin, from))).toMatchObject({ retiredOn: today, mergedInto: { id: into }, version: 2 });
    expect(await readAs(admin, () => findCadre(admin, old))).toMatchObject({
      unitId: into, post: "科长", version: 2,
      posts: [{ unitId: into, fromOn: today, toOn: null }, { unitId: from, fromOn: lastMonth, toOn: today }],
    });
    expect(await readAs(admin, () => findCadre(admin, fresh))).toMatchObject({ unitId: into, posts: [{ unitId: into, fromOn: today, toOn: null }] });
    expect(await readAs(admin, () => findCadre(admin, retired))).toMatchObject({ unitId: from, version: 2 });
    expect([await unitOf(old, yesterday), await unitOf(old, today)]).toEqual([from, into]);
    expect(await preview(admin, from)).toBeNull();
  });

  it("leaves a step on both units, and every change in the audit", async () => {
    const { from, into, old, fresh } = await makeOffices();
    await runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into });
    const { steps, entries } = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, city.system, true);
      const { districtId } = admin;
      return {
        steps: await tx.stepEvent.findMany({ where: { districtId, kind: "unit", subjectId: { in: [from, into] } }, orderBy: { id: "asc" } }),
        entries: await tx.auditEntry.findMany({ where: { districtId, action: "unit.merge", outcome: "done" }, orderBy: { id: "asc" } }),
      };
    });
    expect(steps).toMatchObject([
      { subjectId: from, step: "merge", from: "active", to: "merged", note: `发改委${count}` },
      { subjectId: into, step: "absorb", note: `粮食局${count}` },
    ]);
    const about = (id: string) => entries.filter((entry) => entry.subjectId === id);
    expect(about(from)).toMatchObject([{ kind: "unit", after: { mergedIntoId: into, version: 2 } }]);
    expect(about(into)).toHaveLength(1);
    for (const id of [old, fresh]) expect(about(id)).toMatchObject([{ kind: "cadre", before: { unitId: from }, after: { unitId: into, version: 2 } }]);
    const [opened, closed] = (await readAs(admin, () => findCadre(admin, old)))!.posts;
    expect(about(opened!.id)).toMatchObject([{ kind: "cadrePost", before: null, after: { cadreId: old, unitId: into, version: 1 } }]);
    expect(about(closed!.id)).toMatchObject([{ kind: "cadrePost", before: { toOn: null }, after: { version: 2 } }]);
    const [inPlace] = (await readAs(admin, () => findCadre(admin, fresh)))!.posts;
    expect(about(inPlace!.id)).toMatchObject([{ kind: "cadrePost", before: { unitId: from }, after: { unitId: into } }]);
  });

  it("is all or nothing: refused, it moves nobody", async () => {
    const { from, into, old } = await makeOffices();
    const { id: foreign } = await makeUnit(elsewhere, elsewhere.districtId, `邻县局${count}`);
    const merge = (intoId: string, version = 1, actor = admin) => runCommand(actor, mergeUnits, { id: from, version, intoId });
    await expect(merge(from)).rejects.toMatchObject({ code: "mergeIntoItself" });
    await expect(merge(foreign)).rejects.toMatchObject({ code: "notFound" });
    await expect(merge(foreign, 1, cityAdmin)).rejects.toMatchObject({ code: "notFound" });
    await expect(merge(into, 1, elsewhere)).rejects.toMatchObject({ code: "notFound" });
    await expect(merge(into, 7)).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(merge(into, 1, await makeActor(city, "staff"))).rejects.toMatchObject({ code: "notAllowed" });
    await runCommand(admin, retireUnit, { id: into, version: 1 });
    await expect(merge(into)).rejects.toMatchObject({ code: "isRetired", values: { name: `发改委${count}` } });
    expect(await readAs(admin, () => findCadre(admin, old))).toMatchObject({ unitId: from, version: 1, posts: [{ unitId: from, toOn: null }] });
    expect(await readAs(admin, () => findUnit(admin, from))).toMatchObject({ retiredOn: null, version: 1 });
  });

  it("leaves nobody behind who joins at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { from, into } = await makeOffices();
      const joining = runCommand(admin, addCadres, { districtId: admin.districtId, cadres: [{ name: `赶来${count}`, unitId: from, post: "干事", rank: "staff" }] });
      await Promise.allSettled([joining, runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into })]);
      const left = await readAs(admin, () => listPostsOn(admin, today, { unitId: from }));
      expect(left).toEqual([]);
    }
  });

  it("is done by the city's administrators in any district", async () => {
    const { from, into, old } = await makeOffices();
    await runCommand(cityAdmin, mergeUnits, { id: from, version: 1, intoId: into });
    expect(await unitOf(old, today)).toBe(into);
    await runCommand(admin, changeCadre, { id: old, version: 2, name: "甲", unitId: into, post: "科长", rank: "section_head" });
  });
});
