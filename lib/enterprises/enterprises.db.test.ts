import { beforeAll, describe, expect, it } from "vitest";
import { addCadres } from "@/lib/cadres/commands";
import { endDuty, giveDuties } from "@/lib/duties/commands";
import type { Actor } from "@/lib/foundation/actor";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { InvalidInput, runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { addProjects } from "@/lib/projects/commands/register";
import { withdrawProject } from "@/lib/projects/commands/status";
import { addEnterprise, changeEnterprise, reinstateEnterprise, retireEnterprise, revealPhone, setWhitelisting } from "./commands";
import { enterpriseEndpoints } from "./endpoints";
import { findEnterprise, listEnterpriseChoices, listEnterprises, listWhitelistedOn } from "./queries";
import { usccCheckCharacter } from "./rules";
import { enterpriseFilter } from "./schema";

let city: City;
let admin: Actor;
let staff: Actor;
let elsewhere: Actor;
let cityAdmin: Actor;
const today = businessTime(0).today;
const lastMonth = addDays(today, -30);
const everything = { page: 1, perPage: 50 };

beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  staff = await makeActor(city, "staff");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAdmin = await makeActor(city, "admin", city.id);
});

let count = 0;
function nextUscc(): string {
  const first17 = `91410900MA${String(++count).padStart(7, "0")}`;
  return first17 + usccCheckCharacter(first17);
}
type Given = { name?: string; uscc?: string; phone?: string | null; districtId?: string };
const input = (given: Given = {}) => ({ districtId: admin.districtId, name: "濮阳示例化工", uscc: nextUscc(), address: "工业路 1 号", contactName: "李四", phone: "13700004321", ...given });
const addOne = async (given: Given = {}, actor = admin): Promise<string> => (await runCommand(actor, addEnterprise, input(given))).id;
const find = (actor: Actor, id: string) => readAs(actor, () => findEnterprise(actor, id));
const list = async (actor: Actor, filter: object = {}) => (await readAs(actor, () => listEnterprises(actor, enterpriseFilter.parse(filter), everything))).rows;
const whitelist = (id: string, version: number, isWhitelisted: boolean, fromOn?: string, actor = admin) => runCommand(actor, setWhitelisting, { id, version, isWhitelisted, fromOn });
const isListedOn = async (id: string, day: string) => (await readAs(admin, () => listWhitelistedOn(admin, day, [id]))).includes(id);
const stepsOf = (id: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, admin, true);
    return tx.stepEvent.findMany({ where: { districtId: admin.districtId, subjectId: id }, orderBy: { id: "asc" } });
  });
const auditOf = (id: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: { in: [...city.system.districtIds] }, subjectId: id }, orderBy: { id: "asc" } });
  });

describe("enterprises", () => {
  it("are added, found by name, pinyin, initials and the beginning of the code, and changed", async () => {
    const uscc = nextUscc();
    const id = await addOne({ name: "龙湖新材料", uscc });
    for (const q of ["湖新", "longhu", "lhxcl", uscc.slice(0, 17), uscc.toLowerCase()]) expect((await list(admin, { q })).map((row) => row.id), q).toContain(id);
    await runCommand(admin, changeEnterprise, { id, version: 1, name: "龙湖新材料集团", uscc, address: "", contactName: "王五", phone: "137****4321" });
    expect(await find(admin, id)).toMatchObject({ name: "龙湖新材料集团", address: null, contactName: "王五", phoneMasked: "137****4321", version: 2 });
  });

  it("keep a code that was typed small, wide or with spaces in its one form", async () => {
    const uscc = nextUscc();
    const wide = [...uscc].map((character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0)).join("");
    const id = await addOne({ uscc: ` ${wide.toLowerCase()} ` });
    expect(await find(admin, id)).toMatchObject({ uscc });
  });

  it("with a wrong code are not added, and the field is told", async () => {
    const uscc = nextUscc();
    const wrong = uscc.slice(0, 17) + (uscc.endsWith("0") ? "1" : "0");
    await expect(addOne({ uscc: wrong })).rejects.toThrow(InvalidInput);
    await expect(addOne({ uscc: wrong })).rejects.toMatchObject({ issues: [{ path: ["uscc"], message: "badUsccCheck" }] });
  });

  it("stand once in a district: a second one is refused by the name of the first, in another district it may stand too", async () => {
    const uscc = nextUscc();
    const first = await addOne({ name: "先来企业", uscc });
    await expect(addOne({ name: "后到企业", uscc })).rejects.toMatchObject({ code: "usccTaken", values: { name: "先来企业", uscc } });
    const other = await addOne();
    await expect(
      runCommand(admin, changeEnterprise, { id: other, version: 1, name: "改码企业", uscc, address: null, contactName: null }),
    ).rejects.toMatchObject({ code: "usccTaken", values: { name: "先来企业" } });
    await addOne({ uscc, districtId: elsewhere.districtId }, elsewhere);
    await runCommand(admin, retireEnterprise, { id: first, version: 1 });
    await expect(addOne({ uscc })).rejects.toMatchObject({ code: "usccTakenRetired", values: { name: "先来企业" } });
    await runCommand(admin, reinstateEnterprise, { id: first, version: 2 });
    expect(await find(admin, first)).toMatchObject({ retiredOn: null, version: 3 });
    await expect(runCommand(admin, reinstateEnterprise, { id: first, version: 3 })).rejects.toMatchObject({ code: "notRetired" });
  });

  it("make one row of ten equal requests, and of ten people who add the same one at once", async () => {
    const equal = input({ name: "十次同一请求" });
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => runCommand(admin, addEnterprise, equal, { idempotencyKey: key })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);

    const contested = input({ name: "十人同时登记" });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => runCommand(admin, addEnterprise, contested)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "usccTaken", values: { name: "十人同时登记" } });
    expect(await list(admin, { q: "十次同一请求" })).toHaveLength(1);
    expect(await list(admin, { q: "十人同时登记" })).toHaveLength(1);
  });
});

