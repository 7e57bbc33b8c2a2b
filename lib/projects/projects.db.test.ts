import { beforeAll, describe, expect, it } from "vitest";
import { addCadres } from "@/lib/cadres/commands";
import { addEnterprise, retireEnterprise } from "@/lib/enterprises/commands";
import { usccCheckCharacter } from "@/lib/enterprises/rules";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, dateOf, momentOf, yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand, type CommandContext } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { readAs, reading } from "@/lib/foundation/read";
import { heldOn } from "@/lib/foundation/spans";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { mergeUnits } from "@/lib/mergers/commands";
import { findMergePreview } from "@/lib/mergers/queries";
import { setSiteUnit } from "@/lib/duties/commands";
import { findTaskForce } from "@/lib/duties/queries";
import { submitReports } from "@/lib/progress/commands";
import { addMilestones, setMonths } from "@/lib/schedules/commands";
import { addUnit, lockUnits, retireUnit } from "@/lib/units/commands";
import { saveView } from "@/lib/views/commands";
import { listViews } from "@/lib/views/queries";
import { listWaiting, searchRecords } from "@/lib/desk/queries";
import { newId } from "@/lib/foundation/ids";
import { projectEndpoints } from "./endpoints";
import { addProjects, changeProject, moveProjectDays, revealProjectPhone } from "./commands/register";
import { advanceStage, resetStage } from "./commands/stage";
import { renewSuspension, resumeProject, suspendProject, withdrawProject } from "./commands/status";
import { setProjectWhitelisting } from "./commands/whitelist";
import { setProjectYear, unlistProjectYear } from "./commands/years";
import { listLedgerChoices, listProjects } from "./queries/ledger";
import { findProject, findProjectHead, listProjectChoices, pageProjects, pageProjectYears } from "./queries/project";
import { projectFilter } from "./schema";

let city: City;
let admin: Actor;
let leader: Actor;
let staff: Actor;
let elsewhere: Actor;
let unitId: string;
let otherUnitId: string;
const today = businessTime(0).today;
const thisYear = yearOf(today);
const ago = (days: number) => addDays(today, -days);

beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  leader = await makeActor(city, "leader");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  unitId = (await makeUnit(admin, admin.districtId, "发展改革委")).id;
  otherUnitId = (await makeUnit(admin, admin.districtId, "住房城乡建设局")).id;
  staff = await makeActor(city, "staff", admin.districtId, { unitIds: [unitId] });
});

type More = Record<string, unknown>;
const facts = (name: string) => ({ name, industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unitId });
const project = (name: string, more: More = {}) => ({ ...facts(name), stages: [{ stage: "landed", on: ago(100) }], ...more });
const ofYear = (more: More = {}) => ({ year: { year: thisYear, level: "city", kind: "new", planWan: "10000", investedBeforeWan: "0", fromOn: ago(90), ...more } });
const add = async (name: string, more: More = {}, actor = admin) =>
  (await runCommand(actor, addProjects, { districtId: actor.districtId, projects: [project(name, more)] })).ids[0]!;
const head = (id: string, actor = admin) => readAs(actor, () => findProjectHead(actor, id, today));
const whole = (id: string, actor = admin) => readAs(actor, () => findProject(actor, id));
const list = (filter: More, actor = admin) => readAs(actor, () => listProjects(actor, projectFilter.parse(filter), { page: 1, perPage: 50 }, today));
const names = async (filter: More, actor = admin) => (await list(filter, actor)).rows.map((row) => row.name);

