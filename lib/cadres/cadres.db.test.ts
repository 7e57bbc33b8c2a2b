import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { retireUnit } from "@/lib/units/commands";
import { addCadres, changeCadre, retireCadre, revealPhone } from "./commands";
import { cadreEndpoints } from "./endpoints";
import { findCadre, listCadreChoices, listCadres, listPostsOn, pageCadres } from "./queries";
import { cadreFilter } from "./schema";

let city: City;
let admin: Actor;
let staff: Actor;
let elsewhere: Actor;
let cityAdmin: Actor;
let office: string;
let bureau: string;
let cityOffice: string;
const today = businessTime(0).today;
const lastMonth = addDays(today, -30);
const everything = { page: 1, perPage: 50 };

beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  staff = await makeActor(city, "staff");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAdmin = await makeActor(city, "admin", city.id);
  office = (await makeUnit(admin, admin.districtId, "发展改革委")).id;
  bureau = (await makeUnit(admin, admin.districtId, "工业信息化局")).id;
  cityOffice = (await makeUnit(cityAdmin, city.id, "市发展改革委")).id;
});

type Given = { name?: string; unitId?: string; post?: string; phone?: string | null; fromOn?: string };
async function addOne(given: Given = {}, actor = admin, districtId = actor.districtId): Promise<string> {
  const cadre = { name: "张三", unitId: office, post: "科长", rank: "section_head" as const, phone: "13800001234", fromOn: lastMonth, ...given };
  return (await runCommand(actor, addCadres, { districtId, cadres: [cadre] })).ids[0]!;
}
const find = (actor: Actor, id: string) => readAs(actor, () => findCadre(actor, id));
const list = async (actor: Actor, filter: object = {}) => (await readAs(actor, () => listCadres(actor, cadreFilter.parse(filter), everything))).rows;
const postsOn = (day: string, id: string) => readAs(admin, () => listPostsOn(admin, day, { cadreIds: [id] }));
const change = (id: string, version: number, more: object = {}, actor = admin) =>
  runCommand(actor, changeCadre, { id, version, name: "张三", unitId: office, post: "科长", rank: "section_head", ...more });
const auditOf = (districtId: string, id: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId, subjectId: id }, orderBy: { id: "asc" } });
  });

