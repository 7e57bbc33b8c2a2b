import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, type Day } from "@/lib/foundation/calendar";
import { newId } from "@/lib/foundation/ids";
import { compareWan, percentOf, sumWan, wanOf, yuanOf } from "@/lib/foundation/money";
import { readAs } from "@/lib/foundation/read";
import { inScope, plantProject, type Planted } from "@/lib/foundation/testing/projects";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import type { Figure } from "./catalogue/base";
import { catalogue, figureKeys, fourRates, type FigureKey } from "./catalogue/figures";
import { narrowsBy } from "./catalogue/statement";
import { figureEndpoints } from "./endpoints";
import { findFigure, listFigureRows, sumFigures, sumFiguresByDay } from "./queries";
import type { Scope, When } from "./schema";

let city: City;
let [here, there] = ["", ""];
let [unitId, otherUnitId] = ["", ""];
let leader: Actor;
let cityLeader: Actor;
let cadreId: string;

beforeAll(async () => {
  city = await makeCity();
  [here, there] = [city.districtIds[0]!, city.districtIds[1]!];
  unitId = (await makeUnit(city.system, here, "发改委")).id;
  otherUnitId = (await makeUnit(city.system, there, "发改委")).id;
  leader = await makeActor(city, "leader", here);
  cityLeader = await makeActor(city, "leader", city.id);
  cadreId = newId();
  await inScope(city, (tx) => tx.cadre.createMany({ data: [{ districtId: here, id: cadreId, unitId, name: "张三", namePinyin: "zhangsan", nameInitials: "zs", post: "主任", rank: "section_head" }] }));
});

const plant = (given: Partial<Planted> = {}) => plantProject(city, here, { unitId, ...given });
const ask = (key: FigureKey, scope: Scope = {}, when: When = { on: "2023-04-11" }, actor = leader) => readAs(actor, () => findFigure(actor, key, scope, when));
const valueOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).value;
/** Of one project alone, so that other tests' rows do not count. */
const only = (projectId: string): Scope => ({ projectIds: [projectId] });
const rows = async (key: FigureKey, scope: Scope, when: When, actor = leader) => {
  const found = [];
  for (let page = 1; ; page++) {
    const part = await readAs(actor, () => listFigureRows(actor, key, scope, when, { page, perPage: 7 }));
    found.push(...part.rows);
    if (found.length >= part.total || part.rows.length === 0) return { ...part, rows: found };
  }
};
const own = (projectId: string) => ({ districtId: here, id: newId(), projectId });

/** The figure once more, from its rows alone. */
function sumOfRows({ measure, unit }: Figure, found: { amounts: (string | null)[] }[]): string | null {
  const amounts = (at: number) => found.map((row) => row.amounts[at]).filter((amount) => amount !== null && amount !== undefined);
  if (measure.is === "smallest" || measure.is === "largest") {
    const sorted = amounts(0).sort(compareWan);
    return (measure.is === "smallest" ? sorted[0] : sorted.at(-1)) ?? null;
  }
  if (measure.is !== "share") return sumWan(amounts(0));
  const [part, whole] = [sumWan(amounts(0)), sumWan(amounts(1))];
  return percentOf(part, unit === "each" ? wanOf(yuanOf(whole) * 100n) : whole);
}