describe("registering", () => {
  it("draws codes without gaps, also when many register at once, and gives them back to nobody when refused", async () => {
    const own = await makeActor(city, "admin", city.districtIds[1]);
    const { id } = await makeUnit(own, own.districtId, "工信局");
    const addOne = (name: string, more: More = {}) => runCommand(own, addProjects, { districtId: own.districtId, projects: [project(name, { responsibleUnitId: id, ...more })] });
    await addOne("头一个");
    await Promise.all([addOne("并排一"), addOne("并排二"), addOne("并排三")]);
    await expect(addOne("没成", { stages: [{ stage: "reserve", on: addDays(today, 1) }] })).rejects.toMatchObject({ code: "dayAhead" });
    await addOne("最后一个");
    const rows = await readAs(own, () => pageProjects(own, { limit: 50 }));
    expect(rows.map((row) => row.code).sort()).toEqual([1, 2, 3, 4, 5].map((number) => `${thisYear}-000${number}`));
  });

  it("keeps stages, year, whitelist and planned days from the first", async () => {
    const id = await add("精细化工园", {
      totalWan: "6亿", plannedStartOn: ago(60), plannedCompletionOn: addDays(today, 300), stages: [{ stage: "signed", on: ago(200) }, { stage: "landed", on: ago(100) }, { stage: "started", on: ago(50) }],
      ...ofYear(), whitelistedFrom: ago(10), phone: "13800008000", personName: "甲",
    });
    expect(await whole(id)).toMatchObject({
      totalWan: "60000", stage: "started", stageOn: ago(50), startedOn: ago(50), completedOn: null, status: "active", isWhitelisted: true, baselineStartOn: ago(60), phoneMasked: "138****8000",
      stages: [{ stage: "signed", toOn: ago(100) }, { stage: "landed", toOn: ago(50) }, { stage: "started", toOn: null }],
    });
    expect(await head(id)).toMatchObject({ year: { year: thisYear, level: "city", planWan: "10000", rate: "0.00" }, mayWrite: true });
    expect(await runCommand(staff, revealProjectPhone, { id })).toBe("13800008000");
    // At the end of an earlier day it stood elsewhere.
    const then = await readAs(admin, () => reading(admin).stageSpan.findMany({ where: { districtId: admin.districtId, projectId: id, ...heldOn(ago(51)) } }));
    expect(then).toMatchObject([{ stage: "landed" }]);
  });

  it.each([
    ["a stage its path does not have", { path: "works", stages: [{ stage: "signed", on: ago(1) }] }, "stageNotOnPath"],
    ["stages out of order", { stages: [{ stage: "started", on: ago(9) }, { stage: "landed", on: ago(8) }] }, "stagesOutOfOrder"],
    ["days that go back", { stages: [{ stage: "landed", on: ago(8) }, { stage: "started", on: ago(9) }] }, "stagesOutOfOrder"],
    ["a listing ahead of time", ofYear({ fromOn: addDays(today, 1) }), "dayAhead"],
    ["a whitelisting ahead of time", { whitelistedFrom: addDays(today, 1) }, "dayAhead"],
  ])("refuses %s", async (_, more, code) => {
    await expect(add("不行", more)).rejects.toMatchObject({ code });
  });

  it.each([
    ["an amount that could be two", { totalWan: "12,34" }],
    ["yuan", { totalWan: "3000元" }],
    ["a year that ends before it begins", { startYear: 2025, endYear: 2023 }],
    ["a completion before the start", { plannedStartOn: "2023-05-01", plannedCompletionOn: "2023-04-01" }],
    ["no stage", { stages: [] }],
  ])("finds invalid: %s", async (_, more) => {
    await expect(add("不行", more)).rejects.toHaveProperty("issues");
  });

  it("names only units and enterprises in use that the district may name", async () => {
    const first17 = "91410923MA9F2023X";
    const { id: builderId } = await runCommand(admin, addEnterprise, { districtId: admin.districtId, name: "已停用的企业", uscc: first17 + usccCheckCharacter(first17) });
    await runCommand(admin, retireEnterprise, { id: builderId, version: 1 });
    await expect(add("甲", { builderId })).rejects.toMatchObject({ code: "isRetired" });
    const foreign = (await makeUnit(elsewhere, elsewhere.districtId, "邻县发改委")).id;
    await expect(add("乙", { responsibleUnitId: foreign })).rejects.toMatchObject({ code: "notFound" });
    await expect(add("丙", { townshipId: unitId })).rejects.toMatchObject({ code: "notATownship" });
    const cityAdmin = await makeActor(city, "admin", city.id);
    const ofCity = (await makeUnit(cityAdmin, city.id, "市交通运输局")).id;
    expect(await whole(await add("过境公路", { responsibleUnitId: ofCity, path: "works" }))).toMatchObject({ unitName: "市交通运输局" });
  });

  it("by staff is only for their own unit", async () => {
    expect(await add("本单位的", {}, staff)).toBeTruthy();
    await expect(add("别的单位的", { responsibleUnitId: otherUnitId }, staff)).rejects.toMatchObject({ code: "unitNotYours" });
    await expect(add("领导不登记", {}, leader)).rejects.toMatchObject({ code: "notAllowed" });
  });
});

describe("who reaches a project", () => {
  it("another district's is not there, to read and to write", async () => {
    const id = await add("看不见的", ofYear());
    expect(await head(id, elsewhere)).toBeNull();
    expect(await whole(id, elsewhere)).toBeNull();
    expect(await names({ q: "看不见的", year: "all" }, elsewhere)).toEqual([]);
    expect((await readAs(elsewhere, () => listProjectChoices(elsewhere))).map((one) => one.id)).not.toContain(id);
    expect((await readAs(elsewhere, () => pageProjectYears(elsewhere, { limit: 200 }))).map((one) => one.projectId)).not.toContain(id);
    await expect(runCommand(elsewhere, advanceStage, { id, version: 1, stage: "started", on: today, evidence: "越界" })).rejects.toMatchObject({ code: "notFound" });
  });

  it("staff write their unit's, or those they have a duty for", async () => {
    const id = await add("别人的项目", { responsibleUnitId: otherUnitId });
    const advance = (actor: Actor) => runCommand(actor, advanceStage, { id, version: 1, stage: "started", on: today, evidence: "开工令" });
    expect(await head(id, staff)).toMatchObject({ mayWrite: false, mayApprove: false });
    await expect(advance(staff)).rejects.toMatchObject({ code: "notFound" });
    await advance(await makeActor(city, "staff", admin.districtId, { dutyProjectIds: [id] }));
    expect(await head(id)).toMatchObject({ stage: "started" });
  });

  it("staff hand a project to another unit only through an administrator", async () => {
    const id = await add("移交", {}, staff);
    const change = (actor: Actor) => runCommand(actor, changeProject, { ...facts("移交"), id, version: 1, responsibleUnitId: otherUnitId });
    await expect(change(staff)).rejects.toMatchObject({ code: "unitNotYours" });
    await change(admin);
    expect(await head(id, staff)).toMatchObject({ mayWrite: false });
  });
});

