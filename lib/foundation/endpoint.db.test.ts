import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addUnit, changeUnit } from "@/lib/units/commands";
import { findUnit, pageUnits } from "@/lib/units/queries";
import { unitShape } from "@/lib/units/schema";
import type { Actor } from "./actor";
import { mainClient, scopeTransaction } from "./db";
import { answerApi, cutPage, defineEndpoint, pageOf, pageQuery } from "./endpoint";
import { hashOf, newId } from "./ids";
import { describeApi } from "./openapi";
import { makeActor, makeCity, type City } from "./testing/tenants";

const idShape = z.strictObject({ id: z.uuid() });
const endpoints = [
  defineEndpoint({
    method: "get", path: "/units", tag: "units", summary: "s", needs: "unit.read", query: z.strictObject(pageQuery), response: pageOf(unitShape),
    read: async (actor, query) => cutPage(await pageUnits(actor, query), query.limit),
  }),
  defineEndpoint({
    method: "get", path: "/units/{id}", tag: "units", summary: "s", needs: "unit.read", query: z.strictObject({ id: z.uuid() }), response: z.looseObject({ version: z.number() }),
    read: (actor, { id }) => findUnit(actor, id),
  }),
  defineEndpoint({ method: "post", path: "/units", tag: "units", summary: "s", command: addUnit, response: idShape }),
  defineEndpoint({ method: "patch", path: "/units/{id}", tag: "units", summary: "s", command: changeUnit, response: idShape }),
];

let city: City;
let admin: Actor;
let staff: Actor;
const tokens = new Map<Actor, string>();
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  staff = await makeActor(city, "staff");
  for (const actor of [admin, staff]) tokens.set(actor, await giveToken(actor, true));
});

async function giveToken(actor: Actor, mayWrite: boolean, more: object = {}): Promise<string> {
  const token = `diaodu_${newId()}`;
  await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, actor, false);
    await tx.apiToken.createMany({
      data: [{ districtId: actor.districtId, id: newId(), accountId: actor.accountId!, name: "t", tokenHash: hashOf(token), ending: "0000", mayWrite, createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000), ...more }],
    });
  });
  return token;
}

