import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { InvalidInput, runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { addProjects } from "@/lib/projects/commands/register";
import { advanceStage } from "@/lib/projects/commands/stage";
import { addMilestones, moveMilestone, reachMilestone, setMonths, withdrawMilestone } from "./commands";
import { scheduleEndpoints } from "./endpoints";
import { listMilestones, listYearsByMonth } from "./queries";

const today = businessTime(0).today;
const thisYear = yearOf(today);
const earlier = addDays(today, -30);

let city: City;
let admin: Actor;
let leader: Actor;
let staff: Actor;
let otherStaff: Actor;
let elsewhere: Actor;
let unitId: string;

beforeAll(async () => {
  city = await makeCity();
  unitId = (await makeUnit(city.system, city.districtIds[0]!, "交通局")).id;
  const otherUnitId = (await makeUnit(city.system, city.districtIds[0]!, "水利局")).id;
  admin = await makeActor(city, "admin");
  leader = await makeActor(city, "leader");
  staff = await makeActor(city, "staff", admin.districtId, { unitIds: [unitId] });
  otherStaff = await makeActor(city, "staff", admin.districtId, { unitIds: [otherUnitId] });
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
});

let count = 0;
async function addProject({ planWan = "1200", fromOn = undefined as string | undefined } = {}): Promise<string> {
  const project = {
    name: `倒排项目${++count}`, industry: "transport_energy", nature: "new_build", path: "works", responsibleUnitId: unitId, plannedStartOn: today, plannedCompletionOn: addDays(today, 400),
    stages: [{ stage: "landed", on: earlier }], year: { year: thisYear, level: "province", kind: "new", planWan, investedBeforeWan: "0", fromOn },
  };
  const { ids } = await runCommand(city.system, addProjects, { districtId: admin.districtId, projects: [project] });
  return ids[0]!;
}
type Given = { kind?: string; name?: string; dueOn?: string; doneOn?: string; evidence?: string };
const add = (projectId: string, given: Given = {}, actor = staff) =>
  runCommand(actor, addMilestones, { districtId: admin.districtId, milestones: [{ projectId, kind: "construction", name: "路基完成", dueOn: addDays(today, 60), ...given }] });
const addOne = async (projectId: string, given: Given = {}) => (await add(projectId, given)).ids[0]!;
const find = async (projectId: string, id: string) => (await readAs(admin, () => listMilestones(admin, projectId))).find((milestone) => milestone.id === id);
const auditOf = (subjectId: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: admin.districtId, subjectId }, orderBy: { id: "asc" } });
  });
const months = (amount: string) => Array.from({ length: 12 }, () => amount);