describe("stages", () => {
  it("go to the next of the path, with day and evidence; a skip needs a leader and a reason", async () => {
    const id = await add("逐步来", { stages: [{ stage: "reserve", on: ago(100) }] });
    await expect(runCommand(staff, advanceStage, { id, version: 1, stage: "landed", on: today, evidence: "合同" })).rejects.toMatchObject({ code: "stageNotNext" });
    await expect(runCommand(staff, advanceStage, { id, version: 1, stage: "signed", on: today, evidence: " " })).rejects.toHaveProperty("issues");
    await expect(runCommand(staff, advanceStage, { id, version: 1, stage: "signed", on: ago(101), evidence: "合同" })).rejects.toMatchObject({ code: "stageDayTooEarly" });
    await runCommand(staff, advanceStage, { id, version: 1, stage: "signed", on: ago(20), evidence: "合同" });
    await expect(runCommand(staff, resetStage, { id, version: 2, stage: "started", on: ago(10), reason: "边批边建" })).rejects.toMatchObject({ code: "notAllowed" });
    await expect(runCommand(leader, resetStage, { id, version: 2, stage: "started", on: ago(10), reason: "" })).rejects.toHaveProperty("issues");
    await runCommand(leader, resetStage, { id, version: 2, stage: "started", on: ago(10), reason: "容缺开工" });
    expect(await whole(id)).toMatchObject({ stage: "started", startedOn: ago(10), stages: [{}, { stage: "signed", toOn: ago(10) }, { stage: "started", reason: "容缺开工" }] });
    await expect(runCommand(staff, advanceStage, { id, version: 2, stage: "completed", on: today, evidence: "旧页面" })).rejects.toMatchObject({ code: "changedMeanwhile" });
  });

  it("are taken back, and their day corrected, without losing what was", async () => {
    const id = await add("回退", { stages: [{ stage: "landed", on: ago(100) }, { stage: "started", on: ago(40) }] });
    await runCommand(leader, resetStage, { id, version: 1, stage: "landed", on: ago(30), reason: "假开工" });
    expect(await whole(id)).toMatchObject({ stage: "landed", stageOn: ago(30), startedOn: null });
    await runCommand(leader, resetStage, { id, version: 2, stage: "started", on: ago(50), reason: "核实后确已开工" });
    expect(await whole(id)).toMatchObject({ stage: "started", stageOn: ago(50), startedOn: ago(50), stages: [{ stage: "landed", toOn: ago(50) }, { stage: "started", toOn: null }] });
    await expect(runCommand(leader, resetStage, { id, version: 3, stage: "started", on: ago(50), reason: "同前" })).rejects.toMatchObject({ code: "stageUnchanged" });
  });
});

describe("status", () => {
  const why = { reason: "funding", note: "协调银行贷款", expectedEndOn: addDays(today, 60) };

  it("is suspended with cause, measure and expected end, renewed, resumed and withdrawn by leaders", async () => {
    const id = await add("停缓建", ofYear());
    await expect(runCommand(leader, suspendProject, { id, version: 1, note: "无原因", expectedEndOn: addDays(today, 9) })).rejects.toHaveProperty("issues");
    await expect(runCommand(leader, suspendProject, { id, version: 1, ...why, note: "" })).rejects.toHaveProperty("issues");
    await expect(runCommand(staff, suspendProject, { id, version: 1, ...why })).rejects.toMatchObject({ code: "notAllowed" });
    await expect(runCommand(leader, suspendProject, { id, version: 1, ...why, expectedEndOn: ago(1) })).rejects.toMatchObject({ code: "suspensionEndsTooEarly" });
    await runCommand(leader, suspendProject, { id, version: 1, ...why, on: ago(20) });
    expect(await whole(id)).toMatchObject({ status: "suspended", statusOn: ago(20), light: "none", statuses: [{ reason: "funding", byName: leader.name }, { status: "active" }] });
    await expect(runCommand(staff, advanceStage, { id, version: 2, stage: "started", on: today, evidence: "x" })).rejects.toMatchObject({ code: "projectSuspended" });
    await runCommand(leader, renewSuspension, { id, version: 2, ...why, on: ago(5) });
    await runCommand(leader, resumeProject, { id, version: 3, note: "贷款到位" });
    await expect(runCommand(leader, resumeProject, { id, version: 4, note: "再来" })).rejects.toMatchObject({ code: "projectIsActive" });
    await runCommand(leader, withdrawProject, { id, version: 4, note: "投资方放弃" });
    expect((await whole(id))!.statuses.map((span) => span.status)).toEqual(["withdrawn", "suspended", "suspended", "active"]);
    await expect(runCommand(admin, changeProject, { ...facts("改名"), id, version: 5 })).rejects.toMatchObject({ code: "projectWithdrawn" });
    expect(await names({ q: "停缓建" })).toEqual([]);
    expect(await names({ q: "停缓建", status: "withdrawn" })).toEqual(["停缓建"]);
  });

  it("is not suspended before a report that counts, nor until a day that has passed", async () => {
    const on = (actor: Actor, day: string): Actor => ({ ...actor, clockOffsetMs: momentOf(day, 600).getTime() - Date.now() });
    const [then, now] = [on(admin, "2023-04-11"), on(leader, "2023-04-11")];
    const id = await add("报过再停", { stages: [{ stage: "started", on: "2022-05-01" }], year: { year: 2023, level: "city", kind: "new", planWan: "1200", investedBeforeWan: "0", fromOn: "2023-01-01" } }, then);
    await runCommand(then, submitReports, { districtId: admin.districtId, asOfOn: "2023-04-07", reports: [{ projectId: id, completedWan: "10", physicalPercent: "3", siteText: "基坑开挖", problems: "", nextPlan: "" }] });
    const suspend = (more: More) => runCommand(now, suspendProject, { id, version: 1, ...why, expectedEndOn: "2023-06-01", ...more });
    await expect(suspend({ on: "2023-04-06" })).rejects.toMatchObject({ code: "suspensionBeforeReport", values: { day: "2023-04-07" } });
    await expect(suspend({ on: "2023-04-07", expectedEndOn: "2023-04-11" })).rejects.toMatchObject({ code: "suspensionEndsTooEarly" });
    await suspend({ on: "2023-04-07" });
  });

  it("says when a suspension should have been renewed, in the ledger, on the project and to leaders", async () => {
    const id = await add("待续期", { stages: [{ stage: "landed", on: ago(200) }] });
    const renewals = async () => (await readAs(leader, () => listWaiting(leader, today))).find(({ kind }) => kind === "renewals")!.count;
    const before = await renewals();
    await runCommand(leader, suspendProject, { id, version: 1, ...why, on: ago(100) });
    expect((await list({ q: "待续期", status: "renewalDue", year: "all" })).rows).toMatchObject([{ id, isRenewalDue: true }]);
    expect([(await head(id))!.isRenewalDue, await renewals()]).toEqual([true, before + 1]);
    expect((await readAs(staff, () => listWaiting(staff, today))).map(({ kind }) => kind)).not.toContain("renewals");
    await runCommand(leader, renewSuspension, { id, version: 2, ...why });
    expect([await names({ q: "待续期", status: "renewalDue", year: "all" }), (await head(id))!.isRenewalDue, await renewals()]).toEqual([[], false, before]);
    expect((await list({ q: "待续期", year: "all" })).rows).toMatchObject([{ status: "suspended", isRenewalDue: false }]);
  });
});

