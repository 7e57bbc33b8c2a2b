import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "../actor";
import { makeActor, makeCity, makeUnit, type City } from "../testing/tenants";

/* What somebody with the power over the tables does to the audit by hand, and whether it shows. */

const folder = mkdtempSync(path.join(tmpdir(), "diaodu-anchor-"));
const anchorFile = path.join(folder, "anchor.jsonl");
vi.stubEnv("AUDIT_ANCHOR_FILE", anchorFile);

let owner: pg.Client;
let city: City;
let admin: Actor;
let sealAudit: () => Promise<number>;
let verify: () => Promise<{ problems: { what: string }[]; sealed: number; unsealed: number }>;
beforeAll(async () => {
  vi.resetModules();
  ({ sealAudit } = await import("./seal"));
  const { verifyChains } = await import("./verify");
  verify = async () => (await verifyChains([admin.districtId]))[0]!;
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
});
beforeEach(async () => {
  city = await makeCity(1);
  admin = await makeActor(city, "admin");
  await owner.query("SELECT set_config('app.districts', $1, false)", [`{${admin.districtId}}`]);
  for (const name of ["甲局", "乙局", "丙局"]) await makeUnit(admin, admin.districtId, name);
  await sealAudit();
});
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

const problems = async () => (await verify()).problems.map((problem) => problem.what);
const where = "WHERE district_id = $1";

describe("the chain of the audit", () => {
  it("holds when nobody touched it, and reports what is not sealed yet", async () => {
    expect(await verify()).toMatchObject({ problems: [], unsealed: 0 });
    await makeUnit(admin, admin.districtId, "丁局");
    expect(await verify()).toMatchObject({ problems: [], unsealed: 1 });
  });

  it.each([
    ["a changed entry", `UPDATE audit_entry SET actor_name = 'somebody else' ${where} AND action = 'unit.add'`, "entryChanged"],
    ["a changed after", `UPDATE audit_entry SET after = after || '{"name":"x"}' ${where} AND action = 'unit.add'`, "entryChanged"],
    ["a removed entry", `DELETE FROM audit_entry ${where} AND id = (SELECT id FROM audit_entry ${where} ORDER BY id LIMIT 1)`, "entryMissing"],
    ["a removed last entry", `DELETE FROM audit_entry ${where} AND id = (SELECT id FROM audit_entry ${where} ORDER BY id DESC LIMIT 1)`, "entryMissing"],
    ["a removed link", `DELETE FROM audit_seal ${where} AND seq = 2`, "sealMissing"],
    ["a changed hash", `UPDATE audit_seal SET hash = repeat('0', 64) ${where} AND seq = 2`, "linkBroken"],
  ])("shows %s", async (_, sql, what) => {
    await owner.query(sql, [admin.districtId]);
    expect(await problems()).toContain(what);
  });

  it("shows the last entry removed together with its link, since its hash is also kept outside", async () => {
    const { rows } = await owner.query<{ entry_id: string; seq: string }>(`SELECT entry_id, seq FROM audit_seal ${where} ORDER BY seq DESC LIMIT 1`, [admin.districtId]);
    await owner.query(`DELETE FROM audit_seal ${where} AND seq = $2`, [admin.districtId, rows[0]!.seq]);
    await owner.query(`DELETE FROM audit_entry ${where} AND id = $2`, [admin.districtId, rows[0]!.entry_id]);
    expect(await problems()).toEqual(["endMissing"]);
  });

  it("still shows it after the chain has grown on over the gap", async () => {
    const { rows } = await owner.query<{ entry_id: string; seq: string }>(`SELECT entry_id, seq FROM audit_seal ${where} ORDER BY seq DESC LIMIT 1`, [admin.districtId]);
    await owner.query(`DELETE FROM audit_seal ${where} AND seq = $2`, [admin.districtId, rows[0]!.seq]);
    await owner.query(`DELETE FROM audit_entry ${where} AND id = $2`, [admin.districtId, rows[0]!.entry_id]);
    await makeUnit(admin, admin.districtId, "后来的局");
    await sealAudit();
    expect(await problems()).toEqual(["endChanged"]);
  });

  it("shows a chain written anew from a changed entry on", async () => {
    const { linkHash } = await import("./chain");
    const { rows } = await owner.query<{ entry_id: string; seq: string; previous_hash: string }>(`SELECT entry_id, seq, previous_hash FROM audit_seal ${where} ORDER BY seq DESC LIMIT 1`, [admin.districtId]);
    const { rows: entries } = await owner.query<{ fields: string[] }>(
      `UPDATE audit_entry e SET note = 'forged' WHERE district_id = $1 AND id = $2 RETURNING ARRAY[e.district_id::text, e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_district_id::text,
       e.actor_id::text, e.actor_name, e.actor_role, e.via, e.address, e.request_id, e.action, e.outcome, e.kind, e.subject_id, e.before::text, e.after::text, e.note] AS fields`,
      [admin.districtId, rows[0]!.entry_id],
    );
    const forged = linkHash("sha256", rows[0]!.previous_hash, BigInt(rows[0]!.seq), entries[0]!.fields);
    await owner.query(`UPDATE audit_seal SET hash = $2 ${where} AND seq = $3`, [admin.districtId, forged, rows[0]!.seq]);
    expect(await problems()).toEqual(["endChanged"]);
  });

  it("shows an entry that was taken out of the queue before it was sealed", async () => {
    await makeUnit(admin, admin.districtId, "戊局");
    await owner.query(`DELETE FROM audit_pending ${where}`, [admin.districtId]);
    expect(await problems()).toContain("entryUnaccounted");
  });

  it("is noted outside again after a crash between the two, and survives a line cut short", async () => {
    const kept = readFileSync(anchorFile, "utf8");
    writeFileSync(anchorFile, `${kept}\n{"districtId":"${admin.districtId.slice(0, 8)}`);
    expect(await problems()).toEqual([]);
    await makeUnit(admin, admin.districtId, "断行之后的局");
    await sealAudit();
    expect(readFileSync(anchorFile, "utf8").trimEnd().split("\n").at(-1)).toContain(admin.districtId);
    expect(await problems()).toEqual([]);
  });

  it("is sealed once when two seal at the same moment", async () => {
    for (let i = 0; i < 5; i++) await makeUnit(admin, admin.districtId, `并发${i}局`);
    await Promise.allSettled([sealAudit(), sealAudit(), sealAudit()]);
    await sealAudit();
    expect(await verify()).toMatchObject({ problems: [], unsealed: 0 });
  });
});
