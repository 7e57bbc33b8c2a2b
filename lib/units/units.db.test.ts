import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { runCommand } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { addUnit, changeUnit, retireUnit } from "./commands";
import { findUnit, listUnits } from "./queries";
import { unitFilter } from "./schema";

let city: City;
let admin: Actor;
let elsewhere: Actor;
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
});

const everything = { page: 1, perPage: 50 };

describe("units", () => {
  it("are added, found by name, pinyin and initials, and changed with their version", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "自然资源局");
    for (const q of ["资源", "ziran", "zrzyj"]) {
      const { rows } = await readAs(admin, () => listUnits(admin, unitFilter.parse({ q }), everything));
      expect(rows.map((row) => row.id), q).toContain(id);
    }
    await runCommand(admin, changeUnit, { id, version: 1, kind: "department", name: "自然资源和规划局", shortName: "资规局", sortOrder: 3 });
    expect((await readAs(admin, () => listUnits(admin, unitFilter.parse({ q: "资规" }), everything))).rows.map((row) => row.id)).toEqual([id]);
    expect(await readAs(admin, () => findUnit(admin, id))).toMatchObject({ name: "自然资源和规划局", version: 2 });
  });

  it("say who changed what when the version is stale", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "水利局");
    const change = (version: number, name: string) => runCommand(admin, changeUnit, { id, version, kind: "department", name, shortName: "水利", sortOrder: 0 });
    await change(1, "水务局");
    await expect(change(1, "水利水务局")).rejects.toMatchObject({
      code: "changedMeanwhile",
      conflict: { by: admin.name, version: 2, changes: expect.arrayContaining([{ field: "name", label: "name", before: "水利局", now: "水务局" }]) },
    });
  });

  it("of another district are not there, to read and to write", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "住建局");
    expect(await readAs(elsewhere, () => findUnit(elsewhere, id))).toBeNull();
    await expect(runCommand(elsewhere, retireUnit, { id, version: 1 })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, addUnit, { districtId: admin.districtId, kind: "park", name: "越界", shortName: "越界" })).rejects.toMatchObject({ code: "notFound" });
  });

  it("make one row of ten equal requests, and refuse the same key with another body", async () => {
    const key = newId();
    const input = { districtId: admin.districtId, kind: "park" as const, name: "产业集聚区", shortName: "集聚区" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => runCommand(admin, addUnit, input, { idempotencyKey: key })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    await expect(runCommand(admin, addUnit, { ...input, name: "另一个" }, { idempotencyKey: key })).rejects.toMatchObject({ code: "keyReused" });
  });
});