describe("at the same moment", () => {
  it("the second to write is told who changed the project, not its spans", async () => {
    for (let round = 0; round < 4; round++) {
      const id = await add(`并发${round}`);
      const why = { reason: "land", note: "调规", expectedEndOn: addDays(today, 60) };
      const [one, two] = await Promise.allSettled([
        runCommand(staff, advanceStage, { id, version: 1, stage: "started", on: today, evidence: "开工令" }), runCommand(leader, suspendProject, { id, version: 1, ...why }),
      ]);
      const lost = [one, two].filter((each) => each.status === "rejected");
      expect(lost).toMatchObject([{ reason: { code: "changedMeanwhile", conflict: { version: 2 } } }]);
      expect(JSON.stringify(lost[0]!.reason.conflict)).not.toContain("toOn");
    }
  });

  it("a year, its months and a report wait for each other", async () => {
    const then: Actor = { ...admin, clockOffsetMs: momentOf("2023-04-11", 600).getTime() - Date.now() };
    for (let round = 0; round < 5; round++) {
      const ofYear = { year: 2023, level: "city", kind: "new", planWan: "1200", investedBeforeWan: "0", fromOn: "2023-01-01" };
      const id = await add(`争用${round}`, { stages: [{ stage: "started", on: "2022-05-01" }], year: ofYear }, then);
      const done = await Promise.allSettled([
        runCommand(then, setProjectYear, { id, version: 1, ...ofYear, planWan: "2400", reason: "调增", fromOn: "" }),
        runCommand(then, setMonths, { id, year: 2023, version: 1, monthsWan: Array.from({ length: 12 }, () => "100") }),
        runCommand(then, submitReports, { districtId: admin.districtId, asOfOn: "2023-04-07", reports: [{ projectId: id, completedWan: "10", physicalPercent: "3", siteText: "基坑开挖", problems: "", nextPlan: "" }] }),
        runCommand(then, unlistProjectYear, { id, year: 2023, version: 1, reason: "省里调出" }),
      ]);
      for (const each of done) if (each.status === "rejected") expect(["changedMeanwhile", "notKeyProjectOf"], String(each.reason)).toContain(each.reason.code);
      expect(done.filter((each) => each.status === "fulfilled").length).toBeGreaterThan(0);
    }
  });
});