describe("a node of the schedule", () => {
  it("is entered by the responsible unit, and its first day stays the baseline when a leader moves it", async () => {
    const projectId = await addProject();
    const [dueOn, moved] = [addDays(today, 60), addDays(today, 90)];
    const id = await addOne(projectId);
    await runCommand(leader, moveMilestone, { id, version: 1, dueOn: moved, reason: "汛期停工" });
    expect(await find(projectId, id)).toMatchObject({ baselineOn: dueOn, dueOn: moved, version: 2 });
    await expect(runCommand(leader, moveMilestone, { id, version: 2, dueOn: moved, reason: "同一天" })).rejects.toMatchObject({ code: "milestoneIsDueThen" });
    await expect(runCommand(leader, moveMilestone, { id, version: 1, dueOn, reason: "旧版本" })).rejects.toMatchObject({ code: "changedMeanwhile" });
    expect((await auditOf(id)).filter(({ outcome }) => outcome === "done").map(({ action, note }) => [action, note])).toEqual([["schedule.add", null], ["schedule.move", "汛期停工"]]);
    expect((await auditOf(projectId)).map(({ action }) => action)).toEqual(expect.arrayContaining(["schedule.add", "schedule.move"]));
  });

  it("of construction is not due before the start, one of preparation may be", async () => {
    const projectId = await addProject();
    await expect(add(projectId, { dueOn: addDays(today, -1) })).rejects.toMatchObject({ code: "milestoneBeforeStart", values: { start: today } });
    const id = await addOne(projectId, { kind: "preparation", name: "用地批复", dueOn: earlier });
    expect(await find(projectId, id)).toMatchObject({ kind: "preparation", baselineOn: earlier });
    const works = await addOne(projectId);
    await expect(runCommand(leader, moveMilestone, { id: works, version: 1, dueOn: addDays(today, -1), reason: "提前" })).rejects.toMatchObject({ code: "milestoneBeforeStart" });
  });

  it("is reached with a day and evidence, not ahead, and then stays", async () => {
    const projectId = await addProject();
    const id = await addOne(projectId);
    await expect(runCommand(staff, reachMilestone, { id, version: 1, doneOn: addDays(today, 1), evidence: "验收单 3 号" })).rejects.toMatchObject({ code: "dayAhead" });
    await expect(runCommand(staff, reachMilestone, { id, version: 1, evidence: " " })).rejects.toThrow(InvalidInput);
    await runCommand(staff, reachMilestone, { id, version: 1, evidence: "验收单 3 号" });
    expect(await find(projectId, id)).toMatchObject({ doneOn: today, evidence: "验收单 3 号" });
    await expect(runCommand(staff, reachMilestone, { id, version: 2, evidence: "再次" })).rejects.toMatchObject({ code: "milestoneIsReached" });
    await expect(runCommand(leader, moveMilestone, { id, version: 2, dueOn: addDays(today, 80), reason: "再改" })).rejects.toMatchObject({ code: "milestoneIsReached" });
  });

  it("that was reached before it is entered comes with its day and evidence", async () => {
    const projectId = await addProject();
    const done = { kind: "preparation", name: "环评", dueOn: earlier, doneOn: earlier };
    await expect(add(projectId, done)).rejects.toThrow(InvalidInput);
    expect(await find(projectId, await addOne(projectId, { ...done, evidence: "环审〔2023〕1号" }))).toMatchObject({ doneOn: earlier });
  });

  it("is withdrawn by a leader with a reason, and stays visible", async () => {
    const projectId = await addProject();
    const id = await addOne(projectId);
    await runCommand(leader, withdrawMilestone, { id, version: 1, reason: "设计变更" });
    expect(await find(projectId, id)).toMatchObject({ withdrawnOn: today });
    await expect(runCommand(staff, reachMilestone, { id, version: 2, evidence: "已取消" })).rejects.toMatchObject({ code: "milestoneIsWithdrawn" });
  });

  it("is a matter of those who may", async () => {
    const projectId = await addProject();
    const id = await addOne(projectId);
    await expect(add(projectId, {}, leader)).rejects.toMatchObject({ code: "notAllowed" });
    for (const actor of [otherStaff, elsewhere]) {
      await expect(add(projectId, {}, actor)).rejects.toMatchObject({ code: "notFound" });
      await expect(runCommand(actor, reachMilestone, { id, version: 1, evidence: "越界" })).rejects.toMatchObject({ code: "notFound" });
    }
    for (const actor of [staff, admin]) await expect(runCommand(actor, moveMilestone, { id, version: 1, dueOn: today, reason: "自己改" })).rejects.toMatchObject({ code: "notAllowed" });
    expect(await readAs(elsewhere, () => listMilestones(elsewhere, projectId))).toEqual([]);
  });

  it("may be entered for many projects at once, and is read by the API in pages", async () => {
    const projectIds = [await addProject(), await addProject()];
    const milestones = projectIds.flatMap((projectId) => Array.from({ length: 3 }, (_, at) => ({ projectId, kind: "construction", name: `节点${at}`, dueOn: addDays(today, at) })));
    expect((await runCommand(admin, addMilestones, { districtId: admin.districtId, milestones })).ids).toHaveLength(6);
    const [list] = scheduleEndpoints;
    const ask = async (query: Record<string, string>) => list!.response.parse((await list!.answer(admin, { params: {}, query, body: null, version: null, idempotencyKey: null })).body) as { items: unknown[]; nextCursor: string | null };
    const first = await ask({ projectId: projectIds[0]!, limit: "2" });
    expect(first.items).toHaveLength(2);
    expect((await ask({ projectId: projectIds[0]!, limit: "2", cursor: first.nextCursor! })).items).toHaveLength(1);
  });
});

