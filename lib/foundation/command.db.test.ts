import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "./actor";
import { defineCommand, runCommand, type CommandContext } from "./command";
import { mainClient, scopeTransaction } from "./db";
import { newId } from "./ids";
import { readAs, reading } from "./read";
import { Refusal } from "./refusal";
import { makeActor, makeCity, makeUnit, type City } from "./testing/tenants";

let city: City;
let admin: Actor;
let staff: Actor;
let elsewhere: Actor;
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  staff = await makeActor(city, "staff");
  elsewhere = await makeActor(city, "staff", city.districtIds[1]);
});

const command = (name: string, run: (ctx: CommandContext) => Promise<unknown>) => defineCommand({ name, needs: "unit.write", schema: z.strictObject({}), run });
const unit = (name: string) => ({ districtId: admin.districtId, kind: "park" as const, name, shortName: name, namePinyin: name, nameInitials: name });
const audit = (where: object) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: { in: [...city.system.districtIds] }, ...where }, orderBy: { id: "desc" } });
  });
const counted = (kind: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.counter.findFirst({ where: { districtId: admin.districtId, kind, year: 2023 } });
  });

describe("a command", () => {
  it("that recorded nothing is undone", async () => {
    const silent = command("test.silent", async (ctx) => {
      await ctx.db.unit.createMany({ data: [{ ...unit("没有记录"), id: newId() }] });
    });
    await expect(runCommand(admin, silent, {})).rejects.toThrow("recorded nothing");
    expect(await readAs(admin, () => reading(admin).unit.count({ where: { districtId: admin.districtId, name: "没有记录" } }))).toBe(0);
  });

  it("writes who did what, with before and after, and no secret", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "财政局");
    const [entry] = await audit({ subjectId: id });
    expect(entry).toMatchObject({ action: "unit.add", outcome: "done", actorId: admin.accountId, actorRole: "admin", via: "page", address: "127.0.0.1", after: { name: "财政局", version: 1 } });
    expect(JSON.stringify(entry!.after)).not.toMatch(/namePinyin|Hash|Cipher/);
  });

  it("is refused without its capability, and the refusal is in the audit", async () => {
    await expect(runCommand(staff, command("test.refused", async () => undefined), {})).rejects.toMatchObject({ code: "notAllowed" });
    expect(await audit({ action: "test.refused" })).toMatchObject([{ outcome: "refused", actorId: staff.accountId, note: "notAllowed" }]);
  });

  it("is refused to who must first choose a password", async () =>
    await expect(runCommand({ ...admin, mustChangePassword: true }, command("test.initial", async () => undefined), {})).rejects.toMatchObject({ code: "passwordMustChange" }));

  it("leaves nothing when it refuses half-way, but the audit of the refusal", async () => {
    const halfway = command("test.halfway", async (ctx) => {
      await ctx.add("unit", unit("做了一半"));
      throw new Refusal("isRetired", { name: "x" });
    });
    await expect(runCommand(admin, halfway, {})).rejects.toMatchObject({ code: "isRetired" });
    expect(await readAs(admin, () => reading(admin).unit.count({ where: { districtId: admin.districtId, name: "做了一半" } }))).toBe(0);
    expect(await audit({ action: "test.halfway" })).toMatchObject([{ outcome: "refused", note: "isRetired" }]);
  });
});

describe("a look-up by id that finds nothing", () => {
  it("is in the audit, alike for absent and invisible", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "教育局");
    const absent = newId();
    for (const wanted of [id, absent]) {
      expect(await readAs(elsewhere, () => reading(elsewhere).unit.findFirst({ where: { id: wanted, districtId: { in: [...elsewhere.districtIds] } } }))).toBeNull();
    }
    const entries = await audit({ actorId: elsewhere.accountId, outcome: "missed" });
    const told = entries.map(({ action, kind, subjectId, before, after, note }) => ({ action, kind, subjectId, before, after, note }));
    const line = (subjectId: string) => ({ action: "unit.find", kind: "unit", subjectId, before: null, after: null, note: null });
    expect(told).toEqual(expect.arrayContaining([line(id), line(absent)]));
  });
});

describe("queries", () => {
  it("that do not say which district are errors", async () => {
    await expect(readAs(admin, () => reading(admin).unit.findMany({ where: { name: "财政局" } }))).rejects.toThrow("does not say which district");
    await expect(readAs(admin, () => reading(admin).unit.findMany({}))).rejects.toThrow("does not say which district");
  });

  it("cannot be called outside readAs, or for somebody else", async () => {
    expect(() => reading(admin)).toThrow("outside readAs");
    await expect(readAs(admin, async () => reading(staff))).rejects.toThrow("another actor");
  });

  it("cannot write: the transaction is read-only", async () => {
    const write = readAs(admin, () => (reading(admin).unit as unknown as { createMany(args: object): Promise<unknown> }).createMany({ data: [{ ...unit("只读"), id: newId() }] }));
    await expect(write).rejects.toThrow(/read-only/);
  });
});

describe("numbers", () => {
  it("have no gaps, however many draw at once and however many of them fail", async () => {
    const drawn: number[] = [];
    const kind = `test-${newId()}`;
    const draw = (fails: boolean) =>
      command("test.draw", async (ctx) => {
        await ctx.add("unit", unit(`编号${newId()}`));
        ctx.drawAtEnd(admin.districtId, kind, 2023, async (number) => {
          if (fails) throw new Refusal("notFound");
          drawn.push(number);
        });
      });
    await Promise.allSettled(Array.from({ length: 24 }, (_, at) => runCommand(admin, draw(at % 3 === 0), {})));
    expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
    expect(await counted(kind)).toMatchObject({ last: 16 });
  });
});
