import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "./actor";
import { mainClient, scopeTransaction } from "./db";
import { newId } from "./ids";
import { makeActor, makeCity, makeUnit, type City } from "./testing/tenants";

/* With the first net off (queries that name no district at all), row-level security alone must show nothing of another district. */
let city: City;
let here: Actor;
let there: Actor;
let foreignUnit: string;
beforeAll(async () => {
  city = await makeCity();
  here = await makeActor(city, "admin", city.districtIds[0]);
  there = await makeActor(city, "admin", city.districtIds[1]);
  await makeUnit(here, here.districtId, "本县单位");
  foreignUnit = (await makeUnit(there, there.districtId, "外县单位")).id;
});

const tables = async (): Promise<string[]> =>
  (await mainClient().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'district_id' ORDER BY 1`).map((row) => row.name);

const as = <T>(actor: Pick<Actor, "districtIds" | "cityId"> | null, work: (tx: Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0]) => Promise<T>): Promise<T> =>
  mainClient().$transaction(async (tx) => {
    if (actor) await scopeTransaction(tx, actor, false);
    return work(tx);
  });

describe("row-level security alone", () => {
  it("covers every table that has a district", async () => {
    const names = await tables();
    expect(names.length).toBeGreaterThan(12);
    const unforced = await mainClient().$queryRaw<{ relname: string }[]>`
      SELECT relname FROM pg_class WHERE relname = ANY(${names}) AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity)`;
    expect(unforced).toEqual([]);
  });

  it("shows nothing when nobody is named", async () => {
    for (const table of [...(await tables()), "district"]) {
      const rows = await as(null, (tx) => tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} LIMIT 1`));
      expect(rows, table).toEqual([]);
    }
  });

  it("shows a district's people nothing of another district", async () => {
    for (const table of await tables()) {
      const rows = await as(here, (tx) => tx.$queryRaw<{ district_id: string }[]>(Prisma.sql`SELECT DISTINCT district_id FROM ${Prisma.raw(`"${table}"`)}`));
      for (const row of rows) expect([here.districtId, city.id], table).toContain(row.district_id);
    }
    expect(await as(here, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM unit WHERE id = ${foreignUnit}::uuid`)).toEqual([]);
  });

  it("shows the city all of its districts", async () =>
    expect(await as(city.system, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM unit WHERE id = ${foreignUnit}::uuid`)).toHaveLength(1));

  it("changes nothing of another district, and of the city only for the city", async () => {
    expect(await as(here, (tx) => tx.$executeRaw`UPDATE unit SET name = 'x' WHERE id = ${foreignUnit}::uuid`)).toBe(0);
    const { id } = await makeUnit({ ...city.system }, city.id, "市级单位");
    expect(await as(here, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM unit WHERE id = ${id}::uuid`)).toHaveLength(1);
    expect(await as(here, (tx) => tx.$executeRaw`UPDATE unit SET name = 'x' WHERE id = ${id}::uuid`)).toBe(0);
  });

  it("takes no row into another district", async () =>
    await expect(
      as(here, (tx) => tx.unit.createMany({ data: [{ districtId: there.districtId, id: newId(), kind: "park", name: "越界", shortName: "越界", namePinyin: "y", nameInitials: "y" }] })),
    ).rejects.toThrow(/row-level security/));
});

describe("the database's own refusals", () => {
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => "done", (error: { meta?: { code?: string }; code?: string; message: string }) => /\b(42501|2350\d|23P01|23514)\b/.exec(`${error.meta?.code} ${error.code} ${error.message} ${JSON.stringify(error)}`)?.[1] ?? error.message);

  it("lets the app only add to the audit, and only through its function", async () => {
    for (const sql of ["INSERT INTO audit_entry SELECT * FROM audit_entry LIMIT 0", "UPDATE audit_entry SET note = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "UPDATE audit_seal SET hash = ''", "DELETE FROM audit_seal", "DELETE FROM audit_pending"]) {
      expect(await code(as(here, (tx) => tx.$executeRaw(Prisma.raw(sql)))), sql).toBe("42501");
    }
  });

  it("lets the app delete nothing", async () => {
    for (const table of [...(await tables()), "district", "installation"]) {
      expect(await code(as(here, (tx) => tx.$executeRaw(Prisma.raw(`DELETE FROM "${table}"`)))), table).toBe("42501");
    }
  });

  it("lets no row point into another district", async () => {
    const cadre = { id: newId(), name: "甲", namePinyin: "j", nameInitials: "j", post: "局长", rank: "staff" as const };
    expect(await code(as(city.system, (tx) => tx.cadre.createMany({ data: [{ ...cadre, districtId: here.districtId, unitId: foreignUnit }] })))).toMatch(/23503|Foreign key/);
  });

  it("gives the app no power over roles, and the reader none to write", async () => {
    const [app] = await mainClient().$queryRaw<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }[]>`
      SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user`;
    expect(app).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    if (!process.env.DATABASE_READ_URL) return expect(process.env.CI).toBeUndefined();
    const reader = new pg.Client({ connectionString: process.env.DATABASE_READ_URL });
    await reader.connect();
    await expect(reader.query("INSERT INTO unit (district_id) VALUES (uuidv7())")).rejects.toMatchObject({ code: "42501" });
    await reader.end();
  });
});
