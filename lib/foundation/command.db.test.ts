import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import { sqlOf } from "./access/reach";
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

describe("many rows at once", () => {
  it("are changed alike, each with its version and its own audit entry, or none at all", async () => {
    const [one, two, other] = [await makeUnit(admin, admin.districtId, "一号局"), await makeUnit(admin, admin.districtId, "二号局"), await makeUnit(admin, admin.districtId, "三号局")];
    const rename = (rows: { id: string; version: number }[]) =>
      command("test.many", async (ctx) => ctx.changeMany("unit", rows.map((row) => ({ districtId: admin.districtId, ...row })), { shortName: "改" }, "一起"));
    await runCommand(admin, rename([{ id: one.id, version: 1 }, { id: two.id, version: 1 }]), {});
    expect(await audit({ action: "test.many", outcome: "done" })).toMatchObject([
      { subjectId: two.id, before: { shortName: "二号局" }, after: { shortName: "改", version: 2 }, note: "一起" },
      { subjectId: one.id, before: { shortName: "一号局" }, after: { shortName: "改", version: 2 } },
    ]);
    await expect(runCommand(admin, rename([{ id: other.id, version: 1 }, { id: two.id, version: 1 }]), {})).rejects.toMatchObject({ code: "changedMeanwhile", conflict: { version: 2 } });
    const read = await readAs(admin, () => reading(admin).unit.findMany({ where: { districtId: admin.districtId, id: other.id } }));
    expect(read).toMatchObject([{ shortName: "三号局", version: 1 }]);
  });

  it("take their steps in one statement", async () => {
    const units = [await makeUnit(admin, admin.districtId, "四号局"), await makeUnit(admin, admin.districtId, "五号局")];
    const stepped = command("test.steps", async (ctx) =>
      ctx.stepMany("unit", units.map(({ id }, at) => ({ row: { districtId: admin.districtId, id }, step: { step: "retire", from: "active", to: "retired", note: String(at) } }))));
    await runCommand(admin, stepped, {});
    const steps = await readAs(admin, () => reading(admin).stepEvent.findMany({ where: { districtId: admin.districtId, subjectId: { in: units.map((one) => one.id) } }, orderBy: { note: "asc" } }));
    expect(steps).toMatchObject([{ subjectId: units[0]!.id, step: "retire", note: "0", actorId: admin.accountId }, { subjectId: units[1]!.id, note: "1" }]);
    expect(await audit({ action: "test.steps" })).toHaveLength(2);
  });
});

describe("columns that repeat other rows", () => {
  const deriving = (update: Prisma.Sql) =>
    command("test.derive", async (ctx) => {
      ctx.record({ districtId: admin.districtId, action: "test.derive", kind: "unit" });
      await ctx.derive(update);
    });
  it("are brought up to date without a version or an audit entry of their own", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "六号局");
    await runCommand(admin, deriving(Prisma.sql`UPDATE "unit" AS "u" SET "sort_order" = 7 WHERE ${sqlOf(admin, "unit.write", "u")} AND "u"."id" = ${id}::uuid`), {});
    expect(await readAs(admin, () => reading(admin).unit.findMany({ where: { districtId: admin.districtId, id } }))).toMatchObject([{ sortOrder: 7, version: 1 }]);
  });
  it("only by one UPDATE that says which rows the actor reaches", async () => {
    for (const update of [Prisma.sql`UPDATE "unit" SET "sort_order" = 9`, Prisma.sql`SELECT 1 FROM "unit" AS "u" WHERE ${sqlOf(admin, "unit.write", "u")}`]) {
      await expect(runCommand(admin, deriving(update), {})).rejects.toThrow("which rows");
    }
  });
});

describe("a draft", () => {
  it("is saved without a line in the audit", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "七号局");
    const draft = defineCommand({ name: "test.draft", needs: "unit.write", savesDraft: true, schema: z.strictObject({}), run: (ctx) => ctx.change("unit", { districtId: admin.districtId, id, version: 1 }, 1, { shortName: "草" }) });
    await runCommand(admin, draft, {});
    expect(await readAs(admin, () => reading(admin).unit.findMany({ where: { districtId: admin.districtId, id } }))).toMatchObject([{ shortName: "草", version: 2 }]);
    expect(await audit({ action: "test.draft" })).toEqual([]);
  });
});

describe("transactions that wait for each other", () => {
  it("both end, since the one that the database broke off is done again", async () => {
    const [one, two] = [await makeUnit(admin, admin.districtId, "甲局"), await makeUnit(admin, admin.districtId, "乙局")];
    let inside = 0;
    const both = async () => {
      inside++;
      for (let waited = 0; inside < 2 && waited < 50; waited++) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const crossing = (name: string, first: string, second: string) =>
      command(name, async (ctx) => {
        const lock = (id: string) => ctx.db.rows(Prisma.sql`SELECT "u"."id" FROM "unit" AS "u" WHERE ${sqlOf(admin, "unit.write", "u")} AND "u"."id" = ${id}::uuid FOR UPDATE`);
        await lock(first);
        await both();
        await lock(second);
        ctx.record({ districtId: admin.districtId, action: name, kind: "unit", subjectId: first });
      });
    await Promise.all([runCommand(admin, crossing("test.crossing.one", one.id, two.id), {}), runCommand(admin, crossing("test.crossing.two", two.id, one.id), {})]);
    expect(inside).toBeGreaterThan(2);
    expect(await audit({ action: { in: ["test.crossing.one", "test.crossing.two"] }, outcome: "done" })).toHaveLength(2);
  });
});

describe("thousands of rows", () => {
  it("are added and changed in one command, which a statement alone could not take", async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => unit(`第${at}所`));
    const grown = command("test.thousands", async (ctx) => {
      const ids = await ctx.addMany("unit", rows);
      await ctx.changeMany("unit", ids.map((id) => ({ districtId: admin.districtId, id, version: 1 })), { sortOrder: 8 });
    });
    await runCommand(admin, grown, {}, { timeoutMs: 60_000 });
    expect(await readAs(admin, () => reading(admin).unit.count({ where: { districtId: admin.districtId, sortOrder: 8, version: 2 } }))).toBe(2500);
  });
});

describe("SQL of a feature", () => {
  it("reads and locks, and does not write past the audit", async () => {
    const { id } = await makeUnit(admin, admin.districtId, "八号局");
    const reach = sqlOf(admin, "unit.write", "u");
    const running = (statement: Prisma.Sql) => runCommand(admin, command("test.sql", async (ctx) => ctx.db.rows(statement)), {});
    for (const statement of [
      Prisma.sql`UPDATE "unit" AS "u" SET "sort_order" = 9 WHERE ${reach} AND "u"."id" = ${id}::uuid RETURNING "u"."id"`,
      Prisma.sql`WITH w AS (UPDATE unit SET sort_order = 9 WHERE id = ${id}::uuid RETURNING id) SELECT "u"."id" FROM "unit" AS "u" WHERE ${reach}`,
      Prisma.sql`WITH w AS (DELETE FROM unit WHERE id = ${id}::uuid) SELECT "u"."id" FROM "unit" AS "u" WHERE ${reach}`,
    ]) await expect(running(statement)).rejects.toThrow("This SQL writes");
    await expect(running(Prisma.sql`SELECT "u"."id" FROM "unit" AS "u" WHERE ${reach} AND "u"."id" = ${id}::uuid FOR NO KEY UPDATE`)).rejects.toThrow("recorded nothing");
  });
});