describe("years", () => {
  it("are set, changed with a reason, left and taken up again; any past day stays what it was", async () => {
    const id = await add("年度", ofYear());
    const set = (more: More) => runCommand(staff, setProjectYear, { id, version: 1, year: thisYear, level: "city", kind: "new", planWan: "10000", investedBeforeWan: "0", ...more });
    const planOn = async (day: string) => {
      const rows = await readAs(admin, () => reading(admin).projectYearTerm.findMany({ where: { AND: [{ districtId: admin.districtId }, heldOn(day)], projectId: id } }));
      return rows.map((row) => row.planWan.toFixed());
    };
    await expect(set({ version: 0 })).rejects.toMatchObject({ code: "yearAlreadySet" });
    await expect(set({ planWan: "12000" })).rejects.toMatchObject({ code: "planNeedsReason" });
    await expect(set({ planWan: "12000", reason: "调增", fromOn: ago(91) })).rejects.toMatchObject({ code: "spanInPast" });
    await set({ planWan: "1.2亿", reason: "调增", fromOn: ago(30) });
    expect([await planOn(ago(91)), await planOn(ago(31)), await planOn(ago(30)), await planOn(today)]).toEqual([[], ["10000"], ["12000"], ["12000"]]);
    await set({ version: 2, planWan: "12000", goal: "主体封顶" });
    expect(await planOn(today)).toEqual(["12000"]);
    await runCommand(staff, unlistProjectYear, { id, year: thisYear, version: 3, reason: "省里调出", on: ago(10) });
    expect([await planOn(ago(11)), await planOn(ago(10))]).toEqual([["12000"], []]);
    expect((await head(id))!.year).toBeNull();
    await expect(set({ version: 4, fromOn: ago(12) })).rejects.toMatchObject({ code: "spanInPast" });
    await set({ version: 4, fromOn: ago(2) });
    expect([await planOn(ago(3)), await planOn(today)]).toEqual([[], ["10000"]]);
    await expect(runCommand(staff, unlistProjectYear, { id, year: thisYear - 1, version: 1, reason: "没有" })).rejects.toMatchObject({ code: "notInYear" });
  });
});

describe("a plan and its months", () => {
  const months = (wan: string) => Array.from({ length: 12 }, () => wan);
  const set = (id: string, version: number, planWan: string, more: More = {}) =>
    runCommand(staff, setProjectYear, { id, version, year: thisYear, level: "city", kind: "new", planWan, investedBeforeWan: "0", ...more });

  it("that no longer agree are said to", async () => {
    const id = await add("分月", ofYear({ planWan: "1200", monthsWan: months("100") }));
    expect(await set(id, 1, "1300", { reason: "调增" })).toEqual({ id, differenceWan: "-100" });
    expect(await set(id, 2, "1200", { reason: "调回" })).toEqual({ id, differenceWan: "0" });
    expect(await set(await add("不分月", ofYear({ planWan: "1200" })), 1, "1300", { reason: "调增" })).toMatchObject({ differenceWan: "0" });
  });

  it("keep the reason of the day's change when months follow on that day", async () => {
    const id = await add("理由不丢", ofYear({ planWan: "1200" }));
    await set(id, 1, "1300", { reason: "省里调增" });
    await runCommand(staff, setMonths, { id, year: thisYear, version: 2, monthsWan: months("100") });
    const terms = await readAs(admin, () => reading(admin).projectYearTerm.findMany({ where: { districtId: admin.districtId, projectId: id, toOn: null } }));
    expect(terms).toMatchObject([{ reason: "省里调增" }]);
    expect(terms[0]!.monthsWan).toHaveLength(12);
  });
});

describe("planned days", () => {
  it("once entered move only by a leader with a reason; the first stay the baseline", async () => {
    const id = await add("工期");
    const change = (version: number, more: More) => runCommand(staff, changeProject, { ...facts("工期"), id, version, ...more });
    await change(1, { plannedStartOn: ago(30), plannedCompletionOn: addDays(today, 30) });
    await expect(change(2, { plannedStartOn: ago(20) })).rejects.toMatchObject({ code: "plannedDayStays" });
    await expect(runCommand(staff, moveProjectDays, { id, version: 2, plannedStartOn: ago(20), reason: "雨季" })).rejects.toMatchObject({ code: "notAllowed" });
    await runCommand(leader, moveProjectDays, { id, version: 2, plannedStartOn: ago(20), plannedCompletionOn: addDays(today, 90), reason: "雨季" });
    expect(await whole(id)).toMatchObject({ plannedStartOn: ago(20), baselineStartOn: ago(30), plannedCompletionOn: addDays(today, 90), baselineCompletionOn: addDays(today, 30) });
  });

  it("left out stay as they are; none is taken away, and something must move", async () => {
    const id = await add("只动一头", { plannedStartOn: ago(30), plannedCompletionOn: addDays(today, 30) });
    const move = (version: number, days: More) => runCommand(leader, moveProjectDays, { id, version, reason: "雨季", ...days });
    await expect(move(1, {})).rejects.toMatchObject({ code: "plannedDaysUnmoved" });
    await expect(move(1, { plannedStartOn: ago(30), plannedCompletionOn: addDays(today, 30) })).rejects.toMatchObject({ code: "plannedDaysUnmoved" });
    await expect(move(1, { plannedStartOn: "", plannedCompletionOn: addDays(today, 60) })).rejects.toMatchObject({ code: "plannedDayNotCleared" });
    await expect(move(1, { plannedCompletionOn: ago(31) })).rejects.toMatchObject({ code: "plannedDaysReversed" });
    await move(1, { plannedCompletionOn: addDays(today, 60) });
    expect(await whole(id)).toMatchObject({ plannedStartOn: ago(30), plannedCompletionOn: addDays(today, 60), baselineCompletionOn: addDays(today, 30) });
    await move(2, { plannedStartOn: ago(20) });
    expect(await whole(id)).toMatchObject({ plannedStartOn: ago(20), plannedCompletionOn: addDays(today, 60) });
  });

  it("put after construction nodes that are not reached tell how many", async () => {
    const id = await add("节点在前");
    const node = { projectId: id, name: "主体封顶", dueOn: ago(40) };
    await runCommand(admin, addMilestones, { districtId: admin.districtId, milestones: [
      { ...node, kind: "construction" }, { ...node, kind: "construction", doneOn: ago(41), evidence: "监理月报" }, { ...node, kind: "preparation" },
    ] });
    expect(await runCommand(staff, changeProject, { ...facts("节点在前"), id, version: 1, plannedStartOn: ago(30) })).toMatchObject({ milestonesBeforeStart: 1 });
    expect(await runCommand(leader, moveProjectDays, { id, version: 2, plannedStartOn: ago(50), reason: "提前" })).toMatchObject({ milestonesBeforeStart: 0 });
  });
});

