import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../actor";
import { mainClient, scopeTransaction } from "../db";
import { newId } from "../ids";
import { makeActor, makeCity, makeUnit, type City } from "../testing/tenants";
import { columnsOf, mayIn, policy, rowsOf, type Capability } from "./policy";
import { reaches, sqlOf, whereOf } from "./reach";

/** On which table a capability's subject lives. */
const tables: Record<string, { model: "district" | "unit" | "cadre" | "enterprise" | "account" | "districtSetting" | "calendarDay" | "auditEntry" | "session" | "apiToken" | "project" | "duty" | "lightSpan" | "savedView"; table: string }> = {
  district: { model: "district", table: "district" },
  unit: { model: "unit", table: "unit" },
  cadre: { model: "cadre", table: "cadre" },
  enterprise: { model: "enterprise", table: "enterprise" },
  account: { model: "account", table: "account" },
  password: { model: "account", table: "account" },
  setting: { model: "districtSetting", table: "district_setting" },
  calendar: { model: "calendarDay", table: "calendar_day" },
  audit: { model: "auditEntry", table: "audit_entry" },
  session: { model: "session", table: "session" },
  token: { model: "apiToken", table: "api_token" },
  project: { model: "project", table: "project" },
  // Whoever writes to these is asked on the project, and whoever reads reads what is their district's.
  report: { model: "project", table: "project" },
  schedule: { model: "project", table: "project" },
  fund: { model: "project", table: "project" },
  figure: { model: "project", table: "project" },
  duty: { model: "duty", table: "duty" },
  light: { model: "lightSpan", table: "light_span" },
  view: { model: "savedView", table: "saved_view" },
};

const capabilities = Object.keys(policy) as Capability[];
const actors: Actor[] = [];
/** Of staff: the projects that they may write to. */
const expectedOf = new Map<Actor, string[]>();
let city: City;
beforeAll(async () => {
  city = await makeCity();
  const other = await makeCity(1);
  for (const one of [city, other]) {
    for (const districtId of [one.id, ...one.districtIds]) {
      const admin = await makeActor(one, "admin", districtId);
      const { id: unitId } = await makeUnit(admin, districtId, "发展和改革委员会");
      const { id: otherUnitId } = await makeUnit(admin, districtId, "住房和城乡建设局");
      const enterpriseId = newId();
      await mainClient().$transaction(async (tx) => {
        await scopeTransaction(tx, one.system, false);
        await tx.enterprise.createMany({ data: [{ districtId, id: enterpriseId, name: "企业", namePinyin: "q", nameInitials: "q", uscc: "91410900MA9F00001X" }] });
        const projects = [unitId, otherUnitId, otherUnitId].map((responsibleUnitId, at) => ({
          districtId, id: newId(), cityId: one.id, codeYear: 2023, codeNumber: at + 1, name: "项目", namePinyin: "xm", nameInitials: "xm", industry: "urban" as const, nature: "new_build" as const,
          path: "works" as const, responsibleUnitDistrictId: districtId, responsibleUnitId, stage: "reserve" as const, stageOn: new Date("2023-01-01"), statusOn: new Date("2023-01-01"),
        }));
        await tx.project.createMany({ data: projects });
        await tx.lightSpan.createMany({ data: [{ districtId, id: newId(), projectId: projects[0]!.id, dimension: "overall", colour: "green", inputs: {}, fromOn: new Date("2023-01-01") }] });
        await tx.savedView.createMany({ data: [{ districtId, id: newId(), accountId: admin.accountId!, place: "projects", name: "我的", address: "" }] });
        const responsible = await makeActor(one, "staff", districtId, { unitIds: [unitId] });
        const onDuty = await makeActor(one, "staff", districtId, { unitIds: [unitId], dutyProjectIds: [projects[1]!.id] });
        actors.push(responsible, onDuty);
        expectedOf.set(responsible, [projects[0]!.id]);
        expectedOf.set(onDuty, [projects[0]!.id, projects[1]!.id]);
        for (const actor of [admin]) {
          await tx.session.createMany({ data: [{ districtId, id: newId(), accountId: actor.accountId!, tokenHash: newId(), createdAt: new Date(), lastSeenAt: new Date(), expiresAt: new Date(), idleMinutes: 30 }] });
        }
      });
      actors.push(admin, await makeActor(one, "enterprise", districtId, { enterpriseId }));
      for (const role of ["staff", "leader", "auditor"] as const) actors.push(await makeActor(one, role, districtId));
    }
    actors.push(one.system);
  }
});

const everything = async <T>(work: (tx: Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0]) => Promise<T>): Promise<T> =>
  mainClient().$transaction(async (tx) => {
    const all = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM auth_list_districts()`;
    await scopeTransaction(tx, { districtIds: all.map((one) => one.id), cityId: city.id }, true);
    return work(tx);
  });

describe("the policy table", () => {
  it("knows a table for every subject", () => expect(capabilities.filter((capability) => !tables[capability.split(".")[0]!])).toEqual([]));

  it("renders each reach to the same rows as a Prisma where and as SQL", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...capabilities), fc.nat(), async (capability, pick) => {
        const actor = actors[pick % actors.length]!;
        const { model, table } = tables[capability.split(".")[0]!]!;
        const [byPrisma, bySql] = await everything(async (tx) => {
          const delegate = tx[model] as unknown as { findMany(args: object): Promise<{ id: string }[]> };
          const prisma = await delegate.findMany({ where: whereOf(actor, capability), select: { id: true } });
          const sql = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT t.id FROM ${Prisma.raw(`"${table}"`)} t WHERE ${sqlOf(actor, capability, "t")}`);
          return [prisma, sql];
        });
        expect(byPrisma.map((row) => row.id).sort()).toEqual(bySql.map((row) => row.id).sort());
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("lets staff write to the projects of their unit and of their duties, and to no other", async () => {
    for (const [actor, ids] of expectedOf) {
      const rows = await everything((tx) => tx.project.findMany({ where: whereOf(actor, "report.write") }));
      expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
      const all = await everything((tx) => tx.project.findMany({ where: whereOf(actor, "project.read") }));
      expect(all.filter((row) => reaches(actor, "project.write", row)).map((row) => row.id).sort()).toEqual([...ids].sort());
    }
    expect(expectedOf.size).toBeGreaterThan(4);
  });

  it("never reaches another city, and another district only from the city", async () => {
    for (const actor of actors) {
      for (const capability of capabilities) {
        const { model } = tables[capability.split(".")[0]!]!;
        const tenant = columnsOf[capability.split(".")[0]!]?.district ?? "districtId";
        const rows = await everything((tx) => (tx[model] as unknown as { findMany(args: object): Promise<Record<string, string>[]> }).findMany({ where: whereOf(actor, capability) }));
        for (const row of rows) {
          const allowed = rowsOf(actor, capability) === "districtsAndCity" ? [...actor.districtIds, actor.cityId] : actor.districtIds;
          expect(allowed, `${actor.role} ${capability}`).toContain(row[tenant]);
          expect(mayIn(actor, capability, row[tenant]!)).toBe(true);
        }
      }
    }
  }, 60_000);
});
