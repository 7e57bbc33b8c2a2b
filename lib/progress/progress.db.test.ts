import { beforeAll, describe, expect, it } from "vitest";
import { listProjectHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, dateOf, momentOf, yearOf, type Day } from "@/lib/foundation/calendar";
import { runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { Refusal } from "@/lib/foundation/refusal";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { addProjects } from "@/lib/projects/commands/register";
import { suspendProject, withdrawProject } from "@/lib/projects/commands/status";
import { setProjectYear } from "@/lib/projects/commands/years";
import { correctReport, noteMissedReports, returnReport, saveDraft, submitReports, verifyReport, verifyReports } from "./commands";
import { reportEndpoints } from "./endpoints";
import { countMyWeek, findReport, findWeekOfProject, listChoosableWeeks, listDueWeeks, listMissing, listMyWeek, listReportsOfProject, listToVerify, pageReports } from "./queries";
import { reportFilter } from "./schema";

let city: City;
let districtId: string;
let unitId: string;
let otherUnitId: string;
const page = { page: 1, perPage: 100 };
const none = reportFilter.parse({});

/** The same person on another day of the business clock. */
const on = (actor: Actor, day: Day): Actor => ({ ...actor, clockOffsetMs: momentOf(day, 600).getTime() - Date.now() });
let staff: Actor;
let leader: Actor;
let admin: Actor;

beforeAll(async () => {
  city = await makeCity();
  districtId = city.districtIds[0]!;
  unitId = (await makeUnit(city.system, districtId, "发展改革委")).id;
  otherUnitId = (await makeUnit(city.system, districtId, "工业局")).id;
  staff = on(await makeActor(city, "staff", districtId, { unitIds: [unitId] }), "2023-04-11");
  leader = on(await makeActor(city, "leader", districtId), "2023-04-11");
  admin = on(await makeActor(city, "admin", districtId), "2023-04-11");
});

let count = 0;
type Given = { unit?: string; total?: string; plan?: string; years?: number[]; district?: string };
async function makeProject({ unit = unitId, total = "20000", plan = "10000", years = [2023], district = districtId }: Given = {}): Promise<string> {
  const system = on(city.system, "2024-01-10");
  const project = {
    name: `测试项目${++count}`, industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unit, totalWan: total,
    stages: [{ stage: "reserve", on: "2021-01-04" }, { stage: "signed", on: "2021-02-01" }, { stage: "landed", on: "2021-03-01" }, { stage: "started", on: "2021-05-06" }],
    year: { year: years[0], level: "city", kind: "new", planWan: plan, investedBeforeWan: "0", fromOn: `${years[0]}-01-01` },
  };
  return (await runCommand(system, addProjects, { districtId: district, projects: [project] })).ids[0]!;
}

const cells = (completedWan: string, more: object = {}) => ({ completedWan, physicalPercent: "30", siteText: `完成 ${completedWan} 万元`, problems: "", nextPlan: "继续施工", ...more });
const submit = (projectId: string, asOfOn: Day, completedWan: string, more: object = {}, actor = staff) =>
  runCommand(actor, submitReports, { districtId, asOfOn, reports: [{ projectId, ...cells(completedWan), ...more }] });
async function submitted(projectId: string, asOfOn: Day, completedWan: string, more: object = {}, actor = staff) {
  return (await submit(projectId, asOfOn, completedWan, more, actor)).saved[0]!;
}
const looking = <T>(read: (tx: Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0]) => Promise<T>) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return read(tx);
  });
const yearRow = (projectId: string, year = 2023) => looking((tx) => tx.projectYear.findFirstOrThrow({ where: { districtId, projectId, year } }));
const completed = async (projectId: string, year = 2023) => (await yearRow(projectId, year)).completedWan.toFixed();
const stepsOf = (id: string) => looking((tx) => tx.stepEvent.findMany({ where: { districtId, subjectId: id }, orderBy: { id: "asc" } }));
const auditOf = (id: string) => looking((tx) => tx.auditEntry.findMany({ where: { districtId, subjectId: id }, orderBy: { id: "asc" } }));
const missedOf = (projectId: string) => looking((tx) => tx.missedReport.findMany({ where: { districtId, projectId }, orderBy: { asOfOn: "asc" } }));