describe("the whitelist", () => {
  it("is kept with its days", async () => {
    const id = await add("四保");
    await runCommand(staff, setProjectWhitelisting, { id, version: 1, isWhitelisted: true, fromOn: ago(9) });
    await expect(runCommand(staff, setProjectWhitelisting, { id, version: 2, isWhitelisted: true })).rejects.toMatchObject({ code: "isWhitelisted" });
    await runCommand(staff, setProjectWhitelisting, { id, version: 2, isWhitelisted: false, fromOn: ago(3) });
    expect(await whole(id)).toMatchObject({ isWhitelisted: false, whitelistings: [{ fromOn: ago(9), toOn: ago(3) }] });
  });
});

describe("the ledger", () => {
  let own: Actor;
  let unit: string;
  let another: string;
  let leadId: string;
  beforeAll(async () => {
    const place = await makeCity(1);
    own = await makeActor(place, "admin");
    unit = (await makeUnit(own, own.districtId, "工业信息化局")).id;
    another = (await makeUnit(own, own.districtId, "教育局")).id;
    leadId = (await runCommand(own, addCadres, { districtId: own.districtId, cadres: [{ name: "张县长", unitId: unit, post: "副县长", rank: "county_deputy" }] })).ids[0]!;
    const rows = [
      project("锂电池生产线", { responsibleUnitId: unit, totalWan: "50000", ...ofYear({ level: "province", kind: "continuing" }), stages: [{ stage: "started", on: ago(200) }] }),
      project("第二中学", { responsibleUnitId: another, industry: "social", path: "works", totalWan: "8000", ...ofYear({ planWan: "4000" }) }),
      project("停建的酒店", { responsibleUnitId: unit, industry: "services", totalWan: "2000", ...ofYear({ planWan: "1000" }) }),
      project("储备项目", { responsibleUnitId: unit, totalWan: "100", stages: [{ stage: "reserve", on: ago(10) }] }),
      project("去年的项目", { responsibleUnitId: unit, ...ofYear({ year: thisYear - 1 }) }),
    ];
    const { ids } = await runCommand(own, addProjects, { districtId: own.districtId, projects: rows });
    const boss = await makeActor(place, "leader");
    await runCommand(boss, suspendProject, { id: ids[2]!, version: 1, reason: "market", note: "缓建", expectedEndOn: addDays(today, 30) });
    await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, own, false);
      const of = (projectId: string) => ({ where: { districtId: own.districtId, projectId, year: thisYear } });
      await tx.projectYear.updateMany({ ...of(ids[0]!), data: { completedWan: "6000", weekWan: "500" } });
      await tx.projectYear.updateMany({ ...of(ids[2]!), data: { completedWan: "900" } });
      await tx.project.updateMany({ where: { districtId: own.districtId, id: ids[0]! }, data: { leadDistrictId: own.districtId, leadCadreId: leadId, light: "yellow", lightOn: dateOf(today) } });
    });
  });

  const all = ["锂电池生产线", "第二中学", "停建的酒店"];
  it.each([
    ["the business year's", () => ({}), all],
    ["another year's", () => ({ year: thisYear - 1 }), ["去年的项目"]],
    ["in no list of this year", () => ({ year: "none" }), ["储备项目", "去年的项目"]],
    ["all", () => ({ year: "all" }), [...all, "储备项目", "去年的项目"]],
    ["by level", () => ({ level: "province" }), ["锂电池生产线"]],
    ["by kind", () => ({ kind: "new" }), ["第二中学", "停建的酒店"]],
    ["by industry", () => ({ industry: "social" }), ["第二中学"]],
    ["by stage", () => ({ stage: "started" }), ["锂电池生产线"]],
    ["by light", () => ({ light: "yellow" }), ["锂电池生产线"]],
    ["by leader", () => ({ leadId }), ["锂电池生产线"]],
    ["by unit", () => ({ unitId: another }), ["第二中学"]],
    ["by status", () => ({ status: "suspended" }), ["停建的酒店"]],
    ["by name", () => ({ q: "中学" }), ["第二中学"]],
    ["by pinyin", () => ({ q: "lidianchi" }), ["锂电池生产线"]],
    ["by initials", () => ({ q: "dezx" }), ["第二中学"]],
    ["by code", () => ({ q: `${thisYear}-0003` }), ["停建的酒店"]],
    ["a percent sign is no joker", () => ({ q: "%" }), []],
    ["nonsense is as good as nothing", () => ({ level: "world", year: "soon", sort: "-beauty" }), all],
    ["sorted by total", () => ({ sort: "-totalWan", year: "all" }), ["锂电池生产线", "第二中学", "停建的酒店", "储备项目", "去年的项目"]],
    ["sorted by rate", () => ({ sort: "rate" }), ["第二中学", "锂电池生产线", "停建的酒店"]],
    ["sorted by difference", () => ({ sort: "-difference" }), ["停建的酒店", "锂电池生产线", "第二中学"]],
  ])("%s", async (_, filter, expected) => {
    expect(await names(filter(), own)).toEqual(expected);
  });

  it("sums what is filtered; suspended ones stand beside the rates", async () => {
    const { sums, total, rows } = await list({}, own);
    expect(total).toBe(3);
    expect(sums).toMatchObject({ count: 3, suspended: 1, totalWan: "60000", planWan: "15000", completedWan: "6900", weekWan: "500", rate: "42.86" });
    const row = rows.find((one) => one.name === "锂电池生产线")!;
    expect(row).toMatchObject({ rate: "60.00", leadName: "张县长", unitName: "工业信息化局", level: "province" });
    expect(await readAs(own, () => findProjectHead(own, row.id, today))).toMatchObject({ year: { expectedRate: row.expectedRate, difference: row.difference } });
  });

  it("goes to the last page when an address asks for one too many", async () => {
    const answer = await readAs(own, () => listProjects(own, projectFilter.parse({}), { page: 9, perPage: 2 }, today));
    expect(answer).toMatchObject({ page: 2, total: 3, rows: [{ name: "停建的酒店" }] });
  });

  it("offers the units, leaders and years that there are", async () => {
    const choices = await readAs(own, () => listLedgerChoices(own, undefined));
    expect(choices).toEqual({ units: [{ id: unit, name: "工业信息化局" }, { id: another, name: "教育局" }], leads: [{ id: leadId, name: "张县长" }], years: [thisYear, thisYear - 1] });
  });
});