describe("the plan by month", () => {
  it("is saved as typed, and from today on", async () => {
    const projectId = await addProject({ fromOn: earlier.startsWith(String(thisYear)) ? earlier : today });
    expect(await runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: months("１００") })).toEqual({ differenceWan: "0" });
    const [year] = await readAs(admin, () => listYearsByMonth(admin, projectId));
    expect(year).toMatchObject({ year: thisYear, monthsWan: months("100"), version: 2 });
    const terms = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, admin, true);
      return tx.projectYearTerm.findMany({ where: { districtId: admin.districtId, projectId }, orderBy: { fromOn: "asc" } });
    });
    expect(terms.at(-1)).toMatchObject({ fromOn: new Date(today), toOn: null });
    expect(terms.at(-1)!.monthsWan.map(String)).toEqual(months("100"));
    if (terms.length > 1) expect(terms[0]).toMatchObject({ toOn: new Date(today), monthsWan: [] });
  });

  it("that does not sum to the annual plan is saved, and the difference is told", async () => {
    const projectId = await addProject();
    expect(await runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: months("90") })).toEqual({ differenceWan: "-120" });
    expect(await runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 2, monthsWan: months("110.5") })).toEqual({ differenceWan: "126" });
    expect((await readAs(admin, () => listYearsByMonth(admin, projectId)))[0]!.monthsWan).toEqual(months("110.5"));
  });

  it.each([
    ["1亿", null],
    ["12,34", "amountCommas"],
    ["100元", "amountInYuan"],
    ["-1", "amountNegative"],
    ["", "required"],
  ])("with %s in a month: %s", async (typed, message) => {
    const projectId = await addProject();
    const saved = runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: [typed, ...months("0").slice(1)] });
    if (message) await expect(saved).rejects.toMatchObject({ issues: [{ path: ["monthsWan", 0], message }] });
    else expect(await saved).toEqual({ differenceWan: "8800" });
  });

  it("is of a year in whose list the project stands, twelve months, and a matter of those who may", async () => {
    const projectId = await addProject();
    await expect(runCommand(staff, setMonths, { id: projectId, year: thisYear + 1, version: 1, monthsWan: months("1") })).rejects.toMatchObject({ code: "notKeyProjectOf" });
    await expect(runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: ["1"] })).rejects.toThrow(InvalidInput);
    await expect(runCommand(leader, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: months("1") })).rejects.toMatchObject({ code: "notAllowed" });
    await expect(runCommand(otherStaff, setMonths, { id: projectId, year: thisYear, version: 1, monthsWan: months("1") })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(staff, setMonths, { id: projectId, year: thisYear, version: 9, monthsWan: months("1") })).rejects.toMatchObject({ code: "changedMeanwhile" });
  });
});

describe("a construction node", () => {
  it("is not reached before the works began; of a project that has not started it is told", async () => {
    const projectId = await addProject();
    const [first, second, papers] = [await addOne(projectId), await addOne(projectId), await addOne(projectId, { kind: "preparation" })];
    const reach = (id: string, doneOn: string) => runCommand(staff, reachMilestone, { id, version: 1, doneOn, evidence: "监理月报" });
    expect(await reach(first, earlier)).toEqual({ id: first, isBeforeStart: true });
    await runCommand(staff, advanceStage, { id: projectId, version: 1, stage: "started", on: addDays(today, -5), evidence: "开工令" });
    await expect(reach(second, addDays(today, -6))).rejects.toMatchObject({ code: "milestoneReachedBeforeStart", values: { start: addDays(today, -5) } });
    await expect(add(projectId, { doneOn: addDays(today, -6), evidence: "监理月报" })).rejects.toMatchObject({ code: "milestoneReachedBeforeStart" });
    expect(await reach(second, addDays(today, -5))).toEqual({ id: second, isBeforeStart: false });
    expect(await reach(papers, earlier)).toEqual({ id: papers, isBeforeStart: false });
  });
});