describe("one changed row moves the figure", () => {
  it("a count: a project taken into the year's key projects, from its day on", async () => {
    const id = await plant({ years: [] });
    expect(await valueOf("key-projects", only(id))).toBe("0");
    await inScope(city, (tx) => tx.projectYearTerm.createMany({ data: [{ ...own(id), year: 2023, level: "province", kind: "new", planWan: "10", investedBeforeWan: "0", monthsWan: [], fromOn: dateOf("2023-03-01") }] }));
    expect(await valueOf("key-projects", only(id))).toBe("1");
    expect(await valueOf("key-projects", only(id), { on: "2023-02-28" })).toBe("0");
    expect(await valueOf("key-projects", only(id), { on: "2023-04-11", year: 2022 })).toBe("0");
    expect(await valueOf("key-projects", { ...only(id), levels: ["city", "county"] })).toBe("0");
    expect(await valueOf("key-projects", { ...only(id), levels: ["city", "province"], kinds: ["new"] })).toBe("1");
  });

  it("a sum and a share: a report, not before its day, not while it is returned", async () => {
    const id = await plant({ years: [{ year: 2023, planWan: "400" }], reports: [{ asOfOn: "2023-03-31", completedWan: "100" }] });
    expect(await valueOf("key-projects-completed", only(id))).toBe("100");
    await inScope(city, (tx) => tx.progressReport.createMany({ data: [{ ...own(id), year: 2023, asOfOn: dateOf("2023-04-07"), status: "submitted", completedWan: "149.64", physicalPercent: "30", siteText: "封顶", marks: [], submittedOn: dateOf("2023-04-07") }] }));
    expect(await ask("key-projects-completion-rate", only(id))).toEqual({ value: "37.41", numerator: "149.64", denominator: "400", rows: 1 });
    expect(await valueOf("key-projects-completed", only(id), { on: "2023-04-06" })).toBe("100");
    await inScope(city, (tx) => tx.progressReport.updateMany({ where: { districtId: here, projectId: id, asOfOn: dateOf("2023-04-07") }, data: { status: "returned", returnReason: "不清楚" } }));
    expect(await valueOf("key-projects-completed", only(id))).toBe("100");
  });

  it("points: the plan of the months is what is expected", async () => {
    const id = await plant({ years: [{ year: 2023, planWan: "120", monthsWan: Array(12).fill("10") }], reports: [{ asOfOn: "2023-03-31", completedWan: "42" }] });
    expect(await ask("key-projects-ahead", only(id), { on: "2023-03-31" })).toMatchObject({ value: "10.00", numerator: "12", denominator: "120" });
    await inScope(city, (tx) => tx.projectYearTerm.updateMany({ where: { districtId: here, projectId: id }, data: { monthsWan: ["20", "20", "20", ...Array(9).fill("0")] } }));
    expect(await valueOf("key-projects-ahead", only(id), { on: "2023-03-31" })).toBe("-15.00");
  });

  it("a rate of projects: due, started, suspended, and nothing due", async () => {
    const id = await plant({ stages: [{ stage: "landed", on: "2022-05-01" }], plannedStartOn: "2023-03-01" });
    expect(await valueOf("rate-start", only(id), { on: "2023-02-28" })).toBeNull();
    expect(await ask("rate-start", only(id))).toEqual({ value: "0.00", numerator: "0", denominator: "1", rows: 1 });
    await inScope(city, async (tx) => {
      await tx.stageSpan.updateMany({ where: { districtId: here, projectId: id }, data: { toOn: dateOf("2023-04-01") } });
      await tx.stageSpan.createMany({ data: [{ ...own(id), stage: "started", fromOn: dateOf("2023-04-01"), byName: "测试" }] });
    });
    expect(await valueOf("rate-start", only(id))).toBe("100.00");
    expect(await valueOf("rate-start", only(id), { on: "2023-03-31" })).toBe("0.00");
    await inScope(city, (tx) => tx.statusSpan.updateMany({ where: { districtId: here, projectId: id }, data: { status: "suspended", reason: "land", note: "等", expectedEndOn: dateOf("2023-09-01"), renewDueOn: dateOf("2023-07-01") } }));
    expect(await valueOf("rate-start", only(id))).toBeNull();
    expect(await valueOf("key-projects", { ...only(id), statuses: ["suspended"] })).toBe("1");
  });

  it("on time: completed on or before the baseline day", async () => {
    const id = await plant({ plannedCompletionOn: "2023-04-01", stages: [{ stage: "started", on: "2022-01-01" }, { stage: "completed", on: "2023-04-02" }] });
    expect(await valueOf("rate-completion", only(id))).toBe("0.00");
    await inScope(city, (tx) => tx.project.updateMany({ where: { districtId: here, id }, data: { baselineCompletionOn: dateOf("2023-04-02") } }));
    expect(await valueOf("rate-completion", only(id))).toBe("100.00");
  });

  it("funds: by source, by time, not what was withdrawn; a share of nothing is nothing", async () => {
    const id = await plant();
    const entry = (kind: "planned" | "received" | "spent", day: Day, amountWan: string, source: "special_bond" | "central_budget" = "special_bond") => ({ ...own(id), year: Number(day.slice(0, 4)), source, kind, day: dateOf(day), amountWan });
    expect(await valueOf("funds-use-rate", only(id))).toBeNull();
    await inScope(city, (tx) => tx.fundEntry.createMany({ data: [entry("received", "2022-06-01", "340200"), entry("spent", "2022-08-01", "299103.84"), entry("received", "2022-06-01", "12900", "central_budget"), entry("planned", "2023-12-01", "5")] }));
    const year: When = { from: "2022-01-01", on: "2022-12-31" };
    expect(await valueOf("funds-use-rate", { ...only(id), sources: ["special_bond"] }, year)).toBe("87.92");
    expect(await valueOf("funds-received", only(id), year)).toBe("353100");
    expect(await valueOf("funds-received", only(id), { on: "2023-04-11" })).toBe("0");
    expect(await valueOf("funds-planned", only(id))).toBe("5");
    expect(await valueOf("funds-due", only(id))).toBe("0");
    expect(await valueOf("funds-planned-projects", { ...only(id), sources: ["special_bond"], stages: ["started"] })).toBe("1");
    await inScope(city, (tx) => tx.fundEntry.updateMany({ where: { districtId: here, projectId: id, source: "central_budget" }, data: { withdrawnOn: dateOf("2023-01-01"), withdrawReason: "录错" } }));
    expect(await valueOf("funds-received", only(id), year)).toBe("340200");
    const wholeDistrict = { ...own(id), projectId: null, year: 2021, source: "bank_loan" as const, kind: "received" as const, day: dateOf("2021-05-01"), amountWan: "133800" };
    await inScope(city, (tx) => tx.fundEntry.createMany({ data: [wholeDistrict] }));
    expect((await rows("funds-received", {}, { from: "2021-01-01", on: "2021-12-31" })).rows).toMatchObject([{ id: null, name: null, code: "bank_loan", amounts: ["133800"] }]);
  });

  it("a flow: a stage that was entered, with the smallest total among them", async () => {
    const [small, large] = [await plant({ stages: [{ stage: "signed", on: "2019-05-01" }], totalWan: "9000" }), await plant({ stages: [{ stage: "signed", on: "2019-06-01" }, { stage: "landed", on: "2019-07-01" }], totalWan: "12000" })];
    const signed: Scope = { projectIds: [small, large], stages: ["signed"] };
    const year: When = { from: "2019-01-01", on: "2019-12-31" };
    expect([await valueOf("stage-entries", signed, year), await valueOf("stage-entries-total", signed, year), await valueOf("stage-entries-smallest-total", signed, year)]).toEqual(["2", "21000", "9000"]);
    expect(await valueOf("stage-entries-smallest-total", { ...signed, minTotalWan: "10000" }, year)).toBe("12000");
    await inScope(city, (tx) => tx.stageSpan.updateMany({ where: { districtId: here, projectId: small }, data: { fromOn: dateOf("2020-05-01") } }));
    expect(await valueOf("stage-entries", signed, year)).toBe("1");
  });

  it("months from a stage to a stage", async () => {
    const id = await plant({ stages: [{ stage: "landed", on: "2022-08-10" }, { stage: "started", on: "2022-09-10" }, { stage: "completed", on: "2022-12-01" }, { stage: "in_production", on: "2022-12-10" }] });
    expect(await valueOf("months-landed-to-production", only(id))).toBe("4");
    expect(await valueOf("months-started-to-production", only(id))).toBe("3");
    expect(await valueOf("months-landed-to-production", only(id), { on: "2022-12-09" })).toBeNull();
  });

  it("duties: held on a day or over a time, each project and cadre once", async () => {
    const id = await plant();
    const duty = (kind: "lead" | "member", fromOn: Day, toOn: Day | null) => ({ ...own(id), cityId: city.id, kind, cadreDistrictId: here, cadreId, fromOn: dateOf(fromOn), toOn: toOn ? dateOf(toOn) : null });
    await inScope(city, (tx) => tx.duty.createMany({ data: [duty("lead", "2022-03-01", "2022-05-01"), duty("member", "2022-03-01", null)] }));
    expect(await valueOf("duty-projects", only(id), { from: "2022-01-01", on: "2022-12-31" })).toBe("1");
    expect(await valueOf("duties", only(id), { from: "2022-01-01", on: "2022-12-31" })).toBe("2");
    expect(await valueOf("duties", only(id), { from: "2022-05-01", on: "2022-05-01" })).toBe("1");
    expect(await valueOf("key-projects-with-lead", only(id))).toBe("0");
    await inScope(city, (tx) => tx.duty.createMany({ data: [duty("lead", "2023-04-01", null)] }));
    expect(await valueOf("key-projects-with-lead", only(id))).toBe("1");
    expect(await valueOf("key-projects-with-lead", only(id), { on: "2023-03-31" })).toBe("0");
    expect(await valueOf("key-projects-leads-each", only(id))).toBe("1.00");
    expect((await rows("duty-key-project-leaders", only(id), { from: "2023-04-11", on: "2023-04-11" })).rows).toMatchObject([{ kind: "cadre", id: cadreId, name: "张三" }]);
  });

  it("a white list, a task force, a light, a node", async () => {
    const id = await plant({ light: { colour: "red", fromOn: "2023-04-03" } });
    const light = async (on: Day) => (await readAs(leader, () => sumFigures(leader, ["key-projects"], only(id), { on }, "light"))).map(({ group, values }) => [group, values["key-projects"].value]);
    expect(await light("2023-04-11")).toEqual([["red", "1"]]);
    expect(await light("2023-04-02")).toEqual([["none", "1"]]);
    await inScope(city, async (tx) => {
      await tx.projectWhitelisting.createMany({ data: [{ ...own(id), fromOn: dateOf("2023-04-01") }] });
      await tx.siteUnit.createMany({ data: [{ ...own(id), cityId: city.id, unitDistrictId: here, unitId, fromOn: dateOf("2023-04-01") }] });
      await tx.milestone.createMany({ data: [{ ...own(id), kind: "construction", name: "封顶", baselineOn: dateOf("2023-04-01"), dueOn: dateOf("2023-04-01") }] });
    });
    for (const key of ["projects-whitelisted", "key-projects-whitelisted", "key-projects-with-task-force", "milestones-late"] as const) {
      expect([key, await valueOf(key, only(id)), await valueOf(key, only(id), { on: "2023-03-31" })]).toEqual([key, "1", "0"]);
    }
  });

  it("reports: due, submitted, outstanding, awaiting, marked, missed", async () => {
    const id = await plant();
    const state = async (on: Day) => (await readAs(leader, () => sumFigures(leader, ["reports-due", "reports-submitted", "reports-outstanding", "reports-awaiting", "reports-marked", "reports-missed"], only(id), { on })))[0]!.values;
    const values = async (on: Day) => Object.values(await state(on)).map(({ value }) => value);
    expect(await values("2023-04-11")).toEqual(["1", "0", "1", "0", "0", "0"]);
    await inScope(city, (tx) => tx.progressReport.createMany({ data: [{ ...own(id), year: 2023, asOfOn: dateOf("2023-04-07"), status: "verified", completedWan: "1", physicalPercent: "1", siteText: "开挖", marks: ["sameText"], submittedOn: dateOf("2023-04-08"), verifiedOn: dateOf("2023-04-10") }] }));
    await inScope(city, (tx) => tx.missedReport.createMany({ data: [{ ...own(id), asOfOn: dateOf("2023-03-31"), missedOn: dateOf("2023-04-04"), settledOn: dateOf("2023-04-09") }] }));
    expect(await values("2023-04-07")).toEqual(["1", "0", "1", "0", "0", "1"]);
    expect(await values("2023-04-08")).toEqual(["1", "1", "0", "1", "1", "1"]);
    expect(await values("2023-04-10")).toEqual(["1", "1", "0", "0", "0", "0"]);
    expect(await valueOf("reports-due", only(id), { on: "2023-04-06" })).toBe("1"); // Of the week before.
  });

  it("counts the four rates themselves", () => expect(fourRates).toHaveLength(4));
});