describe("the API", () => {
  const answer = async (actor: Actor, method: string, path: string, sent: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; version?: number }) => {
    const endpoint = projectEndpoints.find((one) => one.method === method && one.path === path)!;
    const { body } = await endpoint.answer(actor, { params: {}, query: {}, body: null, version: null, idempotencyKey: newId(), ...sent });
    return endpoint.response.parse(body) as { id: string; version: number; stage: string; ids: string[]; items: { id: string; projectId: string; version: number; planWan: string }[] };
  };

  it("registers, reads, advances and lists a project and its years as forms do", async () => {
    const { ids } = await answer(admin, "post", "/projects", { body: { districtId: admin.districtId, projects: [project("接口登记", { totalWan: 60_000, ...ofYear() })] } });
    const id = ids[0]!;
    const read = await answer(staff, "get", "/projects/{id}", { params: { id } });
    expect(read).toMatchObject({ id, name: "接口登记", totalWan: "60000", stage: "landed" });
    expect(JSON.stringify(read)).not.toContain("Cipher");
    await answer(staff, "patch", "/projects/{id}/stage", { params: { id }, body: { stage: "started", on: today, evidence: "开工令" }, version: read.version });
    const { items } = await answer(staff, "get", "/project-years", { query: { projectId: id } });
    expect(items).toMatchObject([{ projectId: id, planWan: "10000", isListed: true }]);
    await answer(staff, "patch", "/projects/{id}/year", { params: { id }, body: { year: thisYear, level: "city", kind: "new", planWan: "20000", investedBeforeWan: 0, reason: "调增" }, version: items[0]!.version });
    expect((await answer(staff, "get", "/project-years", { query: { projectId: id, year: String(thisYear) } })).items).toMatchObject([{ planWan: "20000" }]);
    expect((await answer(elsewhere, "get", "/projects", {})).items.map((one) => one.id)).not.toContain(id);
    await expect(answer(elsewhere, "get", "/projects/{id}", { params: { id } })).rejects.toMatchObject({ code: "notFound" });
  });

  it("stands in the search of the palette, by initials", async () => {
    const id = await add("装配式建筑基地");
    const found = await readAs(staff, () => searchRecords(staff, "zpsjz"));
    expect(found).toMatchObject([{ kind: "projects", id, name: "装配式建筑基地" }]);
    expect(await readAs(elsewhere, () => searchRecords(elsewhere, "zpsjz"))).toEqual([]);
  });
});

/** Retires a unit, and does something while its transaction is open. */
const retireAfter = (id: string, meanwhile: () => Promise<void>) => ({
  ...retireUnit,
  run: async (ctx: CommandContext, input: { id: string; version: number }) => {
    await lockUnits(ctx, [id], "to retire");
    await meanwhile();
    return retireUnit.run(ctx, input);
  },
});

