import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, dateOf, momentOf, type Day } from "@/lib/foundation/calendar";
import { defineCommand, runCommand } from "@/lib/foundation/command";
import { mainClient } from "@/lib/foundation/db";
import { wanFrom } from "@/lib/foundation/money";
import { readAs } from "@/lib/foundation/read";
import { inScope, plantProject, type Planted } from "@/lib/foundation/testing/projects";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { judgeLights, relight } from "./commands";
import { findLights, listLightHistory } from "./queries";
import { expectedWan } from "./rules/expectation";

let city: City;
let district: string;
let unitId: string;
beforeAll(async () => {
  city = await makeCity();
  district = city.districtIds[0]!;
  unitId = (await makeUnit(city.system, district, "发改委")).id;
});

const plant = (given: Omit<Planted, "unitId">) => plantProject(city, district, { unitId, ...given });
/** The system on a day, at noon. */
const on = (day: Day, actor: Actor = city.system): Actor => ({ ...actor, clockOffsetMs: momentOf(day, 720).getTime() - Date.now() });
const night = (day: Day) => runCommand(on(day), judgeLights, { districtId: district });
const relightOnly = (projectIds: string[]) =>
  defineCommand({ name: "test.relight", needs: "light.judge", schema: z.strictObject({}), run: async (ctx) => {
    ctx.record({ districtId: district, action: "test.relight", kind: "project" });
    await relight(ctx, district, projectIds);
  } });
const lights = async (projectId: string, day: Day) => {
  const found = await readAs(city.system, () => findLights(city.system, district, projectId, day));
  return Object.fromEntries(found!.map(({ dimension, colour }) => [dimension, colour]));
};
const spansOf = (projectId: string) =>
  inScope(city, (tx) => tx.lightSpan.findMany({ where: { districtId: district, projectId }, orderBy: [{ dimension: "asc" }, { fromOn: "asc" }], select: { dimension: true, colour: true, fromOn: true, toOn: true } }));
const rowOf = (projectId: string) => inScope(city, (tx) => tx.project.findFirstOrThrow({ where: { districtId: district, id: projectId }, select: { light: true, lightOn: true, version: true } }));

describe("expected progress", () => {
  it("is the same in the program and in the database", async () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((yuan) => wanFrom(new Prisma.Decimal(yuan.toString()).div(10000).toFixed()));
    const given = fc.record({ plan: amounts, months: fc.oneof(fc.constant([]), fc.array(amounts, { minLength: 12, maxLength: 12 })), year: fc.integer({ min: 2020, max: 2030 }), away: fc.integer({ min: -40, max: 420 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 20, maxLength: 20 }), async (cases) => {
        const asked = cases.map(({ away, ...one }) => ({ ...one, day: addDays(`${one.year}-01-01`, away) }));
        const rows = await mainClient().$queryRaw<{ expected: string }[]>(Prisma.sql`${Prisma.join(
          asked.map(({ plan, months, year, day }, at) => Prisma.sql`SELECT ${at}::int AS at, expected_wan(${plan}::numeric, ${months}::numeric[], ${year}::int, ${day}::date)::text AS expected`),
          " UNION ALL ",
        )} ORDER BY at`);
        expect(rows.map(({ expected }) => wanFrom(expected))).toEqual(asked.map(({ plan, months, year, day }) => expectedWan(plan, months, year, day)));
      }),
      { numRuns: 50 },
    );
  });
});