describe("the whitelist", () => {
  it("is kept as spans: each past day shows whether an enterprise stood on it", async () => {
    const id = await addOne({ name: "白名单企业" });
    const off = addDays(today, -10);
    const again = addDays(today, -3);
    await whitelist(id, 1, true, lastMonth);
    await whitelist(id, 2, false, off);
    await whitelist(id, 3, true, again);
    for (const [day, isListed] of [[addDays(lastMonth, -1), false], [lastMonth, true], [addDays(off, -1), true], [off, false], [addDays(again, -1), false], [again, true], [today, true]] as const) {
      expect(await isListedOn(id, day), day).toBe(isListed);
    }
    expect(await find(admin, id)).toMatchObject({ isWhitelisted: true, whitelistings: [{ fromOn: again, toOn: null }, { fromOn: lastMonth, toOn: off }] });
    expect(await stepsOf(id)).toMatchObject([
      { step: "whitelist", from: "unlisted", to: "whitelisted", note: lastMonth },
      { step: "unlist", from: "whitelisted", to: "unlisted", note: off },
      { step: "whitelist", note: again },
    ]);
    expect((await list(admin, { q: "白名单企业", whitelisted: "yes" })).map((row) => row.id)).toEqual([id]);
    expect(await list(admin, { q: "白名单企业", whitelisted: "no" })).toEqual([]);
  });

  it("refuses what is so already, days to come, and days already told otherwise", async () => {
    const id = await addOne();
    await expect(whitelist(id, 1, false)).rejects.toMatchObject({ code: "notWhitelisted" });
    await expect(whitelist(id, 1, true, addDays(today, 1))).rejects.toMatchObject({ code: "dayAhead" });
    await whitelist(id, 1, true);
    await expect(whitelist(id, 2, true)).rejects.toMatchObject({ code: "isWhitelisted" });
    await expect(whitelist(id, 2, false, addDays(today, -1))).rejects.toMatchObject({ code: "whitelistDayTooEarly", values: { day: today } });
    await expect(whitelist(id, 1, false)).rejects.toMatchObject({ code: "changedMeanwhile" });
    const listed = await addOne();
    await whitelist(listed, 1, true, lastMonth);
    await expect(whitelist(listed, 1, false)).rejects.toMatchObject({ code: "changedMeanwhile" });
  });

  it("taken back on the day it began was never so", async () => {
    const id = await addOne();
    await whitelist(id, 1, true);
    await whitelist(id, 2, false);
    expect(await isListedOn(id, today)).toBe(false);
  });

  it("is left by an enterprise that is retired, which is then neither changed nor listed", async () => {
    const id = await addOne({ name: "注销企业" });
    await whitelist(id, 1, true, lastMonth);
    await runCommand(admin, retireEnterprise, { id, version: 2 });
    expect(await find(admin, id)).toMatchObject({ isWhitelisted: false, retiredOn: today, whitelistings: [{ toOn: today }] });
    expect([await isListedOn(id, addDays(today, -1)), await isListedOn(id, today)]).toEqual([true, false]);
    expect(await list(admin, { q: "注销企业" })).toEqual([]);
    expect((await readAs(admin, () => listEnterpriseChoices(admin))).map((choice) => choice.id)).not.toContain(id);
    await expect(whitelist(id, 3, true)).rejects.toMatchObject({ code: "isRetired" });
    const sameDay = await addOne();
    await whitelist(sameDay, 1, true);
    await runCommand(admin, retireEnterprise, { id: sameDay, version: 2 });
    expect(await isListedOn(sameDay, today)).toBe(false);
  });
});

