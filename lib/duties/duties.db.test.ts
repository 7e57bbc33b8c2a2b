import { beforeAll, describe, expect, it } from "vitest";
import { addCadres, retireCadre } from "@/lib/cadres/commands";
import type { Actor } from "@/lib/foundation/actor";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { InvalidInput, runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { withdrawProject } from "@/lib/projects/commands/status";
import { addProjects } from "@/lib/projects/commands/register";
import { endBuilderContact, endDuty, endSiteUnit, giveDuties, revealContactPhone, setBuilderContact, setSiteUnit } from "./commands";
import { dutyEndpoints } from "./endpoints";
import { findTaskForce, listDutiesOfCadre, pageDuties } from "./queries";
import type { GivenDuty } from "./schema";

const today = businessTime(0).today;
const lastMonth = addDays(today, -30);
const lastWeek = addDays(today, -7);

let city: City;
let admin: Actor;
let elsewhere: Actor;
let unitId: string;
let cityUnitId: string;
const cadres: Record<"li" | "wang" | "gone" | "ofCity" | "ofOther", string> = { li: "", wang: "", gone: "", ofCity: "", ofOther: "" };

async function addCadre(actor: Actor, districtId: string, unit: string, name: string): Promise<string> {
  const { ids } = await runCommand(actor, addCadres, { districtId, cadres: [{ name, unitId: unit, post: "副县长", rank: "county_deputy", phone: "13700004321" }] });
  return ids[0]!;
}

beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  unitId = (await makeUnit(city.system, admin.districtId, "发改委")).id;
  cityUnitId = (await makeUnit(city.system, city.id, "市发改委")).id;
  const otherUnit = (await makeUnit(city.system, elsewhere.districtId, "邻县发改委")).id;
  cadres.li = await addCadre(city.system, admin.districtId, unitId, "李明");
  cadres.wang = await addCadre(city.system, admin.districtId, unitId, "王芳");
  cadres.gone = await addCadre(city.system, admin.districtId, unitId, "赵离");
  cadres.ofCity = await addCadre(city.system, city.id, cityUnitId, "孙市");
  cadres.ofOther = await addCadre(city.system, elsewhere.districtId, otherUnit, "钱邻");
  await runCommand(admin, retireCadre, { id: cadres.gone, version: 1 });
});

let count = 0;
async function addProject(): Promise<string> {
  const project = { name: `牵头项目${++count}`, industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unitId, stages: [{ stage: "landed", on: lastMonth }] };
  const { ids } = await runCommand(city.system, addProjects, { districtId: admin.districtId, projects: [project] });
  return ids[0]!;
}
const give = (duties: Partial<GivenDuty>[], actor = admin) => runCommand(actor, giveDuties, { districtId: admin.districtId, duties });
const giveLead = async (projectId: string, cadreId: string, fromOn?: string) => (await give([{ projectId, kind: "lead", cadreId, fromOn }])).ids[0]!;
const taskForce = (projectId: string, actor = admin) => readAs(actor, () => findTaskForce(actor, projectId));
const inDistrict = <T>(work: (tx: Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0]) => Promise<T>) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return work(tx as never);
  });
const leadOf = async (id: string) => (await inDistrict((tx) => tx.project.findFirst({ where: { districtId: admin.districtId, id } })))!.leadCadreId;
const auditOf = (subjectId: string) => inDistrict((tx) => tx.auditEntry.findMany({ where: { districtId: admin.districtId, subjectId }, orderBy: { id: "asc" } }));

describe("a lead", () => {
  it("is given, stands on the project's row, and ends; the next one may begin on that very day", async () => {
    const projectId = await addProject();
    const id = await giveLead(projectId, cadres.li, lastMonth);
    expect(await leadOf(projectId)).toBe(cadres.li);
    await runCommand(admin, endDuty, { id, version: 1, on: lastWeek, reason: "工作调整" });
    expect(await leadOf(projectId)).toBeNull();
    await giveLead(projectId, cadres.wang, lastWeek);
    expect(await leadOf(projectId)).toBe(cadres.wang);
    expect((await taskForce(projectId)).duties).toMatchObject([
      { kind: "lead", cadreName: "王芳", fromOn: lastWeek, toOn: null },
      { kind: "lead", cadreName: "李明", fromOn: lastMonth, toOn: lastWeek, endReason: "工作调整" },
    ]);
  });

  it("is refused while another leads, and is told who", async () => {
    const projectId = await addProject();
    await giveLead(projectId, cadres.li, lastMonth);
    await expect(giveLead(projectId, cadres.wang)).rejects.toMatchObject({ code: "leadIsTaken", values: { name: "李明", day: lastMonth } });
    await expect(giveLead(projectId, cadres.li)).rejects.toMatchObject({ code: "dutyIsHeld" });
    await expect(give([{ projectId, kind: "member", cadreId: cadres.wang }, { projectId, kind: "member", cadreId: cadres.wang }])).rejects.toMatchObject({ code: "dutyIsHeld" });
    expect((await taskForce(projectId)).duties).toHaveLength(1);
  });

  it("of two given at once is one: the database lets no second in", async () => {
    const projectId = await addProject();
    const outcomes = await Promise.allSettled([giveLead(projectId, cadres.li), giveLead(projectId, cadres.wang), giveLead(projectId, cadres.ofCity)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(["addedMeanwhile", "leadIsTaken"]).toContain(outcome.reason.code);
    expect((await taskForce(projectId)).duties).toHaveLength(1);
  });

  it("is refused by the database itself, past every rule", async () => {
    const projectId = await addProject();
    await giveLead(projectId, cadres.li, lastWeek);
    const past = mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, city.system, false);
      await tx.duty.createMany({
        data: [{ districtId: admin.districtId, id: crypto.randomUUID(), cityId: city.id, kind: "lead", projectId, cadreDistrictId: admin.districtId, cadreId: cadres.wang, fromOn: new Date(today) }],
      });
    });
    await expect(past).rejects.toThrow(/23P01|duty_one_lead/);
  });

  it("that ends on its first day held on none, and another may be given from then on", async () => {
    const projectId = await addProject();
    const id = await giveLead(projectId, cadres.li);
    await runCommand(admin, endDuty, { id, version: 1, reason: "登记有误" });
    await giveLead(projectId, cadres.wang);
    expect(await leadOf(projectId)).toBe(cadres.wang);
    await expect(runCommand(admin, endDuty, { id, version: 2, reason: "再来一次" })).rejects.toMatchObject({ code: "dutyHasEnded" });
  });
});

