import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { addProjects } from "@/lib/projects/commands/register";
import { addFunds, withdrawFund } from "./commands";
import { fundEndpoints } from "./endpoints";
import { findFundsOfYear, listFunds, listFundYears, sumFunds } from "./queries";
import { fundFilter } from "./schema";

const today = businessTime(0).today;
const year = yearOf(today);

let city: City;
let admin: Actor;
let leader: Actor;
let staff: Actor;
let otherStaff: Actor;
let elsewhere: Actor;
let unitId: string;

beforeAll(async () => {
  city = await makeCity();
  unitId = (await makeUnit(city.system, city.districtIds[0]!, "财政局")).id;
  const otherUnitId = (await makeUnit(city.system, city.districtIds[0]!, "教育局")).id;
  admin = await makeActor(city, "admin");
  leader = await makeActor(city, "leader");
  staff = await makeActor(city, "staff", admin.districtId, { unitIds: [unitId] });
  otherStaff = await makeActor(city, "staff", admin.districtId, { unitIds: [otherUnitId] });
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
});

let count = 0;
async function addProject(): Promise<string> {
  const project = { name: `资金项目${++count}`, industry: "social", nature: "new_build", path: "works", responsibleUnitId: unitId, stages: [{ stage: "landed", on: addDays(today, -30) }] };
  return (await runCommand(city.system, addProjects, { districtId: admin.districtId, projects: [project] })).ids[0]!;
}
const entry = (given: object = {}) => ({ source: "special_bond", kind: "received", day: today, amountWan: "100", ...given });
const add = (entries: object[], actor = staff) => runCommand(actor, addFunds, { districtId: admin.districtId, entries });
const ofYear = (projectId: string) => readAs(admin, () => findFundsOfYear(admin, projectId, year));
const sum = (filter: object = {}, actor = admin) => readAs(actor, () => sumFunds(actor, fundFilter.parse(filter)));
const auditOf = (subjectId: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: admin.districtId, subjectId }, orderBy: { id: "asc" } });
  });

describe("funds of a project", () => {
  it("are entered by the responsible unit, several at once, as they are typed", async () => {
    const projectId = await addProject();
    await add([entry({ projectId, amountWan: "1,234.5" }), entry({ projectId, amountWan: "１．２亿" }), entry({ projectId, kind: "spent", amountWan: "10万元", note: "首批" })]);
    const { entries, lines } = await ofYear(projectId);
    expect(entries).toHaveLength(3);
    expect(lines).toMatchObject([{ source: "special_bond", kind: "received", sumWan: "13234.5" }, { source: "special_bond", kind: "spent", sumWan: "10" }]);
    expect(await readAs(admin, () => listFundYears(admin, projectId))).toEqual([year]);
  });

  it("no longer count once withdrawn, and stay visible with the reason", async () => {
    const projectId = await addProject();
    const [wrong, right] = (await add([entry({ projectId, amountWan: "300" }), entry({ projectId, amountWan: "30" })])).ids;
    await runCommand(staff, withdrawFund, { id: wrong!, version: 1, reason: "多写一个零" });
    const { entries, lines } = await ofYear(projectId);
    expect(lines).toMatchObject([{ sumWan: "30" }]);
    expect(entries.find(({ id }) => id === wrong)).toMatchObject({ withdrawnOn: today, withdrawReason: "多写一个零" });
    await expect(runCommand(staff, withdrawFund, { id: wrong!, version: 2, reason: "再撤" })).rejects.toMatchObject({ code: "fundIsWithdrawn" });
    await expect(runCommand(otherStaff, withdrawFund, { id: right!, version: 1, reason: "越界" })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, withdrawFund, { id: right!, version: 1, reason: "越界" })).rejects.toMatchObject({ code: "notFound" });
    expect((await auditOf(wrong!)).map(({ action, note }) => [action, note])).toEqual([["fund.add", null], ["fund.withdraw", "多写一个零"]]);
  });

  it("are not received or spent ahead; planned they may be", async () => {
    const projectId = await addProject();
    const tomorrow = addDays(today, 1);
    for (const kind of ["received", "spent"]) await expect(add([entry({ projectId, kind, day: tomorrow })])).rejects.toMatchObject({ code: "dayAhead" });
    await add([entry({ projectId, kind: "planned", day: tomorrow })]);
  });

  it.each([
    [{ amountWan: "12,34" }, "amountWan", "amountCommas"],
    [{ amountWan: "3000元" }, "amountWan", "amountInYuan"],
    [{ amountWan: "0" }, "amountWan", "amountZero"],
    [{ amountWan: "-5" }, "amountWan", "amountNegative"],
    [{ day: "2023-02-30" }, "day", "notADay"],
    [{ year: 2001 }, "day", "otherYear"],
  ])("with %o are told at the field", async (wrong, field, message) => {
    const projectId = await addProject();
    await expect(add([entry({ projectId }), entry({ projectId, ...wrong })])).rejects.toMatchObject({ issues: [{ path: ["entries", 1, field], message }] });
    expect((await ofYear(projectId)).entries).toEqual([]);
  });

  it("are a matter of those who may", async () => {
    const projectId = await addProject();
    await expect(add([entry({ projectId })], leader)).rejects.toMatchObject({ code: "notAllowed" });
    for (const actor of [otherStaff, elsewhere]) await expect(add([entry({ projectId })], actor)).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, addFunds, { districtId: elsewhere.districtId, entries: [entry({ projectId })] })).rejects.toMatchObject({ code: "notFound" });
    const onDuty = await makeActor(city, "staff", admin.districtId, { dutyProjectIds: [projectId] });
    await add([entry({ projectId })], onDuty);
  });
});