describe("a weekly report", () => {
  it("is submitted, counted, traced, and shown where it is looked for", async () => {
    const project = await makeProject();
    await submitted(project, "2023-03-31", "480");
    const { id, marks, version } = await submitted(project, "2023-04-07", "５２０．５");
    expect({ marks, version }).toEqual({ marks: [], version: 1 });
    expect(await yearRow(project)).toMatchObject({ reportId: id, reportOn: dateOf("2023-04-07"), version: 1 });
    const row = await yearRow(project);
    expect([row.completedWan.toFixed(), row.weekWan.toFixed(), row.physicalPercent!.toFixed()]).toEqual(["520.5", "40.5", "30"]);
    expect(await stepsOf(id)).toMatchObject([{ step: "submit", from: null, to: "submitted", kind: "progressReport" }]);
    expect((await auditOf(id)).map(({ action, outcome }) => ({ action, outcome }))).toEqual([{ action: "report.submit", outcome: "done" }]);
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ completedWan: "520.5", status: "submitted", submittedOn: "2023-04-11", submittedByName: staff.name });
    const { rows } = await readAs(leader, () => listToVerify(leader, { ...none, q: "测试项目" }, page));
    expect(rows.find((one) => one.id === id)).toMatchObject({ beforeWan: "480", unitName: "发展改革委" });
    expect((await readAs(staff, () => listReportsOfProject(staff, project, page))).rows.map(({ asOfOn, mayVerify, mayCorrect }) => ({ asOfOn, mayVerify, mayCorrect }))).toEqual([
      { asOfOn: "2023-04-07", mayVerify: false, mayCorrect: true }, { asOfOn: "2023-03-31", mayVerify: false, mayCorrect: true },
    ]);
  });

  it("begins with last week's report", async () => {
    const project = await makeProject();
    await submitted(project, "2023-03-31", "480", { problems: "缺沙石" });
    const week = await readAs(staff, () => findWeekOfProject(staff, project, "2023-04-07"));
    expect(week).toMatchObject({ report: null, before: { asOfOn: "2023-03-31", completedWan: "480", physicalPercent: "30", problems: "缺沙石" } });
  });

  it("is refused when lower than the one before, which is corrected first, with a reason", async () => {
    const project = await makeProject();
    const march = await submitted(project, "2023-03-31", "4800");
    await expect(submit(project, "2023-04-07", "500")).rejects.toMatchObject({ code: "reportLower", values: { before: "4800", beforeDay: "2023-03-31", amount: "500" } });
    await expect(runCommand(staff, correctReport, { id: march.id, version: 1, completedWan: "480", reason: "" })).rejects.toMatchObject({ issues: [{ path: ["reason"] }] });
    await runCommand(staff, correctReport, { id: march.id, version: 1, completedWan: "480", reason: "多写一个零" });
    await submitted(project, "2023-04-07", "500");
    expect(await completed(project)).toBe("500");
    const audit = await auditOf(march.id);
    expect(audit.at(-1)).toMatchObject({ action: "report.correct", before: { completedWan: "4800" }, after: { completedWan: "480", version: 2 }, note: "多写一个零" });
    expect((await stepsOf(march.id)).at(-1)).toMatchObject({ step: "correct", from: "4800", to: "480", note: "多写一个零" });
  });

  it("is corrected only between its neighbours, and is then verified again", async () => {
    const project = await makeProject();
    await submitted(project, "2023-03-24", "400");
    const middle = await submitted(project, "2023-03-31", "450");
    await submitted(project, "2023-04-07", "500");
    await runCommand(leader, verifyReports, { reports: [{ id: middle.id, version: 1 }] });
    const correct = (completedWan: string) => runCommand(staff, correctReport, { id: middle.id, version: 2, completedWan, reason: "核对凭证" });
    await expect(correct("399.9999")).rejects.toMatchObject({ code: "reportLower" });
    await expect(correct("500.0001")).rejects.toMatchObject({ code: "reportHigher" });
    await correct("420");
    expect(await readAs(staff, () => findReport(staff, middle.id))).toMatchObject({ status: "submitted", completedWan: "420", correctedOn: "2023-04-11", version: 3 });
    const row = await yearRow(project);
    expect([row.completedWan.toFixed(), row.weekWan.toFixed()]).toEqual(["500", "80"]);
  });

  it("keeps the days on which it was first submitted and first verified, so that no figure of a past day moves", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-04-07", "500");
    const colleague = await makeActor(city, "staff", districtId, { unitIds: [unitId] });
    await submitted(project, "2023-04-07", "510", { version: 1 }, on(colleague, "2023-04-12"));
    await runCommand(on(leader, "2023-04-13"), verifyReport, { id, version: 2 });
    await runCommand(on(colleague, "2023-04-17"), correctReport, { id, version: 3, completedWan: "505", reason: "核对凭证" });
    const first = { submittedOn: "2023-04-11", submittedByName: staff.name, verifiedOn: "2023-04-13", verifiedByName: leader.name, correctedOn: "2023-04-17" };
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ ...first, status: "submitted", completedWan: "505" });
    const another = on(await makeActor(city, "leader", districtId), "2023-04-19");
    await runCommand(another, verifyReport, { id, version: 4 });
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ ...first, status: "verified" });
    await runCommand(another, returnReport, { id, version: 5, reason: "与现场不符" });
    await submitted(project, "2023-04-07", "490", { version: 6 }, on(staff, "2023-04-20"));
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ submittedOn: "2023-04-11", status: "submitted", verifiedOn: null });
    await runCommand(on(leader, "2023-04-21"), verifyReport, { id, version: 7 });
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ status: "verified", verifiedOn: "2023-04-21" });
  });

  it("tells what happened to it, with old figures and reasons, even after it was submitted again", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-04-07", "500");
    await runCommand(leader, returnReport, { id, version: 1, reason: "与现场不符" });
    await submitted(project, "2023-04-07", "490", { version: 2 });
    await runCommand(leader, verifyReport, { id, version: 3 });
    await runCommand(staff, correctReport, { id, version: 4, completedWan: "480.5", reason: "核对凭证" });
    const [row] = (await readAs(staff, () => listReportsOfProject(staff, project, page))).rows;
    expect(row!.steps.map(({ step, from, to, note, by }) => [step, from, to, note, by])).toEqual([
      ["correct", "490", "480.5", "核对凭证", staff.name], ["verify", "submitted", "verified", null, leader.name], ["submit", "returned", "submitted", null, staff.name],
      ["return", "submitted", "returned", "与现场不符", leader.name], ["submit", null, "submitted", null, staff.name],
    ]);
    expect(row!.steps.every(({ at }) => at.startsWith("2023-04-11"))).toBe(true);
    const history = await readAs(leader, () => listProjectHistory(leader, project));
    const ofReports = history.filter(({ action }) => action.startsWith("report."));
    expect(ofReports.map(({ action, about, note }) => [action, about, note])).toEqual([
      ["report.correct", "2023-04-07", "核对凭证"], ["report.verifyOne", "2023-04-07", null], ["report.submit", "2023-04-07", null], ["report.return", "2023-04-07", "与现场不符"], ["report.submit", "2023-04-07", null],
    ]);
    expect(ofReports[0]!.changes).toContainEqual({ field: "completedWan", before: "490", now: "480.5" });
    expect(history.map(({ action }) => action)).toContain("project.add");
    const elsewhere = await makeActor(city, "leader", city.districtIds[1]);
    expect(await readAs(elsewhere, () => listProjectHistory(elsewhere, project))).toEqual([]);
  });

  it("once verified is not submitted again", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-04-07", "500");
    await runCommand(leader, verifyReport, { id, version: 1 });
    expect(await readAs(staff, () => findReport(staff, id))).toMatchObject({ status: "verified", verifiedOn: "2023-04-11", verifiedByName: leader.name });
    await expect(submit(project, "2023-04-07", "600", { version: 2 })).rejects.toMatchObject({ code: "reportVerified" });
    await expect(runCommand(leader, verifyReport, { id, version: 2 })).rejects.toMatchObject({ code: "reportNotVerifiable" });
    expect(await completed(project)).toBe("500");
  });

  it("of a future day, of a day that is no report day, and of no key project is refused", async () => {
    const project = await makeProject();
    await expect(submit(project, "2023-04-14", "500")).rejects.toMatchObject({ code: "reportDayAhead" });
    await expect(submit(project, "2023-04-06", "500")).rejects.toMatchObject({ code: "notReportDay", values: { right: "2023-04-07" } });
    await expect(submit(project, "2022-12-31", "500")).rejects.toMatchObject({ code: "reportNotKeyProject", values: { year: 2022 } });
  });

  it("of a suspended or withdrawn project is refused from that day on", async () => {
    const [suspended, withdrawn] = [await makeProject(), await makeProject()];
    const early = on(leader, "2023-04-04");
    await runCommand(early, suspendProject, { id: suspended, version: 1, reason: "funding", note: "资金没有到位", expectedEndOn: "2023-06-30" });
    await runCommand(early, withdrawProject, { id: withdrawn, version: 1, note: "企业撤资" });
    await expect(submit(suspended, "2023-04-07", "500")).rejects.toMatchObject({ code: "reportSuspended" });
    await expect(submit(withdrawn, "2023-04-07", "500")).rejects.toMatchObject({ code: "reportWithdrawn" });
    await submitted(suspended, "2023-03-31", "500");
    await expect(runCommand(staff, saveDraft, { projectId: suspended, asOfOn: "2023-04-07", siteText: "草稿" })).rejects.toMatchObject({ code: "reportSuspended" });
  });

  it("belongs to the year of its day: of 31 December to the old year, of the week after to the new one, which begins at nothing", async () => {
    const [older, newer] = [await makeProject({ years: [2022] }), await makeProject({ years: [2023] })];
    const january = on(staff, "2023-01-09");
    // A draft begun in the old year and submitted in the new one stays a report of the old.
    const draft = await runCommand(on(staff, "2022-12-31"), saveDraft, { projectId: older, asOfOn: "2022-12-31", completedWan: "9000" });
    expect((await submitted(older, "2022-12-31", "9100", { version: draft.version }, january)).id).toBe(draft.id);
    expect(await completed(older, 2022)).toBe("9100");
    expect(await readAs(january, () => findReport(january, draft.id))).toMatchObject({ asOfOn: "2022-12-31", submittedOn: "2023-01-09" });
    await expect(submit(older, "2022-12-30", "9000", {}, january)).rejects.toMatchObject({ code: "notReportDay", values: { right: "2022-12-31" } });
    await expect(submit(older, "2023-01-06", "10", {}, january)).rejects.toMatchObject({ code: "reportNotKeyProject" });
    await submitted(newer, "2023-01-06", "10", {}, january);
    expect(await completed(newer)).toBe("10");
  });

  it("begun as a draft in December and submitted in January counts for the old year only, and for its own week", async () => {
    const project = await makeProject({ years: [2022] });
    const [december, january] = [on(staff, "2022-12-24"), on(staff, "2023-01-09")];
    await runCommand(on(staff, "2023-01-03"), setProjectYear, { id: project, version: 0, year: 2023, level: "city", kind: "continuing", planWan: "5000", investedBeforeWan: "9000", fromOn: "2023-01-01" });
    const draft = await runCommand(december, saveDraft, { projectId: project, asOfOn: "2022-12-23", completedWan: "8000", siteText: "封顶" });
    const saved = await submitted(project, "2022-12-23", "8000", { version: draft.version }, january);
    expect(saved.id).toBe(draft.id);
    expect(await readAs(january, () => findReport(january, draft.id))).toMatchObject({ asOfOn: "2022-12-23", submittedOn: "2023-01-09" });
    expect(await completed(project, 2022)).toBe("8000");
    expect((await looking((tx) => tx.projectYear.findMany({ where: { districtId, projectId: project, year: 2023 } }))).map((row) => row.completedWan.toFixed())).toEqual(["0"]);
  });

  it("of many in one go saves ten of twelve and says why two are left out", async () => {
    const projects = await Promise.all(Array.from({ length: 12 }, () => makeProject()));
    for (const id of projects.slice(0, 2)) await submitted(id, "2023-03-31", "900");
    const reports = projects.map((projectId, at) => ({ projectId, ...cells(String(100 + at)) }));
    const { saved, refused } = await runCommand(staff, submitReports, { districtId, asOfOn: "2023-04-07", reports });
    expect(saved).toHaveLength(10);
    expect(refused).toMatchObject([{ projectId: projects[0], code: "reportLower" }, { projectId: projects[1], code: "reportLower" }]);
    expect(await Promise.all(projects.map((id) => completed(id)))).toEqual(["900", "900", ...Array.from({ length: 10 }, (_, at) => String(102 + at))]);
    const answered = reportEndpoints.find(({ method }) => method === "post")!.response.parse({ saved, refused });
    expect(answered).toBeTruthy();
  });

  it("of many in one go: when all are refused, each is told and in the audit, and nothing is written", async () => {
    const projects = [await makeProject(), await makeProject()];
    for (const id of projects) await submitted(id, "2023-03-31", "900");
    const sent = { districtId, asOfOn: "2023-04-07", reports: projects.map((projectId) => ({ projectId, ...cells("100") })) };
    const request = { ...staff, requestId: newId() };
    expect(await runCommand(request, submitReports, sent)).toMatchObject({ saved: [], refused: projects.map((projectId) => ({ projectId, code: "reportLower", values: { before: "900" } })) });
    const lines = await looking((tx) => tx.auditEntry.findMany({ where: { districtId, requestId: request.requestId }, orderBy: { id: "asc" } }));
    expect(lines).toMatchObject(projects.map((projectId) => ({ action: "report.submit", outcome: "refused", kind: "report", note: "reportLower", after: { projectId, asOfOn: "2023-04-07" } })));
    expect((await readAs(staff, () => pageReports(staff, { limit: 10, week: "2023-04-07", districtId }))).filter((row) => projects.includes(row.projectId))).toEqual([]);
    await expect(submit(projects[0]!, "2023-04-07", "100")).rejects.toMatchObject({ code: "reportLower" });
  });

  it("of many in one go: what was handed on meanwhile is left out as not found, noted as a miss, and the rest is saved", async () => {
    const [mine, theirs] = [await makeProject(), await makeProject({ unit: otherUnitId })];
    const request = { ...staff, requestId: newId() };
    const nobodys = newId();
    const { saved, refused } = await runCommand(request, submitReports, { districtId, asOfOn: "2023-04-07", reports: [mine, theirs, nobodys].map((projectId) => ({ projectId, ...cells("100") })) });
    expect([saved.map(({ projectId }) => projectId), refused.map(({ projectId, code }) => [projectId, code])]).toEqual([[mine], [[theirs, "notFound"], [nobodys, "notFound"]]]);
    expect(reportEndpoints.find(({ method }) => method === "post")!.response.parse({ saved, refused })).toBeTruthy();
    const lines = await looking((tx) => tx.auditEntry.findMany({ where: { districtId, requestId: request.requestId } }));
    expect(lines.filter(({ outcome }) => outcome === "missed").map(({ kind, subjectId }) => [kind, subjectId]).sort()).toEqual([["project", theirs], ["project", nobodys]].sort());
    expect(lines.filter(({ outcome }) => outcome === "refused").map(({ note }) => note)).toEqual(["notFound", "notFound"]);
  });

  it("is marked for checking, and saved all the same", async () => {
    const project = await makeProject({ total: "1000", plan: "800" });
    await submitted(project, "2023-03-31", "100", { siteText: "基础施工" });
    const { marks } = await submitted(project, "2023-04-07", "1300", { siteText: "基础施工", physicalPercent: "20" });
    expect(marks).toEqual(["far_above_total", "big_jump", "ahead_of_site", "same_text"]);
    const marked = await readAs(leader, () => listToVerify(leader, { ...none, marked: "yes" }, page));
    expect(marked.rows.some((row) => row.projectId === project && row.asOfOn === "2023-04-07")).toBe(true);
  });
});