describe("a unit that answers for projects", () => {
  it("is not retired, but merged: its projects are the other's then", async () => {
    const from = (await makeUnit(admin, admin.districtId, "粮食局")).id;
    const into = (await makeUnit(admin, admin.districtId, "粮食储备局")).id;
    const id = await add("粮库", { responsibleUnitId: from });
    await expect(runCommand(admin, retireUnit, { id: from, version: 1 })).rejects.toMatchObject({ code: "unitHasProjects", values: { count: 1 } });
    expect(await runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into })).toMatchObject({ projects: 1 });
    expect(await whole(id)).toMatchObject({ responsibleUnitId: into, version: 2 });
  });

  it("withdrawn ones too, so that none is resumed under a retired unit", async () => {
    const from = (await makeUnit(admin, admin.districtId, "农机局")).id;
    const into = (await makeUnit(admin, admin.districtId, "农业农村局")).id;
    const id = await add("农机园", { responsibleUnitId: from });
    await runCommand(leader, withdrawProject, { id, version: 1, note: "投资方放弃" });
    await expect(runCommand(admin, retireUnit, { id: from, version: 1 })).rejects.toMatchObject({ code: "unitHasProjects", values: { count: 1 } });
    await runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into });
    await runCommand(leader, resumeProject, { id, version: 3, note: "重新启动" });
    expect(await whole(id)).toMatchObject({ responsibleUnitId: into, status: "active" });
  });

  it("is not retired while it is on site or a project stands in it; merged, it hands over sites, places and views", async () => {
    const town = async (name: string) => (await runCommand(admin, addUnit, { districtId: admin.districtId, kind: "township", name, shortName: name })).id;
    const [from, into, office] = [await town("城关镇"), await town("城关街道"), (await makeUnit(admin, admin.districtId, "城管局")).id];
    const [id, other] = [await add("镇区改造", { responsibleUnitId: from, townshipId: from }), await add("供水", { townshipId: from })];
    await runCommand(admin, changeProject, { ...facts("镇区改造"), responsibleUnitId: unitId, townshipId: from, id, version: 1 });
    for (const [projectId, fromOn] of [[id, ago(9)], [other, today]]) await runCommand(admin, setSiteUnit, { id: projectId, unitId: from, fromOn });
    const clerk = await makeActor(city, "staff", admin.districtId, { unitIds: [from] });
    await runCommand(clerk, saveView, { place: "projects", name: "镇里的", address: "", isForUnit: true });
    await expect(runCommand(admin, retireUnit, { id: from, version: 1 })).rejects.toMatchObject({ code: "unitIsOnSite", values: { count: 2 } });
    expect(await readAs(admin, () => findMergePreview(admin, from))).toMatchObject({ projects: 0, places: 2, sites: 2 });
    await expect(runCommand(admin, mergeUnits, { id: from, version: 1, intoId: office })).rejects.toMatchObject({ code: "notATownship" });
    expect(await runCommand(admin, mergeUnits, { id: from, version: 1, intoId: into })).toMatchObject({ projects: 0, places: 2, sites: 2 });
    expect([(await whole(id))!.townshipId, (await whole(other))!.townshipId]).toEqual([into, into]);
    const sitesOf = async (projectId: string) => (await readAs(admin, () => findTaskForce(admin, projectId))).sites;
    expect(await sitesOf(id)).toMatchObject([{ unitId: into, fromOn: today, toOn: null }, { unitId: from, fromOn: ago(9), toOn: today }]);
    expect(await sitesOf(other)).toMatchObject([{ unitId: into, fromOn: today, toOn: null }]);
    const colleague = await makeActor(city, "staff", admin.districtId, { unitIds: [into] });
    expect(await readAs(colleague, () => listViews(colleague, "projects"))).toMatchObject([{ name: "镇里的" }]);
    const place = await town("孟轲乡");
    await add("中学", { townshipId: place });
    await expect(runCommand(admin, retireUnit, { id: place, version: 1 })).rejects.toMatchObject({ code: "unitIsPlace", values: { count: 1 } });
  });

  it("of the city is not retired at the moment at which a district's project joins it", async () => {
    const cityAdmin = await makeActor(city, "admin", city.id);
    for (let round = 0; round < 8; round++) {
      const ofCity = (await makeUnit(cityAdmin, city.id, `市属单位${round}`)).id;
      const [joining, retiring] = await Promise.allSettled([add(`赶上${round}`, { responsibleUnitId: ofCity }), runCommand(cityAdmin, retireUnit, { id: ofCity, version: 1 })]);
      expect([joining.status, retiring.status].sort()).toEqual(["fulfilled", "rejected"]);
      const lost = joining.status === "rejected" ? joining : retiring;
      expect(lost).toMatchObject({ reason: { code: joining.status === "rejected" ? "isRetired" : "unitHasProjects" } });
    }
  });

  it("of the city is waited for, whoever joins it", async () => {
    const cityAdmin = await makeActor(city, "admin", city.id);
    const ofCity = (await makeUnit(cityAdmin, city.id, "市水利局")).id;
    let joined = false;
    let joining: Promise<unknown> = Promise.resolve();
    await runCommand(cityAdmin, retireAfter(ofCity, async () => {
      joining = add("等它", { responsibleUnitId: ofCity }).finally(() => (joined = true)).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(joined).toBe(false);
    }), { id: ofCity, version: 1 });
    expect(await joining).toMatchObject({ code: "isRetired" });
  });
});