describe("funds of a district as a whole", () => {
  it("are its administrators' to enter and withdraw", async () => {
    await expect(add([entry()])).rejects.toMatchObject({ code: "wholeDistrictByAdmin" });
    const [id] = (await add([entry({ source: "central_budget", amountWan: "2505" })], admin)).ids;
    await expect(runCommand(staff, withdrawFund, { id: id!, version: 1, reason: "无权" })).rejects.toMatchObject({ code: "wholeDistrictByAdmin" });
    expect((await sum({ of: "whole", source: "central_budget" })).received).toBe("2505");
    await runCommand(admin, withdrawFund, { id: id!, version: 1, reason: "登记有误" });
    expect((await sum({ of: "whole", source: "central_budget" })).received).toBe("0");
  });

  it("are listed and summed as filtered, for one's own district", async () => {
    const projectId = await addProject();
    await add([entry({ source: "bank_loan", kind: "planned", amountWan: "8" }), entry({ source: "bank_loan", kind: "spent", amountWan: "3" }), entry({ source: "bank_loan", kind: "spent", amountWan: "4.5", projectId })], admin);
    expect(await sum({ source: "bank_loan", year: String(year) })).toEqual({ planned: "8", received: "0", spent: "7.5" });
    expect(await sum({ source: "bank_loan", of: "whole" })).toEqual({ planned: "8", received: "0", spent: "3" });
    expect((await readAs(admin, () => listFunds(admin, fundFilter.parse({ source: "bank_loan", of: "project" }), { page: 1, perPage: 50 }))).rows).toMatchObject([{ projectId, amountWan: "4.5" }]);
    expect(await sum({ source: "bank_loan" }, elsewhere)).toEqual({ planned: "0", received: "0", spent: "0" });
    expect(await sum({ source: "bank_loan", year: String(year - 1) })).toEqual({ planned: "0", received: "0", spent: "0" });
  });
});

it("the API takes many at once and gives them back", async () => {
  const projectId = await addProject();
  const [list, post] = fundEndpoints;
  const entries = Array.from({ length: 500 }, (_, at) => entry({ projectId, amountWan: at + 1, note: `第 ${at} 笔` }));
  const sent = { params: {}, query: {}, body: { districtId: admin.districtId, entries }, version: null, idempotencyKey: "k" };
  expect((await post!.answer(admin, sent)).status).toBe(201);
  const { body } = await list!.answer(admin, { params: {}, query: { projectId, limit: "200" }, body: null, version: null, idempotencyKey: null });
  expect(list!.response.parse(body)).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ amountWan: "1", year })]) });
  expect((await ofYear(projectId)).lines).toMatchObject([{ sumWan: "125250" }]);
});