describe("lights", () => {
  it("are judged by what stands in the tables, as spans, and repeated on the project's row", async () => {
    const id = await plant({ stages: [{ stage: "landed", on: "2022-11-01" }], plannedStartOn: "2023-02-01", reports: [{ asOfOn: "2023-01-27", completedWan: "0" }] });
    await night("2023-02-01");
    expect(await lights(id, "2023-02-01")).toMatchObject({ start: "green", investment: "none", nodes: "none" });
    await night("2023-02-02");
    await night("2023-02-03");
    expect(await rowOf(id)).toEqual({ light: "yellow", lightOn: dateOf("2023-02-02"), version: 1 });
    expect((await spansOf(id)).filter(({ dimension }) => dimension === "start")).toEqual([
      { dimension: "start", colour: "green", fromOn: dateOf("2023-02-01"), toOn: dateOf("2023-02-02") },
      { dimension: "start", colour: "yellow", fromOn: dateOf("2023-02-02"), toOn: null },
    ]);
    await night("2023-05-02");
    expect(await rowOf(id)).toMatchObject({ light: "red", lightOn: dateOf("2023-05-02") });
    const history = await readAs(city.system, () => listLightHistory(city.system, district, id, "2023-02-03"));
    expect(history.filter(({ dimension }) => dimension === "start").map(({ colour, fromOn }) => [colour, fromOn])).toEqual([["yellow", "2023-02-02"], ["red", "2023-05-02"]]);
  });

  it("of reports count weeks that were owed, in a row, past their cut-off", async () => {
    const id = await plant({ years: [{ year: 2023, fromOn: "2023-03-06", planWan: "0" }], reports: [{ asOfOn: "2023-03-10", completedWan: "1" }] });
    const missed = async (day: Day) => (await readAs(city.system, () => findLights(city.system, district, id, day)))!.find(({ dimension }) => dimension === "reports")!.inputs.weeks;
    expect(await missed("2023-03-20")).toBe(0); // The 17th may be reported until the 20th.
    expect(await missed("2023-03-21")).toBe(1);
    expect(await missed("2023-04-11")).toBe(4);
    await inScope(city, (tx) => tx.statusSpan.updateMany({ where: { districtId: district, projectId: id }, data: { toOn: dateOf("2023-03-20") } }));
    await inScope(city, (tx) => tx.statusSpan.createMany({ data: [{ districtId: district, id: crypto.randomUUID(), projectId: id, status: "active", fromOn: dateOf("2023-04-01"), byName: "测试" }] }));
    expect(await missed("2023-04-11")).toBe(2); // Suspended on the 24th and the 31st.
    await inScope(city, (tx) => tx.progressReport.updateMany({ where: { districtId: district, projectId: id }, data: { status: "returned", returnReason: "不清楚" } }));
    expect(await missed("2023-04-11")).toBe(3);
  });

  it("of funds and nodes go by what is due and not withdrawn", async () => {
    const id = await plant({});
    const own = { districtId: district, projectId: id };
    await inScope(city, async (tx) => {
      await tx.milestone.createMany({ data: [
        { ...own, id: crypto.randomUUID(), kind: "construction", name: "基础", baselineOn: dateOf("2023-02-01"), dueOn: dateOf("2023-02-01"), withdrawnOn: dateOf("2023-02-10") },
        { ...own, id: crypto.randomUUID(), kind: "construction", name: "封顶", baselineOn: dateOf("2023-04-01"), dueOn: dateOf("2023-04-01") },
      ] });
      await tx.fundEntry.createMany({ data: [
        { ...own, id: crypto.randomUUID(), year: 2023, source: "own", kind: "planned", day: dateOf("2023-03-01"), amountWan: "60" },
        { ...own, id: crypto.randomUUID(), year: 2023, source: "own", kind: "planned", day: dateOf("2023-09-01"), amountWan: "40" },
        { ...own, id: crypto.randomUUID(), year: 2023, source: "own", kind: "received", day: dateOf("2023-03-01"), amountWan: "35" },
        { ...own, id: crypto.randomUUID(), year: 2023, source: "own", kind: "received", day: dateOf("2023-03-02"), amountWan: "50", withdrawnOn: dateOf("2023-03-03"), withdrawReason: "录错" },
      ] });
    });
    expect(await lights(id, "2023-02-05")).toMatchObject({ nodes: "yellow", funds: "green" });
    expect(await lights(id, "2023-04-01")).toMatchObject({ nodes: "green", funds: "yellow" });
    expect(await lights(id, "2023-04-02")).toMatchObject({ nodes: "yellow" });
  });

  it("go out when a project is suspended, and a change on a span's first day changes it in place", async () => {
    const id = await plant({ reports: [{ asOfOn: "2023-04-07", completedWan: "10" }] });
    await night("2023-04-11");
    expect(await rowOf(id)).toMatchObject({ light: "yellow" });
    await inScope(city, (tx) => tx.progressReport.updateMany({ where: { districtId: district, projectId: id }, data: { completedWan: "900" } }));
    await runCommand(on("2023-04-11"), relightOnly([id]), {});
    expect(await rowOf(id)).toMatchObject({ light: "green", lightOn: dateOf("2023-04-11") });
    expect((await spansOf(id)).filter(({ dimension }) => dimension === "investment")).toEqual([{ dimension: "investment", colour: "green", fromOn: dateOf("2023-04-11"), toOn: null }]);
    await inScope(city, (tx) => tx.project.updateMany({ where: { districtId: district, id }, data: { status: "suspended" } }));
    await runCommand(on("2023-04-12"), relightOnly([id]), {});
    expect(await rowOf(id)).toMatchObject({ light: "none", lightOn: null });
    expect((await spansOf(id)).every(({ toOn }) => toOn !== null)).toBe(true);
  });

  it("judged twice change nothing, however the rows came to be", async () => {
    const first = await night("2023-06-01");
    expect(first.changed).toBeGreaterThan(0);
    expect(await night("2023-06-01")).toEqual({ changed: 0 });
    await fc.assert(
      fc.asyncProperty(fc.record({ completedWan: fc.integer({ min: 0, max: 1500 }).map(String), planWan: fc.integer({ min: 0, max: 1500 }).map(String), asOfOn: fc.constantFrom("2023-03-03", "2023-05-26"), stage: fc.constantFrom("landed", "started" as const) }), async ({ completedWan, planWan, asOfOn, stage }) => {
        const id = await plant({ years: [{ year: 2023, planWan }], stages: [{ stage, on: "2023-01-10" }], plannedStartOn: "2023-05-20", reports: [{ asOfOn, completedWan }] });
        await runCommand(on("2023-06-01"), relightOnly([id]), {});
        expect(await night("2023-06-01")).toEqual({ changed: 0 });
      }),
      { numRuns: 15 },
    );
  });

  it("of a night that is made up for leave alone what was judged since", async () => {
    const id = await plant({});
    await runCommand(on("2023-07-10"), relightOnly([id]), {});
    const before = await spansOf(id);
    await night("2023-07-05");
    expect(await spansOf(id)).toEqual(before);
  });

  it("of another district are not judged by its neighbour, and nobody judges by hand", async () => {
    const leader = await makeActor(city, "leader", district);
    await expect(runCommand(leader, judgeLights, { districtId: district })).rejects.toMatchObject({ code: "notAllowed" });
    const id = await plant({});
    const stranger = await makeActor(city, "leader", city.districtIds[1]!);
    expect(await readAs(stranger, () => findLights(stranger, district, id, "2023-04-11"))).toBeNull();
    expect(await readAs(stranger, () => listLightHistory(stranger, district, id, "2023-01-01"))).toEqual([]);
  });
});