describe("who sees which enterprise", () => {
  it("another district's is not there, to read and to write", async () => {
    const id = await addOne({ name: "本县企业" });
    expect(await find(elsewhere, id)).toBeNull();
    expect(await list(elsewhere, { q: "本县企业", districtId: admin.districtId })).toEqual([]);
    await expect(whitelist(id, 1, true, today, elsewhere)).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, retireEnterprise, { id, version: 1 })).rejects.toMatchObject({ code: "notFound" });
    await expect(addOne({}, elsewhere)).rejects.toMatchObject({ code: "notFound" });
    expect(await find(cityAdmin, id)).toMatchObject({ name: "本县企业" });
    await expect(addOne({}, staff)).rejects.toMatchObject({ code: "notAllowed" });
  });

  it("an enterprise's own account sees its own alone, asked for another one finds nothing", async () => {
    const own = await addOne({ name: "自家企业" });
    const other = await addOne({ name: "别家企业" });
    const account = await makeActor(city, "enterprise", admin.districtId, { enterpriseId: own });
    expect((await list(account)).map((row) => row.id)).toEqual([own]);
    expect(await find(account, own)).toMatchObject({ id: own });
    expect(await find(account, other)).toBeNull();
    expect(await runCommand(account, revealPhone, { id: own })).toBe("13700004321");
    await expect(runCommand(account, revealPhone, { id: other })).rejects.toMatchObject({ code: "notFound" });
    expect((await auditOf(other)).filter((entry) => entry.outcome === "missed")).toHaveLength(2);
  });

  it("the phone stands masked everywhere, and is shown whole one at a time with a line in the audit", async () => {
    const id = await addOne({ name: "电话企业" });
    expect(await list(admin, { q: "电话企业" })).toMatchObject([{ phoneMasked: "137****4321" }]);
    for (const seen of [await list(admin, {}), await find(admin, id), await auditOf(id)]) expect(JSON.stringify(seen)).not.toContain("13700004321");
    expect(await runCommand(staff, revealPhone, { id })).toBe("13700004321");
    expect((await auditOf(id)).filter((entry) => entry.action === "enterprise.revealPhone")).toMatchObject([{ actorId: staff.accountId, outcome: "done" }]);
    await expect(runCommand(elsewhere, revealPhone, { id })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("the API's enterprises", () => {
  const endpoint = (method: string, path: string) => enterpriseEndpoints.find((one) => one.method === method && one.path === path)!;
  const nothing = { params: {}, query: {}, body: null, version: null, idempotencyKey: null };

  it("are paged by a cursor, each once", async () => {
    const actor = await makeActor(city, "admin", city.districtIds[1]);
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) ids.push(await addOne({ districtId: actor.districtId }, actor));
    const listing = endpoint("get", "/enterprises");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await listing.answer(actor, { ...nothing, query: { limit: "2", ...(cursor ? { cursor } : {}) } });
      const page = listing.response.parse(body) as { items: { id: string }[]; nextCursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(ids));
  });

  it("are added, read, changed and whitelisted by the same commands", async () => {
    const added = await endpoint("post", "/enterprises").answer(admin, { ...nothing, body: input({ name: "接口企业" }), idempotencyKey: newId() });
    expect(added.status).toBe(201);
    const { id } = added.body as { id: string };
    await endpoint("patch", "/enterprises/{id}/whitelisting").answer(admin, { ...nothing, params: { id }, body: { isWhitelisted: true }, version: 1 });
    const one = endpoint("get", "/enterprises/{id}");
    const { body } = await one.answer(admin, { ...nothing, params: { id } });
    expect(one.response.parse(body)).toMatchObject({ id, version: 2, isWhitelisted: true, whitelistings: [{ fromOn: today, toOn: null }] });
    await expect(one.answer(elsewhere, { ...nothing, params: { id } })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("an enterprise that is needed", () => {
  it("is not retired while it builds a project that was not withdrawn, or is served", async () => {
    const unitId = (await makeUnit(admin, admin.districtId, "工信局")).id;
    const leader = await makeActor(city, "leader");
    const builderId = await addOne();
    const project = { name: "它在建", industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unitId, builderId, stages: [{ stage: "landed", on: lastMonth }] };
    const { ids } = await runCommand(admin, addProjects, { districtId: admin.districtId, projects: [project] });
    const retire = () => runCommand(admin, retireEnterprise, { id: builderId, version: 1 });
    await expect(retire()).rejects.toMatchObject({ code: "enterpriseBuilds", values: { count: 1 } });
    await runCommand(leader, withdrawProject, { id: ids[0], version: 1, note: "投资方放弃" });
    const cadre = { name: "首席", unitId, post: "科长", rank: "section_head" };
    const { ids: [cadreId] } = await runCommand(admin, addCadres, { districtId: admin.districtId, cadres: [cadre] });
    const { ids: [dutyId] } = await runCommand(admin, giveDuties, { districtId: admin.districtId, duties: [{ enterpriseId: builderId, kind: "service_officer", cadreId }] });
    await expect(retire()).rejects.toMatchObject({ code: "enterpriseHasOfficers", values: { count: 1 } });
    await runCommand(admin, endDuty, { id: dutyId, version: 1, reason: "调岗" });
    await retire();
  });

  it("is retired or named, not both at one moment", async () => {
    const unitId = (await makeUnit(admin, admin.districtId, "商务局")).id;
    for (let round = 0; round < 5; round++) {
      const builderId = await addOne();
      const project = { name: `赶上${round}`, industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unitId, builderId, stages: [{ stage: "landed", on: lastMonth }] };
      const done = await Promise.allSettled([
        runCommand(admin, addProjects, { districtId: admin.districtId, projects: [project] }), runCommand(admin, retireEnterprise, { id: builderId, version: 1 }),
      ]);
      expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