describe("a duty", () => {
  it.each([
    ["a cadre who has left", "gone", "cadreHasLeft"],
    ["a cadre of another district", "ofOther", "notFound"],
  ] as const)("is not given to %s", async (_, who, code) => {
    const projectId = await addProject();
    await expect(giveLead(projectId, cadres[who])).rejects.toMatchObject({ code });
  });

  it("may be given to a cadre of the city", async () => {
    const projectId = await addProject();
    await giveLead(projectId, cadres.ofCity);
    expect((await taskForce(projectId)).duties).toMatchObject([{ cadreName: "孙市", phoneMasked: null }]);
  });

  it("is not given ahead, for a withdrawn project, or of another district", async () => {
    const projectId = await addProject();
    await expect(giveLead(projectId, cadres.li, addDays(today, 1))).rejects.toMatchObject({ code: "dayAhead" });
    await expect(runCommand(elsewhere, giveDuties, { districtId: admin.districtId, duties: [{ projectId, kind: "lead", cadreId: cadres.li }] })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, giveDuties, { districtId: elsewhere.districtId, duties: [{ projectId, kind: "lead", cadreId: cadres.ofOther }] })).rejects.toMatchObject({ code: "notFound" });
    await runCommand(await makeActor(city, "leader"), withdrawProject, { id: projectId, version: 1, note: "不建了" });
    await expect(giveLead(projectId, cadres.li)).rejects.toMatchObject({ code: "projectWithdrawn" });
  });

  it("is of one project or one enterprise, for which there are only service officers", async () => {
    const projectId = await addProject();
    for (const wrong of [{ kind: "lead" }, { projectId, enterpriseId: projectId, kind: "service_officer" }, { enterpriseId: projectId, kind: "lead" }] as const) {
      await expect(give([{ ...wrong, cadreId: cadres.li }])).rejects.toThrow(InvalidInput);
    }
  });

  it("is not ended before it began or ahead, and is an administrator's to give and to end", async () => {
    const projectId = await addProject();
    const id = await giveLead(projectId, cadres.li, lastWeek);
    await expect(runCommand(admin, endDuty, { id, version: 1, on: lastMonth, reason: "早了" })).rejects.toMatchObject({ code: "endsBeforeItBegan" });
    await expect(runCommand(admin, endDuty, { id, version: 1, on: addDays(today, 1), reason: "晚了" })).rejects.toMatchObject({ code: "dayAhead" });
    await expect(runCommand(elsewhere, endDuty, { id, version: 1, reason: "越界" })).rejects.toMatchObject({ code: "notFound" });
    for (const role of ["staff", "leader"] as const) {
      const actor = await makeActor(city, role);
      await expect(runCommand(actor, endDuty, { id, version: 1, reason: "无权" })).rejects.toMatchObject({ code: "notAllowed" });
      await expect(give([{ projectId, kind: "member", cadreId: cadres.wang }], actor)).rejects.toMatchObject({ code: "notAllowed" });
    }
  });

  it("stands in the audit, as itself and as a step of its project", async () => {
    const projectId = await addProject();
    const id = await giveLead(projectId, cadres.li);
    await runCommand(admin, endDuty, { id, version: 1, reason: "工作调整" });
    expect((await auditOf(id)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(["duty.give done", "duty.end done"]);
    expect((await auditOf(projectId)).filter(({ action }) => action.startsWith("duty.")).map(({ note }) => note)).toEqual(["李明", "李明：工作调整"]);
  });

  it("keeps its cadre in post until it ends", async () => {
    const cadreId = await addCadre(city.system, admin.districtId, unitId, "周守");
    const id = await giveLead(await addProject(), cadreId);
    await expect(runCommand(admin, retireCadre, { id: cadreId, version: 1 })).rejects.toMatchObject({ code: "cadreHasDuties", values: { name: "周守", count: 1 } });
    expect(await readAs(admin, () => listDutiesOfCadre(admin, cadreId))).toMatchObject([{ id, kind: "lead", toOn: null }]);
    await runCommand(admin, endDuty, { id, version: 1, reason: "离任" });
    await runCommand(admin, retireCadre, { id: cadreId, version: 1 });
  });

  it("and its cadre's leaving at the same moment: one of the two is refused", async () => {
    for (let round = 0; round < 4; round++) {
      const cadreId = await addCadre(city.system, admin.districtId, unitId, `吴争${round}`);
      const projectId = await addProject();
      const [given, left] = await Promise.allSettled([giveLead(projectId, cadreId), runCommand(admin, retireCadre, { id: cadreId, version: 1 })]);
      expect([given.status, left.status].sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("is read by those of the district alone, in pages by the API too", async () => {
    const projectId = await addProject();
    await giveLead(projectId, cadres.li);
    expect((await taskForce(projectId, elsewhere)).duties).toEqual([]);
    expect(await readAs(elsewhere, () => pageDuties(elsewhere, { limit: 10, projectId }))).toEqual([]);
    const answer = await dutyEndpoints[0]!.answer(admin, { params: {}, query: { projectId }, body: null, version: null, idempotencyKey: null });
    expect(dutyEndpoints[0]!.response.parse(answer.body)).toMatchObject({ items: [{ projectId, kind: "lead", cadreName: "李明" }], nextCursor: null });
  });

  it("may be given for five hundred at once", async () => {
    const projects = await runCommand(city.system, addProjects, {
      districtId: admin.districtId,
      projects: Array.from({ length: 250 }, (_, at) => ({ name: `批量项目${at}`, industry: "urban", nature: "new_build", path: "works", responsibleUnitId: unitId, stages: [{ stage: "reserve", on: lastMonth }] })),
    });
    const duties = projects.ids.flatMap((projectId) => [{ projectId, kind: "lead" as const, cadreId: cadres.li }, { projectId, kind: "member" as const, cadreId: cadres.wang }]);
    expect((await give(duties)).ids).toHaveLength(500);
    expect(await leadOf(projects.ids[249]!)).toBe(cadres.li);
  }, 30_000);
});

describe("a task force", () => {
  it("has a unit on site with its head, and the one before ends with the day of the next", async () => {
    const id = await addProject();
    await runCommand(admin, setSiteUnit, { id, unitId, headCadreId: cadres.li, fromOn: lastMonth });
    await runCommand(admin, setSiteUnit, { id, unitId: cityUnitId, headCadreId: "", fromOn: lastWeek });
    await runCommand(admin, setSiteUnit, { id, unitId: cityUnitId, headCadreId: cadres.ofCity, fromOn: lastWeek });
    const { sites } = await taskForce(id);
    expect(sites).toMatchObject([
      { unitName: "市发改委", headName: "孙市", fromOn: lastWeek, toOn: null, version: 2 },
      { unitName: "发改委", headName: "李明", fromOn: lastMonth, toOn: lastWeek },
    ]);
    await expect(runCommand(admin, setSiteUnit, { id, unitId, fromOn: lastMonth })).rejects.toMatchObject({ code: "spanInPast" });
    await expect(runCommand(admin, setSiteUnit, { id, unitId, headCadreId: cadres.gone })).rejects.toMatchObject({ code: "cadreHasLeft" });
    await runCommand(admin, endSiteUnit, { id: sites[0]!.id, version: 2, reason: "撤回" });
    expect((await taskForce(id)).sites[0]).toMatchObject({ toOn: today, endReason: "撤回" });
  });

  it("has the builder's contact, whose phone is kept apart and shown on request", async () => {
    const id = await addProject();
    await runCommand(admin, setBuilderContact, { id, name: "陈工", post: "", phone: "13900001234" });
    const [contact] = (await taskForce(id)).contacts;
    expect(contact).toMatchObject({ name: "陈工", post: null, phoneMasked: "139****1234" });
    const staff = await makeActor(city, "staff");
    expect(await runCommand(staff, revealContactPhone, { id: contact!.id })).toBe("13900001234");
    expect((await auditOf(contact!.id)).map(({ action }) => action)).toEqual(["duty.setContact", "duty.revealPhone"]);
    expect(JSON.stringify(await auditOf(contact!.id))).not.toContain("13900001234");
    await expect(runCommand(elsewhere, revealContactPhone, { id: contact!.id })).rejects.toMatchObject({ code: "notFound" });
    await runCommand(admin, endBuilderContact, { id: contact!.id, version: 1, reason: "换人" });
    await expect(runCommand(staff, setBuilderContact, { id, name: "陈工", phone: null })).rejects.toMatchObject({ code: "notAllowed" });
  });
});