describe("cadres", () => {
  it("are added, found by name, pinyin and initials, and listed with unit and district", async () => {
    const id = await addOne({ name: "欧阳文强" });
    for (const q of ["阳文", "ouyangw", "oywq"]) expect((await list(admin, { q })).map((row) => row.id), q).toContain(id);
    expect(await find(admin, id)).toMatchObject({ name: "欧阳文强", unitName: "发展改革委", districtName: "县1", rank: "section_head", version: 1 });
    expect((await list(admin, { q: "欧阳", unitId: bureau })).length).toBe(0);
    expect((await list(admin, { q: "欧阳", rank: "staff" })).length).toBe(0);
    expect((await list(admin, { q: "欧阳", rank: "section_head", sort: "rank" })).map((row) => row.id)).toEqual([id]);
  });

  it("are added many at once, each with a post of its own and a line in the audit", async () => {
    const cadres = Array.from({ length: 120 }, (_, at) => ({ name: `批量${at}`, unitId: at % 2 ? office : bureau, post: "干事", rank: "staff" as const }));
    const { ids } = await runCommand(admin, addCadres, { districtId: admin.districtId, cadres });
    expect(new Set(ids).size).toBe(120);
    const posts = await readAs(admin, () => listPostsOn(admin, today, { cadreIds: ids }));
    expect(posts.length).toBe(120);
    expect(await auditOf(admin.districtId, ids[119]!)).toMatchObject([{ action: "cadre.add", outcome: "done", after: { name: "批量119", version: 1 } }]);
  });

  it("all or none: one unit that is not there undoes the rest", async () => {
    const cadre = { post: "干事", rank: "staff" as const };
    const cadres = [{ ...cadre, name: "前一个", unitId: office }, { ...cadre, name: "后一个", unitId: newId() }];
    await expect(runCommand(admin, addCadres, { districtId: admin.districtId, cadres })).rejects.toMatchObject({ code: "notFound" });
    expect(await list(admin, { q: "前一个" })).toEqual([]);
  });

  it("make one row of ten equal requests", async () => {
    const input = { districtId: admin.districtId, cadres: [{ name: "十连击", unitId: office, post: "干事", rank: "staff" as const }] };
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => runCommand(admin, addCadres, input, { idempotencyKey: key })));
    expect(new Set(answers.map(({ ids }) => ids[0])).size).toBe(1);
    expect((await list(admin, { q: "十连击" })).length).toBe(1);
  });

  it("cannot be given a unit of another district, or a retired one", async () => {
    const foreign = (await makeUnit(elsewhere, elsewhere.districtId, "邻县单位")).id;
    await expect(addOne({ unitId: foreign })).rejects.toMatchObject({ code: "notFound" });
    await expect(addOne({ unitId: cityOffice })).rejects.toMatchObject({ code: "notFound" });
    const retired = (await makeUnit(admin, admin.districtId, "撤销单位")).id;
    await runCommand(admin, retireUnit, { id: retired, version: 1 });
    await expect(addOne({ unitId: retired })).rejects.toMatchObject({ code: "isRetired", values: { name: "撤销单位" } });
    const id = await addOne();
    await expect(change(id, 1, { unitId: retired })).rejects.toMatchObject({ code: "isRetired" });
    expect((await auditOf(admin.districtId, foreign)).map((entry) => entry.outcome)).toContain("missed");
  });

  it("never end up in a unit that is retired at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const unitId = (await makeUnit(admin, admin.districtId, `抢占${round}`)).id;
      const outcomes = await Promise.allSettled([addOne({ unitId, name: `抢占${round}` }), runCommand(admin, retireUnit, { id: unitId, version: 1 })]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("a cadre's posts", () => {
  it("are kept as spans: each past day shows where the cadre served at its end", async () => {
    const id = await addOne();
    const moved = addDays(today, -10);
    await change(id, 1, { unitId: bureau, post: "副局长", rank: "section_deputy", fromOn: moved });
    expect(await postsOn(addDays(lastMonth, -1), id)).toEqual([]);
    expect(await postsOn(lastMonth, id)).toMatchObject([{ unitName: "发展改革委", post: "科长" }]);
    expect(await postsOn(addDays(moved, -1), id)).toMatchObject([{ unitId: office }]);
    expect(await postsOn(moved, id)).toMatchObject([{ unitName: "工业信息化局", post: "副局长", rank: "section_deputy" }]);
    expect(await postsOn(today, id)).toMatchObject([{ unitId: bureau }]);
    expect(await find(admin, id)).toMatchObject({
      unitName: "工业信息化局",
      posts: [{ unitName: "工业信息化局", fromOn: moved, toOn: null }, { unitName: "发展改革委", fromOn: lastMonth, toOn: moved }],
    });
  });

  it("change in place on the day they began, and begin today unless said", async () => {
    const id = await addOne();
    await change(id, 1, { post: "主任" });
    await change(id, 2, { post: "副主任" });
    expect((await find(admin, id))!.posts).toMatchObject([{ post: "副主任", fromOn: today, toOn: null }, { post: "科长", toOn: today }]);
  });

  it("stay as they are when only the name or the phone changes", async () => {
    const id = await addOne();
    await change(id, 1, { name: "张叁", phone: "13900005678" });
    expect((await find(admin, id))!.posts).toMatchObject([{ post: "科长", fromOn: lastMonth, toOn: null }]);
  });

  it("begin neither before the present one nor after today", async () => {
    const id = await addOne();
    await expect(change(id, 1, { post: "主任", fromOn: addDays(lastMonth, -1) })).rejects.toMatchObject({ code: "spanInPast", values: { day: lastMonth } });
    await expect(change(id, 1, { post: "主任", fromOn: addDays(today, 1) })).rejects.toMatchObject({ code: "dayAhead" });
    await expect(addOne({ fromOn: addDays(today, 1) })).rejects.toMatchObject({ code: "dayAhead" });
    expect(await find(admin, id)).toMatchObject({ post: "科长", version: 1 });
  });

  it("end when the cadre is retired, who is then neither changed nor chosen", async () => {
    const id = await addOne({ name: "退休者" });
    await runCommand(admin, retireCadre, { id, version: 1 });
    expect(await find(admin, id)).toMatchObject({ retiredOn: today, posts: [{ toOn: today }] });
    expect(await postsOn(addDays(today, -1), id)).toHaveLength(1);
    expect(await postsOn(today, id)).toEqual([]);
    expect(await list(admin, { q: "退休者" })).toEqual([]);
    expect(await list(admin, { q: "退休者", retired: "only" })).toHaveLength(1);
    expect((await readAs(admin, () => listCadreChoices(admin))).map((choice) => choice.id)).not.toContain(id);
    await expect(change(id, 2)).rejects.toMatchObject({ code: "isRetired" });
    await expect(runCommand(admin, retireCadre, { id, version: 2 })).rejects.toMatchObject({ code: "isRetired" });
    const steps = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, admin, true);
      return tx.stepEvent.findMany({ where: { districtId: admin.districtId, kind: "cadre", subjectId: id } });
    });
    expect(steps).toMatchObject([{ step: "retire", from: "active", to: "retired", actorName: admin.name }]);
  });

  it("that began on the day of the retirement were held at the end of no day", async () => {
    const id = await addOne({ fromOn: today });
    await runCommand(admin, retireCadre, { id, version: 1 });
    expect(await postsOn(today, id)).toEqual([]);
    expect(await postsOn(addDays(today, 1), id)).toEqual([]);
  });
});