describe("every figure", () => {
  beforeAll(async () => {
    const stages = [{ stage: "reserve", on: "2022-02-01" }, { stage: "landed", on: "2022-09-01" }, { stage: "started", on: "2023-02-10" }, { stage: "completed", on: "2023-04-03" }, { stage: "in_production", on: "2023-04-09" }] as const;
    for (let at = 0; at < 24; at++) {
      await plantProject(city, at % 3 === 0 ? there : here, {
        unitId: at % 3 === 0 ? otherUnitId : unitId, stages: stages.slice(0, 1 + (at % 5)), totalWan: at % 7 === 0 ? null : String(1000 * at + 0.25), industry: at % 2 ? "industry" : "urban",
        plannedStartOn: "2023-02-01", plannedCompletionOn: at % 2 ? "2023-04-05" : "2023-03-30",
        years: [{ year: 2023, fromOn: at % 4 ? "2023-01-01" : "2023-03-01", level: at % 2 ? "city" : "province", kind: at % 3 ? "new" : "continuing", planWan: String(100 * at) }, ...(at % 5 ? [] : [{ year: 2022, planWan: "50.5" }])],
        reports: at % 4 ? [{ asOfOn: "2023-03-31", completedWan: String(17 * at), marks: at % 8 ? [] : ["aboveTotal"] }, { asOfOn: "2023-04-07", completedWan: String(21 * at) }] : [],
        light: { colour: (["green", "yellow", "red", "none"] as const)[at % 4]!, fromOn: "2023-02-01" },
      });
    }
  });

  const scopes = fc.record<Scope>({
    districtIds: fc.constantFrom(undefined, "here", "there").map((where) => (where === "here" ? [here] : where === "there" ? [there] : undefined)),
    levels: fc.constantFrom(undefined, ["city"], ["city", "province"]), kinds: fc.constantFrom(undefined, ["new"]), industries: fc.constantFrom(undefined, ["industry"], ["urban", "social"]),
    minTotalWan: fc.constantFrom(undefined, "5000"), stages: fc.constantFrom(undefined, ["started"], ["reserve", "landed"]), lights: fc.constantFrom(undefined, ["red", "yellow"]),
    statuses: fc.constantFrom(undefined, ["active"]), sources: fc.constantFrom(undefined, ["special_bond"]), dutyKinds: fc.constantFrom(undefined, ["lead"]),
  } as never);
  const moments = fc.record({ on: fc.constantFrom("2022-12-31", "2023-02-15", "2023-04-01", "2023-04-11"), year: fc.constantFrom(undefined, 2022, 2023), from: fc.constantFrom(undefined, "2022-01-01", "2023-03-15") }) as fc.Arbitrary<When>;
  const named = { levels: "level", kinds: "kind", industries: "industry", minTotalWan: "minTotal", stages: "stage", lights: "light", statuses: "status", sources: "source", dutyKinds: "duty", districtIds: "district" } as const;
  /** What this figure can be narrowed by, of a scope. */
  const fitting = (key: FigureKey, scope: Scope): Scope =>
    Object.fromEntries(Object.entries(scope).filter(([name, value]) => value !== undefined && narrowsBy(catalogue[key]).includes(named[name as keyof typeof named]))) as Scope;

  it.each(figureKeys)("%s is the sum of its rows", async (key) => {
    await fc.assert(
      fc.asyncProperty(scopes, moments, fc.constantFrom("district", "city"), async (scope, when, who) => {
        const actor = who === "city" ? cityLeader : leader;
        const { figure, rows: found, total } = await rows(key, fitting(key, scope), when, actor);
        expect(found).toHaveLength(total);
        expect(figure.value).toBe(sumOfRows(catalogue[key], found));
        if (who === "district") expect(found.every(({ districtId }) => districtId === here)).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  it.each(figureKeys)("%s by district is the same as asked of each district", async (key) => {
    const when = { on: "2023-04-11", from: "2022-01-01" };
    const groups = await readAs(cityLeader, () => sumFigures(cityLeader, [key], {}, when, "district"));
    for (const district of [here, there]) {
      const alone = await ask(key, { districtIds: [district] }, when, cityLeader);
      expect(groups.find(({ group }) => group === district)?.values[key] ?? alone).toEqual(alone);
    }
  });

  it("of days is the same as asked of each day", async () => {
    const keys = ["key-projects", "key-projects-completed", "key-projects-expected", "rate-investment"] as const;
    const days = ["2022-12-31", "2023-03-31", "2023-04-11"];
    const by = await readAs(leader, () => sumFiguresByDay(leader, keys, {}, days));
    expect(by.map(({ group }) => group)).toEqual(days);
    for (const [at, on] of days.entries()) expect(by[at]!.values).toEqual((await readAs(leader, () => sumFigures(leader, keys, {}, { on })))[0]!.values);
  });

  it("of another district is nothing, whatever the scope says", async () => {
    const stranger = await makeActor(await makeCity(), "leader");
    for (const key of figureKeys) {
      expect([key, (await ask(key, { districtIds: [here, there] }, { on: "2023-04-11", from: "2022-01-01" }, stranger)).rows]).toEqual([key, 0]);
      expect((await ask(key, { districtIds: [there] }, { on: "2023-04-11", from: "2022-01-01" })).rows).toBe(0);
    }
  });

  it("says so when it cannot be narrowed by what is asked", async () => {
    await expect(ask("reports-missed", { lights: ["red"] })).rejects.toMatchObject({ code: "figureNotBy" });
  });
});

describe("through the API", () => {
  const call = async (path: string, actor: Actor, query: Record<string, string>, key?: string) => {
    const endpoint = figureEndpoints.find((one) => one.path === path)!;
    const { body } = await endpoint.answer(actor, { params: key ? { key } : {}, query, body: null, version: null, idempotencyKey: null });
    return endpoint.response.parse(body) as { value: string | null; items: { amounts: (string | null)[] }[]; rows: number };
  };

  it("a figure and its rows are the page's", async () => {
    const id = await plant({ years: [{ year: 2023, planWan: "400" }], reports: [{ asOfOn: "2023-03-31", completedWan: "100" }] });
    const query = { project: id, year: "2023", on: "2023-04-11", level: "city,province" };
    expect(await call("/figures/{key}", leader, query, "key-projects-completion-rate")).toMatchObject({ value: "25.00", numerator: "100", denominator: "400", year: 2023, from: "2023-01-01", version: 1 });
    const found = await call("/figures/{key}/rows", leader, { ...query, perPage: "10" }, "key-projects-completion-rate");
    expect(found.items).toMatchObject([{ kind: "project", id, amounts: ["100", "400"] }]);
  });

  it("every figure of the catalogue is listed with its words, and asked without a scope", async () => {
    const listed = (await call("/figures", leader, {})).items as unknown as { key: FigureKey; name: string }[];
    expect(listed.map(({ key }) => key)).toEqual(figureKeys);
    expect(listed.every(({ name }) => name.length > 1)).toBe(true);
  });

  it("what is no figure is not found, and a word that is none is refused", async () => {
    await expect(call("/figures/{key}", leader, {}, "toString")).rejects.toMatchObject({ code: "notFound" });
    await expect(call("/figures/{key}", leader, { level: "village" }, "key-projects")).rejects.toThrow("invalid input");
    await expect(call("/figures/{key}", leader, { colour: "red" }, "key-projects")).rejects.toThrow("invalid input");
  });
});

describe("a past day stays what it was", () => {
  it("when a planned start is moved: the rate of that day goes by the days that held then", async () => {
    const id = await plant({ stages: [{ stage: "landed", on: "2023-01-05" }], plannedStartOn: "2023-03-01" });
    const before = await ask("rate-start", only(id), { on: "2023-03-31" });
    expect(before).toMatchObject({ value: "0.00", denominator: "1" });
    await inScope(city, async (tx) => {
      await tx.project.updateMany({ where: { districtId: here, id }, data: { plannedStartOn: dateOf("2023-09-01") } });
      await tx.movedDays.createMany({ data: [{ ...own(id), plannedStartOn: dateOf("2023-09-01"), fromOn: dateOf("2023-04-11") }] });
    });
    expect(await ask("rate-start", only(id), { on: "2023-03-31" })).toEqual(before);
    expect(await valueOf("rate-start", only(id))).toBeNull();
  });

  it("when a milestone is moved", async () => {
    const id = await plant();
    const milestoneId = newId();
    await inScope(city, async (tx) => {
      await tx.milestone.createMany({ data: [{ ...own(id), id: milestoneId, kind: "construction", name: "封顶", baselineOn: dateOf("2023-03-20"), dueOn: dateOf("2023-05-01") }] });
      await tx.movedMilestone.createMany({ data: [{ ...own(id), milestoneId, dueOn: dateOf("2023-05-01"), fromOn: dateOf("2023-04-10") }] });
    });
    expect(await valueOf("milestones-late", only(id), { on: "2023-03-31" })).toBe("1");
    expect(await valueOf("milestones-late", only(id))).toBe("0");
  });

  it("when a verified report is corrected: it awaits verification from the day of its correction on", async () => {
    const id = await plant({ reports: [{ asOfOn: "2023-03-31", completedWan: "100", status: "verified", submittedOn: "2023-03-31" }] });
    await inScope(city, (tx) => tx.progressReport.updateMany({ where: { districtId: here, projectId: id }, data: { status: "submitted", correctedOn: dateOf("2023-04-11"), completedWan: "90" } }));
    expect(await valueOf("reports-awaiting", only(id), { on: "2023-04-10" })).toBe("0");
    expect(await valueOf("reports-awaiting", only(id))).toBe("1");
  });
});

describe("what stands beside the rates", () => {
  it("suspended projects are among the key projects and their amounts, and in no rate of them", async () => {
    const name = `停缓建${newId().slice(-6)}`;
    const running = await plant({ name: `${name}甲`, years: [{ year: 2023, planWan: "10000" }], reports: [{ asOfOn: "2023-04-07", completedWan: "5000" }] });
    const still = await plant({ name: `${name}乙`, years: [{ year: 2023, planWan: "10000" }] });
    await inScope(city, async (tx) => {
      await tx.statusSpan.updateMany({ where: { districtId: here, projectId: still }, data: { toOn: dateOf("2023-03-01") } });
      await tx.statusSpan.createMany({ data: [{ ...own(still), status: "suspended", reason: "funding", note: "筹资", expectedEndOn: dateOf("2023-09-01"), renewDueOn: dateOf("2023-06-01"), fromOn: dateOf("2023-03-01"), byName: "测试" }] });
    });
    const both: Scope = { projectIds: [running, still] };
    expect([await valueOf("key-projects", both), await valueOf("key-projects-plan", both)]).toEqual(["2", "20000"]);
    for (const rate of ["key-projects-completion-rate", "rate-investment"] as const) expect(await valueOf(rate, both), rate).toBe("50.00");
    expect((await ask("key-projects-ahead", both)).denominator).toBe("10000");
    expect(await valueOf("key-projects-completion-rate", both, { on: "2023-02-01" })).toBe("0.00");
  });

  it("a withdrawn project is no key project from its day on", async () => {
    const id = await plant();
    await inScope(city, async (tx) => {
      await tx.statusSpan.updateMany({ where: { districtId: here, projectId: id }, data: { toOn: dateOf("2023-04-01") } });
      await tx.statusSpan.createMany({ data: [{ ...own(id), status: "withdrawn", note: "不再建设", fromOn: dateOf("2023-04-01"), byName: "测试" }] });
    });
    expect([await valueOf("key-projects", only(id), { on: "2023-03-31" }), await valueOf("key-projects", only(id))]).toEqual(["1", "0"]);
  });
});