type Call = { token?: string; body?: unknown; headers?: Record<string, string> };
async function call(method: string, path: string, { token = tokens.get(admin), body, headers = {} }: Call = {}) {
  const response = await answerApi(endpoints, new Request(`http://127.0.0.1/api/v1${path}`, {
    method, headers: { "accept-language": "en", ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  }));
  return { status: response.status, type: response.headers.get("content-type"), etag: response.headers.get("etag"), body: (await response.json()) as Record<string, unknown> };
}
const unit = (name: string) => ({ districtId: admin.districtId, kind: "park", name, shortName: name });
const key = () => ({ "idempotency-key": newId() });

describe("the API", () => {
  it("adds, reads, changes with the version that was read, and refuses a stale one with who changed what", async () => {
    const { status, body } = await call("POST", "/units", { body: unit("接口园区"), headers: key() });
    expect(status).toBe(201);
    const { etag } = await call("GET", `/units/${body.id}`);
    expect(etag).toBe('"1"');
    const changed = { kind: "park", name: "接口园", shortName: "接口园", sortOrder: 0 };
    expect((await call("PATCH", `/units/${body.id}`, { body: changed, headers: { "if-match": etag! } })).status).toBe(200);
    const stale = await call("PATCH", `/units/${body.id}`, { body: { ...changed, name: "又一个" }, headers: { "if-match": etag! } });
    expect(stale).toMatchObject({ status: 412, type: "application/problem+json", body: { title: "changedMeanwhile", conflict: { by: admin.name, version: 2 } } });
    expect(await call("PATCH", `/units/${body.id}`, { body: changed })).toMatchObject({ status: 428 });
  });

  it("makes one row of ten equal posts, and answers 409 for the same key with another body", async () => {
    const headers = key();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call("POST", "/units", { body: unit("十次"), headers })));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await call("POST", "/units", { body: unit("别的"), headers })).toMatchObject({ status: 409, body: { title: "keyReused" } });
    expect(await call("POST", "/units", { body: unit("没有编号") })).toMatchObject({ status: 400, body: { title: "keyNeeded" } });
  });

  it("pages by cursor, each row once", async () => {
    for (let i = 0; i < 5; i++) await call("POST", "/units", { body: unit(`翻页${i}`), headers: key() });
    const seen: string[] = [];
    for (let cursor: unknown = ""; cursor !== null; ) {
      const { body } = await call("GET", `/units?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...(body.items as { id: string }[]).map((item) => item.id));
      cursor = body.nextCursor;
    }
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("refuses what the policy refuses, reads what it reads", async () => {
    const token = tokens.get(staff);
    expect(await call("POST", "/units", { token, body: unit("不行"), headers: key() })).toMatchObject({ status: 403, body: { title: "notAllowed" } });
    expect((await call("GET", "/units", { token })).status).toBe(200);
  });

  it("answers another district's record as if it did not exist", async () => {
    const elsewhere = await giveToken(await makeActor(city, "admin", city.districtIds[1]), true);
    const { body } = await call("POST", "/units", { body: unit("看不见"), headers: key() });
    const [invisible, absent] = [await call("GET", `/units/${body.id}`, { token: elsewhere }), await call("GET", `/units/${newId()}`, { token: elsewhere })];
    const { instance: a, ...one } = invisible.body;
    const { instance: b, ...two } = absent.body;
    expect(a).not.toBe(b);
    expect([invisible.status, one]).toEqual([absent.status, two]);
    expect(await call("PATCH", `/units/${body.id}`, { token: elsewhere, body: { kind: "park", name: "x", shortName: "x", sortOrder: 0 }, headers: { "if-match": '"1"' } })).toMatchObject({ status: 404 });
  });

  it.each<[string, () => Promise<Call>, number]>([
    ["no token", async () => ({ token: "" }), 401],
    ["an unknown token", async () => ({ token: `diaodu_${newId()}` }), 401],
    ["an expired token", async () => ({ token: await giveToken(admin, true, { expiresAt: new Date(Date.now() - 1) }) }), 401],
    ["a revoked token", async () => ({ token: await giveToken(admin, true, { revokedAt: new Date() }) }), 401],
  ])("with %s answers 401", async (_, more, status) => expect((await call("GET", "/units", await more())).status).toBe(status));

  it("lets a reading token only read", async () => {
    const token = await giveToken(admin, false);
    expect((await call("GET", "/units", { token })).status).toBe(200);
    expect(await call("POST", "/units", { token, body: unit("只读"), headers: key() })).toMatchObject({ status: 403, body: { title: "tokenReadOnly" } });
  });

  it.each<[string, unknown, number]>([
    ["not JSON", "{", 400],
    ["a list", "[]", 400],
    ["an unknown field", { kind: "park", name: "x", shortName: "x", extra: 1 }, 400],
    ["an operator instead of a text", { kind: "park", name: { not: "" }, shortName: "x" }, 400],
    ["a NUL in a text", { kind: "park", name: "a\0b", shortName: "x", districtId: "01a203b3-3689-7468-80f3-a8e30f066823" }, 400],
    ["too much", JSON.stringify({ name: "x".repeat(1_100_000) }), 413],
  ])("answers %s with a 4xx", async (_, body, status) => expect((await call("POST", "/units", { body, headers: key() })).status).toBe(status));

  it("has no other paths", async () => {
    expect((await call("GET", "/nothing")).status).toBe(404);
    expect((await call("GET", "/units/%zz")).status).toBe(404);
    expect((await call("DELETE", `/units/${newId()}`)).status).toBe(404);
  });

  it("is described by the schemas that check it", () => {
    const document = describeApi(endpoints) as unknown as { openapi: string; paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { properties: object } }> }; parameters?: { name: string }[] }>> };
    expect(document.openapi).toBe("3.1.0");
    const patch = document.paths["/api/v1/units/{id}"]!.patch!;
    expect(Object.keys(patch.requestBody!.content["application/json"]!.schema.properties).sort()).toEqual(["kind", "name", "shortName", "sortOrder"]);
    expect(patch.parameters!.map((parameter) => parameter.name).sort()).toEqual(["If-Match", "id"]);
  });
});