describe("a cadre's phone", () => {
  it("stands masked in lists, records, the API and the audit, and encrypted in the row", async () => {
    const id = await addOne({ name: "电话主" });
    const [row] = await list(admin, { q: "电话主" });
    const record = await find(admin, id);
    const paged = await readAs(admin, () => pageCadres(admin, { limit: 200, unitId: office }));
    expect(row!.phoneMasked).toBe("138****1234");
    for (const seen of [row, record, paged, await auditOf(admin.districtId, id)]) expect(JSON.stringify(seen)).not.toContain("13800001234");
    const stored = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, admin, true);
      return tx.cadre.findMany({ where: { districtId: admin.districtId, id } });
    });
    expect(JSON.stringify(stored)).not.toContain("13800001234");
  });

  it("is shown whole to who may, one at a time, and the audit says so", async () => {
    const id = await addOne();
    const key = newId();
    expect(await runCommand(staff, revealPhone, { id }, { idempotencyKey: key })).toBe("13800001234");
    expect(await runCommand(staff, revealPhone, { id }, { idempotencyKey: key })).toBe("13800001234");
    expect((await auditOf(admin.districtId, id)).filter((entry) => entry.action === "cadre.revealPhone")).toMatchObject([{ actorId: staff.accountId, outcome: "done", before: null, after: null }]);
    const kept = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, staff, true);
      return tx.idempotencyKey.findMany({ where: { districtId: staff.districtId, key } });
    });
    expect(JSON.stringify(kept)).not.toContain("13800001234");
  });

  it("is not there for other districts, nor the city's for a district, nor for an auditor", async () => {
    const id = await addOne();
    const ofCity = await addOne({ unitId: cityOffice }, cityAdmin, city.id);
    await expect(runCommand(elsewhere, revealPhone, { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(admin, revealPhone, { id: ofCity })).rejects.toMatchObject({ code: "notFound" });
    expect(await runCommand(cityAdmin, revealPhone, { id })).toBe("13800001234");
    const auditor = await makeActor(city, "auditor");
    await expect(runCommand(auditor, revealPhone, { id })).rejects.toMatchObject({ code: "notAllowed" });
    expect((await auditOf(admin.districtId, ofCity)).map((entry) => entry.outcome)).toEqual(["missed"]);
  });

  it("stays when the form sends back its masked text or nothing, goes when emptied, and is replaced by another", async () => {
    const id = await addOne();
    await change(id, 1, { phone: "138****1234" });
    await change(id, 2);
    expect(await runCommand(admin, revealPhone, { id })).toBe("13800001234");
    await change(id, 3, { phone: "0393-8811 222" });
    expect(await find(admin, id)).toMatchObject({ phoneMasked: "0393****22" });
    await change(id, 4, { phone: "" });
    expect(await find(admin, id)).toMatchObject({ phoneMasked: null });
    await expect(runCommand(admin, revealPhone, { id })).rejects.toMatchObject({ code: "noPhone" });
  });
});