describe("a draft", () => {
  it("saves itself again and again, leaves no line, counts nothing, and becomes the report", async () => {
    const project = await makeProject();
    const first = await runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", completedWan: "50", siteText: "" });
    const second = await runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", version: first.version, completedWan: "510", physicalPercent: "", siteText: "主体" });
    expect(second).toMatchObject({ id: first.id, version: 2 });
    expect(await auditOf(first.id)).toEqual([]);
    expect(await completed(project)).toBe("0");
    const week = await readAs(staff, () => findWeekOfProject(staff, project, "2023-04-07"));
    expect(week?.report).toMatchObject({ status: "draft", completedWan: "510", physicalPercent: null, siteText: "主体", savedByName: staff.name });
    await submitted(project, "2023-04-07", "520", { version: 2 });
    await expect(runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", version: 3, completedWan: "1" })).rejects.toMatchObject({ code: "reportNotDraft" });
    expect(await completed(project)).toBe("520");
  });

  it("of two people: the second is told what the first one wrote, and nothing of it is lost", async () => {
    const project = await makeProject();
    const colleague = on(await makeActor(city, "staff", districtId, { unitIds: [unitId] }), "2023-04-11");
    await runCommand(colleague, saveDraft, { projectId: project, asOfOn: "2023-04-07", completedWan: "510" });
    await expect(submit(project, "2023-04-07", "520")).rejects.toMatchObject({
      code: "changedMeanwhile", conflict: { by: colleague.name, version: 1, changes: expect.arrayContaining([{ field: "completedWan", label: "completedWan", before: "", now: "510" }]) },
    });
    await expect(runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", completedWan: "520" })).rejects.toMatchObject({ code: "changedMeanwhile" });
    await submitted(project, "2023-04-07", "520", { version: 1 });
  });

  it("whose answer was lost is no conflict with oneself: what says the same may be saved and submitted over an old version", async () => {
    const project = await makeProject();
    const draft = { projectId: project, asOfOn: "2023-04-07", ...cells("510") };
    const first = await runCommand(staff, saveDraft, draft);
    expect(await runCommand(staff, saveDraft, draft)).toEqual({ id: first.id, version: 1, savedAt: first.savedAt });
    await expect(runCommand(staff, saveDraft, { ...draft, completedWan: "511" })).rejects.toMatchObject({ code: "changedMeanwhile" });
    expect(await submitted(project, "2023-04-07", "510")).toMatchObject({ id: first.id, version: 2 });
    await expect(submit(project, "2023-04-07", "510")).rejects.toMatchObject({ code: "changedMeanwhile" });
  });

  it("is there only for those who write it", async () => {
    const project = await makeProject();
    const { id } = await runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", completedWan: "490" });
    const byDuty = { ...(await makeActor(city, "staff", districtId, { unitIds: [otherUnitId] })), dutyProjectIds: [project] };
    const stranger = await makeActor(city, "staff", districtId, { unitIds: [otherUnitId] });
    const seen = (actor: Actor) => readAs(actor, async () => [await findReport(actor, id), ...(await pageReports(actor, { limit: 10, projectId: project, status: "draft" }))].filter((row) => row !== null).length);
    expect(await Promise.all([staff, byDuty, admin, stranger, leader].map(seen))).toEqual([2, 2, 2, 0, 0]);
  });

  it("of two people at the same moment becomes one report", async () => {
    const project = await makeProject();
    const answers = await Promise.allSettled([submit(project, "2023-04-07", "510"), submit(project, "2023-04-07", "520")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a returned report", () => {
  it("no longer counts: the project stands as the report before says, until it is submitted again", async () => {
    const project = await makeProject();
    await submitted(project, "2023-03-31", "480");
    const { id } = await submitted(project, "2023-04-07", "520");
    await expect(runCommand(leader, returnReport, { id, version: 1, reason: " " })).rejects.toMatchObject({ issues: [{ path: ["reason"] }] });
    await runCommand(leader, returnReport, { id, version: 1, reason: "与现场不符" });
    expect(await yearRow(project)).toMatchObject({ reportOn: dateOf("2023-03-31") });
    expect(await completed(project)).toBe("480");
    const week = await readAs(staff, () => findWeekOfProject(staff, project, "2023-04-07"));
    expect(week?.report).toMatchObject({ status: "returned", returnReason: "与现场不符", version: 2 });
    await expect(runCommand(leader, returnReport, { id, version: 2, reason: "再退" })).rejects.toMatchObject({ code: "reportNotReturnable" });
    // A draft over it may lack something; what was there stays.
    await runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", version: 2, completedWan: "500", siteText: "" });
    await submitted(project, "2023-04-07", "490", { version: 3 });
    expect(await completed(project)).toBe("490");
  });

  it("opens the week again for whoever lists what is missing", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-04-07", "520");
    await runCommand(on(city.system, "2023-04-12"), noteMissedReports, { districtId });
    expect((await missedOf(project)).filter((row) => row.asOfOn.getTime() === dateOf("2023-04-07").getTime())).toEqual([]);
    await runCommand(leader, returnReport, { id, version: 1, reason: "与现场不符" });
    await runCommand(on(city.system, "2023-04-13"), noteMissedReports, { districtId });
    expect((await missedOf(project)).at(-1)).toMatchObject({ asOfOn: dateOf("2023-04-07"), missedOn: dateOf("2023-04-11"), settledOn: null });
    await submitted(project, "2023-04-07", "530", { version: 2 });
    expect((await missedOf(project)).at(-1)).toMatchObject({ settledOn: dateOf("2023-04-11") });
  });
});

describe("a report returned long after its week", () => {
  it("is missing from that day on, and its project is listed", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-02-03", "100", {}, on(staff, "2023-02-03"));
    await runCommand(leader, returnReport, { id, version: 1, reason: "与现场不符" });
    const ofWeek = async () => (await missedOf(project)).filter((row) => row.asOfOn.getTime() === dateOf("2023-02-03").getTime());
    expect(await ofWeek()).toMatchObject([{ missedOn: dateOf("2023-04-11"), settledOn: null }]);
    const missing = await readAs(leader, async () => listMissing(leader, [], { ...none, unitId }, { page: 1, perPage: 300 }));
    expect(missing.rows.find((row) => row.projectId === project)?.weeks).toContain("2023-02-03");
    await runCommand(on(city.system, "2023-04-12"), noteMissedReports, { districtId });
    expect(await ofWeek()).toMatchObject([{ missedOn: dateOf("2023-04-11"), settledOn: null }]);
    await submitted(project, "2023-02-03", "90", { version: 2 });
    await runCommand(leader, returnReport, { id, version: 3, reason: "仍不符" });
    expect(await ofWeek()).toMatchObject([{ missedOn: dateOf("2023-04-11"), settledOn: null }]);
  });

  it("is not missing while its week still has time", async () => {
    const project = await makeProject();
    const early = on(staff, "2023-04-08");
    const { id } = await submitted(project, "2023-04-07", "100", {}, early);
    await runCommand(on(leader, "2023-04-10"), returnReport, { id, version: 1, reason: "与现场不符" });
    expect((await missedOf(project)).filter((row) => row.asOfOn.getTime() === dateOf("2023-04-07").getTime())).toEqual([]);
  });
});

describe("many at once", () => {
  it("who return, verify, correct, save and submit the same projects wait for each other and meet only refusals", { timeout: 120_000 }, async () => {
    const projects = await Promise.all(Array.from({ length: 4 }, () => makeProject()));
    const ids = await Promise.all(projects.map(async (project) => (await submitted(project, "2023-03-31", "400")).id));
    const now = async (id: string) => (await readAs(staff, () => findReport(staff, id)))!.version;
    const everything = { districtId, asOfOn: "2023-04-07" };
    for (let round = 0; round < 6; round++) {
      const seen = await Promise.all(ids.map(now));
      const reports = ids.map((id, at) => ({ id, version: seen[at]! }));
      const answers = await Promise.allSettled([
        runCommand(leader, verifyReports, { reports }),
        runCommand(leader, verifyReports, { reports: reports.toReversed() }),
        ...reports.flatMap((report) => [
          runCommand(leader, returnReport, { ...report, reason: "与现场不符" }),
          runCommand(staff, correctReport, { ...report, completedWan: String(400 + round), reason: "核对凭证" }),
        ]),
        runCommand(staff, submitReports, { ...everything, reports: projects.map((projectId) => ({ projectId, ...cells(String(500 + round)) })) }),
        runCommand(staff, submitReports, { ...everything, reports: projects.toReversed().map((projectId) => ({ projectId, ...cells(String(500 + round)) })) }),
        runCommand(staff, saveDraft, { projectId: projects[round % 4]!, asOfOn: "2023-03-31", version: seen[round % 4]!, completedWan: "410" }),
        runCommand(on(city.system, "2023-04-11"), noteMissedReports, { districtId }),
      ]);
      const wrong = answers.flatMap((answer) => (answer.status === "rejected" && !(answer.reason instanceof Refusal) ? [answer.reason as unknown] : []));
      expect(wrong).toEqual([]);
      for (const [at, projectId] of projects.entries()) {
        const [report] = (await readAs(staff, () => listReportsOfProject(staff, projectId, page))).rows.filter(({ asOfOn }) => asOfOn === "2023-03-31");
        if (report!.status === "returned") await submitted(projectId, "2023-03-31", "400", { version: await now(ids[at]!) });
      }
    }
  });
});

describe("missed weeks", () => {
  it("are noted once their cut-off has passed, once only, and settled by the report", async () => {
    const project = await makeProject();
    const night = (day: Day) => runCommand(on(city.system, day), noteMissedReports, { districtId });
    await night("2023-04-10");
    expect((await missedOf(project)).at(-1)?.asOfOn).toEqual(dateOf("2023-03-31"));
    await night("2023-04-11");
    const once = await missedOf(project);
    expect(once.at(-1)).toMatchObject({ asOfOn: dateOf("2023-04-07"), missedOn: dateOf("2023-04-11"), settledOn: null });
    expect(await night("2023-04-11")).toEqual({ added: 0, settled: 0, opened: 0 });
    expect(await missedOf(project)).toEqual(once);
    await submitted(project, "2023-04-07", "500");
    expect((await missedOf(project)).at(-1)?.settledOn).toEqual(dateOf("2023-04-11"));
    const missing = await readAs(leader, async () => listMissing(leader, await listDueWeeks(leader, "2023-04-11"), { ...none, unitId }, page));
    expect(missing.rows.find((row) => row.projectId === project)).toMatchObject({ weeks: expect.not.arrayContaining(["2023-04-07"]), lastOn: "2023-04-07" });
  });

  it("are settled when no longer owed", async () => {
    const project = await makeProject();
    await runCommand(on(city.system, "2023-04-11"), noteMissedReports, { districtId });
    await runCommand(leader, withdrawProject, { id: project, version: (await looking((tx) => tx.project.findFirstOrThrow({ where: { districtId, id: project } }))).version, note: "撤资", on: "2023-01-01" });
    await runCommand(on(city.system, "2023-04-12"), noteMissedReports, { districtId });
    expect((await missedOf(project)).every((row) => row.settledOn !== null)).toBe(true);
  });
});

describe("my unit's week", () => {
  it("holds the projects of one's unit and of one's duties that owe the week, and no others", async () => {
    const [mine, theirs, byDuty] = [await makeProject(), await makeProject({ unit: otherUnitId }), await makeProject({ unit: otherUnitId })];
    const me = { ...staff, dutyProjectIds: [byDuty] };
    const week = await readAs(me, () => listMyWeek(me, districtId, "2023-04-07", {}, { page: 1, perPage: 300 }));
    const ids = week.rows.map((row) => row.projectId);
    expect([ids.includes(mine), ids.includes(theirs), ids.includes(byDuty)]).toEqual([true, false, true]);
    expect(await readAs(me, () => listMyWeek(me, districtId, "2022-12-31", { q: "没有这个" }, page))).toMatchObject({ total: 0, rows: [] });
    expect((await readAs(me, () => countMyWeek(me, districtId, "2023-04-07"))).owed).toBe(week.total);
    await submit(byDuty, "2023-04-07", "5", {}, me);
  });

  it("knows the due week and those before it", async () => {
    expect((await readAs(staff, () => listDueWeeks(staff, "2023-04-11")))[0]).toEqual({ districtId, asOfOn: "2023-04-07", cutoffOn: "2023-04-10" });
    const weeks = await readAs(staff, () => listChoosableWeeks(staff, districtId, "2023-01-09"));
    expect(weeks.slice(0, 3)).toEqual(["2023-01-06", "2022-12-31", "2022-12-23"]);
    expect(weeks.every((week) => yearOf(week) >= 2022 && addDays(week, 0) === week)).toBe(true);
  });
});

describe("who may not", () => {
  it("staff of another unit, another district, leaders and auditors do not report; staff and admins do not verify", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-03-31", "480");
    const stranger = on(await makeActor(city, "staff", districtId, { unitIds: [otherUnitId] }), "2023-04-11");
    const elsewhere = on(await makeActor(city, "leader", city.districtIds[1]), "2023-04-11");
    const elsewhereAdmin = on(await makeActor(city, "admin", city.districtIds[1]), "2023-04-11");
    const auditor = on(await makeActor(city, "auditor", districtId), "2023-04-11");
    for (const actor of [stranger, elsewhereAdmin]) await expect(submit(project, "2023-04-07", "500", {}, actor), actor.role).rejects.toMatchObject({ code: "notFound" });
    for (const actor of [stranger, elsewhereAdmin]) {
      await expect(runCommand(actor, saveDraft, { projectId: project, asOfOn: "2023-04-07" })).rejects.toMatchObject({ code: "notFound" });
      await expect(runCommand(actor, correctReport, { id, version: 1, completedWan: "1", reason: "改" })).rejects.toMatchObject({ code: "notFound" });
    }
    for (const actor of [leader, auditor]) await expect(submit(project, "2023-04-07", "500", {}, actor)).rejects.toMatchObject({ code: "notAllowed" });
    for (const actor of [staff, admin]) {
      await expect(runCommand(actor, verifyReports, { reports: [{ id, version: 1 }] })).rejects.toMatchObject({ code: "notAllowed" });
      await expect(runCommand(actor, returnReport, { id, version: 1, reason: "退" })).rejects.toMatchObject({ code: "notAllowed" });
    }
    await expect(runCommand(elsewhere, verifyReports, { reports: [{ id, version: 1 }] })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, returnReport, { id, version: 1, reason: "退" })).rejects.toMatchObject({ code: "notFound" });
    expect(await readAs(elsewhere, () => findReport(elsewhere, id))).toBeNull();
    expect((await readAs(elsewhere, () => listReportsOfProject(elsewhere, project, page))).rows).toEqual([]);
    // The misses are their seekers' districts': here that of the colleague of another unit, who tried to correct it.
    expect((await auditOf(id)).filter((entry) => entry.outcome === "missed").map((entry) => entry.actorName)).toEqual([stranger.name]);
    expect(await readAs(stranger, () => findWeekOfProject(stranger, project, "2023-04-07"))).toBeNull();
    await submit(project, "2023-04-07", "500", {}, admin);
  });

  it("the API pages reports without drafts, unless asked for", async () => {
    const project = await makeProject();
    const { id } = await submitted(project, "2023-03-31", "480");
    const draft = await runCommand(staff, saveDraft, { projectId: project, asOfOn: "2023-04-07", completedWan: "490" });
    const ids = async (more: object) => (await readAs(staff, () => pageReports(staff, { limit: 10, projectId: project, ...more }))).map((row) => row.id);
    expect([await ids({}), await ids({ status: "draft" }), await ids({ week: "2023-03-31" }), await ids({ week: "2023-03-24" })]).toEqual([[id], [draft.id], [id], []]);
  });
});