describe("who sees which cadre", () => {
  it("another district's is not there, to read and to write", async () => {
    const id = await addOne({ name: "本县人" });
    expect(await find(elsewhere, id)).toBeNull();
    expect(await list(elsewhere, { q: "本县人" })).toEqual([]);
    expect(await list(elsewhere, { q: "本县人", districtId: admin.districtId })).toEqual([]);
    await expect(change(id, 1, {}, elsewhere)).rejects.toMatchObject({ code: "notFound" });
    await expect(runCommand(elsewhere, retireCadre, { id, version: 1 })).rejects.toMatchObject({ code: "notFound" });
    await expect(addOne({}, elsewhere, admin.districtId)).rejects.toMatchObject({ code: "notFound" });
    expect(await readAs(elsewhere, () => listPostsOn(elsewhere, today, { cadreIds: [id] }))).toEqual([]);
    expect(await find(cityAdmin, id)).toMatchObject({ name: "本县人" });
  });

  it("of the city's, a district reads name, unit and post alone, and changes nothing", async () => {
    const id = await addOne({ name: "市里人", unitId: cityOffice }, cityAdmin, city.id);
    const seen = { name: "市里人", unitName: "市发展改革委", post: "科长", rank: null, phoneMasked: null };
    expect(await find(staff, id)).toMatchObject({ ...seen, posts: [] });
    expect(await list(staff, { q: "市里人" })).toMatchObject([seen]);
    expect(await list(staff, { q: "市里人", rank: "section_head" })).toEqual([]);
    await expect(change(id, 1, { unitId: cityOffice }, admin)).rejects.toMatchObject({ code: "notFound" });
    expect(await find(cityAdmin, id)).toMatchObject({ rank: "section_head", phoneMasked: "138****1234", posts: [{ post: "科长" }] });
  });

  it("staff write none", async () => {
    await expect(addOne({}, staff)).rejects.toMatchObject({ code: "notAllowed" });
  });
});

describe("the API's cadres", () => {
  const listing = cadreEndpoints.find((endpoint) => endpoint.method === "get" && endpoint.path === "/cadres")!;
  const ask = async (query: Record<string, string>) => {
    const { body } = await listing.answer(elsewhere, { params: {}, query, body: null, version: null, idempotencyKey: null });
    return listing.response.parse(body) as { items: { id: string; phoneMasked: string | null }[]; nextCursor: string | null };
  };

  it("are paged by a cursor, each once, phones masked", async () => {
    const unitId = (await makeUnit(elsewhere, elsewhere.districtId, "分页局")).id;
    const cadres = Array.from({ length: 7 }, (_, at) => ({ name: `分页${at}`, unitId, post: "干事", rank: "staff" as const, phone: "13800001234" }));
    const { ids } = await runCommand(elsewhere, addCadres, { districtId: elsewhere.districtId, cadres });
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask({ limit: "3", unitId, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.id));
      expect(page.items.every((item) => item.phoneMasked === "138****1234")).toBe(true);
      cursor = page.nextCursor;
      pages++;
    } while (cursor);
    expect(pages).toBe(3);
    expect(seen).toEqual([...ids].sort());
  });

  it("answers one with its version, and another district's as not found", async () => {
    const one = cadreEndpoints.find((endpoint) => endpoint.method === "get" && endpoint.path === "/cadres/{id}")!;
    const id = await addOne();
    const ask = (actor: Actor) => one.answer(actor, { params: { id }, query: {}, body: null, version: null, idempotencyKey: null });
    const { body } = await ask(admin);
    expect(one.response.parse(body)).toMatchObject({ id, version: 1, posts: [{ fromOn: lastMonth }] });
    await expect(ask(elsewhere)).rejects.toMatchObject({ code: "notFound" });
  });

  it("are added and changed by the same commands", async () => {
    const post = cadreEndpoints.find((endpoint) => endpoint.method === "post")!;
    const patch = cadreEndpoints.find((endpoint) => endpoint.path === "/cadres/{id}" && endpoint.method === "patch")!;
    const cadre = { name: "接口人", unitId: office, post: "干事", rank: "staff" };
    const added = await post.answer(admin, { params: {}, query: {}, body: { districtId: admin.districtId, cadres: [cadre] }, version: null, idempotencyKey: newId() });
    const id = (added.body as { ids: string[] }).ids[0]!;
    const sent = { params: { id }, query: {}, body: { ...cadre, post: "科员" }, idempotencyKey: null };
    expect(await patch.answer(admin, { ...sent, version: 1 })).toEqual({ status: 200, body: { id } });
    await expect(patch.answer(admin, { ...sent, version: 1 })).rejects.toMatchObject({ code: "changedMeanwhile", conflict: { version: 2 } });
  });
});
