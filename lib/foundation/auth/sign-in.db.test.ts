import { beforeAll, describe, expect, it } from "vitest";
import { addAccounts, changePassword, retireAccount } from "@/lib/accounts/commands";
import { setSetting } from "@/lib/districts/commands";
import type { Actor } from "../actor";
import { dayOf } from "../calendar";
import { runCommand } from "../command";
import { mainClient, scopeTransaction } from "../db";
import { hashOf, newId } from "../ids";
import { makeActor, makeCity, type City } from "../testing/tenants";
import { findSession, listTenants, type Caller } from "./narrow";
import { endSessionByToken, touchSession } from "./sessions";
import { signIn } from "./sign-in";

const right = "liqiu-2026-right";
let city: City;
let admin: Actor;
beforeAll(async () => {
  city = await makeCity(1);
  admin = await makeActor(city, "admin");
});

/** Each account knocks from an address of its own, so that the wider limit of an address does not mix the tests. */
const from = (login: string): Caller => ({ via: "page", address: `test-${login}`, requestId: null });
const knock = (login: string, password: string) => signIn(login, password, from(login), "Firefox/1");
const look = (token: string) => findSession(hashOf(token), { via: "page", address: null, requestId: null });

async function tokenOf(login: string, password = right): Promise<string> {
  const result = await knock(login, password);
  if (typeof result === "string") throw new Error(result);
  return result.token;
}

async function addOne(by: Actor = admin) {
  const login = `s${newId().replaceAll("-", "").slice(-14)}`;
  const { accounts } = await runCommand(by, addAccounts, { districtId: by.districtId, accounts: [{ login, name: "登录测试", role: "staff" }] });
  return accounts[0]!;
}

/** An account whose owner has chosen the password above. */
async function addReady(by: Actor = admin) {
  const { id, login, password } = await addOne(by);
  const first = await look(await tokenOf(login, password));
  await runCommand(first!.actor, changePassword, { current: password, next: right, again: right });
  return { id, login };
}

const within = <T>(work: (tx: Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0]) => Promise<T>): Promise<T> =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, false);
    return work(tx);
  });

const alterSession = (token: string, data: { lastSeenAt?: Date; expiresAt?: Date }) =>
  within((tx) => tx.session.updateMany({ where: { districtId: admin.districtId, tokenHash: hashOf(token) }, data }));

const refusalsOf = (accountId: string) =>
  within((tx) => tx.auditEntry.findMany({ where: { districtId: admin.districtId, kind: "account", subjectId: accountId, outcome: "refused" }, orderBy: { id: "asc" } }));

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe("sign-in", () => {
  it("opens a session with the right password, whatever the case of the login, and says so in the audit", async () => {
    const { id, login } = await addReady();
    const result = await signIn(` ${login.toUpperCase()} `, right, { via: "page", address: "198.51.100.7", requestId: null }, "Firefox/1");
    expect(result).toMatchObject({ accountId: id, name: "登录测试" });
    const found = await look((result as { token: string }).token);
    expect(found?.actor).toMatchObject({ accountId: id, districtId: admin.districtId, role: "staff", mustChangePassword: false });
    const entries = await within((tx) => tx.auditEntry.findMany({ where: { districtId: admin.districtId, kind: "session", subjectId: found!.actor.sessionId } }));
    expect(entries).toEqual([expect.objectContaining({ action: "session.signIn", outcome: "done", actorId: id, address: "198.51.100.7" })]);
  });

  it("keeps only the token's hash", async () => {
    const { login } = await addReady();
    const token = await tokenOf(login);
    const rows = await within((tx) => tx.session.findMany({ where: { districtId: admin.districtId, tokenHash: hashOf(token) } }));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("refuses a wrong password, and writes it down", async () => {
    const { id, login } = await addReady();
    expect(await knock(login, "wrong-password")).toBe("badCredentials");
    expect(await refusalsOf(id)).toEqual([expect.objectContaining({ action: "session.signIn", note: "badCredentials", after: { login }, actorId: id })]);
  });

  it("locks after five failures for fifteen minutes, even for the right password, and tells the administrator", async () => {
    const { id, login } = await addReady();
    for (let i = 0; i < 4; i++) expect(await knock(login, "wrong-password")).toBe("badCredentials");
    expect(await knock(login, "wrong-password")).toBe("locked:15");
    expect(await knock(login, right)).toBe("locked:15");
    expect((await refusalsOf(id)).map((entry) => entry.note)).toEqual(["badCredentials", "badCredentials", "badCredentials", "badCredentials", "locked:15", "locked:15"]);
    const [account] = await within((tx) => tx.account.findMany({ where: { districtId: admin.districtId, id } }));
    expect(account!.lockedUntil!.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    const told = await within((tx) => tx.outboxMessage.findMany({ where: { districtId: admin.districtId, kind: "account.locked", payload: { path: ["accountId"], equals: id } } }));
    expect(told).toHaveLength(1);
  });

  it("gives a burst of guesses no more tries than five", async () => {
    const { login } = await addReady();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => knock(login, `wrong-password-${at}`)));
    expect(answers.filter((answer) => answer === "badCredentials")).toHaveLength(4);
    expect(answers.filter((answer) => typeof answer === "string" && answer.startsWith("locked:"))).toHaveLength(8);
    expect(await knock(login, right)).toMatch(/^locked:/);
  });

  it("forgets failures once the right password came", async () => {
    const { login } = await addReady();
    for (let i = 0; i < 4; i++) await knock(login, "wrong-password");
    await tokenOf(login);
    for (let i = 0; i < 4; i++) expect(await knock(login, "wrong-password")).toBe("badCredentials");
  });

  it("answers and locks an unknown login like a known one, and writes it into a city's audit", async () => {
    const login = `nobody${newId().slice(-12)}`.replaceAll("-", "");
    const answers: unknown[] = [];
    for (let i = 0; i < 6; i++) answers.push(await knock(login, "whatever-it-is"));
    expect(answers).toEqual(["badCredentials", "badCredentials", "badCredentials", "badCredentials", "locked:15", "locked:15"]);
    const home = (await listTenants())[0]!;
    const entries = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, { districtIds: [home.id], cityId: home.city_id }, true);
      return tx.auditEntry.findMany({ where: { districtId: home.id, actorName: login } });
    });
    expect(entries).toHaveLength(6);
    expect(entries[0]).toMatchObject({ actorId: null, subjectId: null, outcome: "refused" });
  });

  it("compares an unknown login with a decoy, which takes as long", async () => {
    const { login } = await addReady();
    const timeOf = async (name: string) => {
      const began = performance.now();
      await signIn(name, "wrong-password", from(`timing-${login}`), null);
      return performance.now() - began;
    };
    // The quickest of three: what the machine does beside it only ever adds.
    const quickest = async (name: string) => Math.min(await timeOf(name), await timeOf(name), await timeOf(name));
    expect(await quickest(`${login}x`)).toBeGreaterThan((await quickest(login)) / 4);
  });

  it("an address that fails fifty times waits, whatever the login", async () => {
    const { login } = await addReady();
    const caller: Caller = { via: "page", address: `crowd-${login}`, requestId: null };
    // Each its own login; they are not in the database, so this counts for the address alone.
    for (let i = 0; i < 50; i++) await signIn(`${login}-${i}`, "x", caller, null);
    expect(await signIn(login, right, caller, null)).toMatch(/^tooMany:/);
    expect(await knock(login, right)).toMatchObject({ accountId: expect.any(String) });
  });

  it("lets an initial password in once only", async () => {
    const { id, login, password } = await addOne();
    const session = await look(await tokenOf(login, password));
    expect(session!.actor).toMatchObject({ accountId: id, mustChangePassword: true });
    expect(await knock(login, password)).toBe("badCredentials");
    expect((await refusalsOf(id)).map((entry) => entry.note)).toEqual(["badCredentials"]);
  });

  it("lets an initial password in once only, also when it is used twice at the same moment", async () => {
    const { login, password } = await addOne();
    const answers = await Promise.all([knock(login, password), knock(login, password), knock(login, password)]);
    expect(answers.filter((answer) => typeof answer !== "string")).toHaveLength(1);
  });

  it("keeps at most two sessions of an account: the oldest ends, and the audit says why", async () => {
    const { login } = await addReady();
    const tokens = [await tokenOf(login), await tokenOf(login), await tokenOf(login)];
    const found = await Promise.all(tokens.map(look));
    expect(found.map((session) => session !== null)).toEqual([false, true, true]);
    const [ended] = await within((tx) => tx.session.findMany({ where: { districtId: admin.districtId, tokenHash: hashOf(tokens[0]!) } }));
    expect(ended).toMatchObject({ endReason: "tooMany" });
    const entries = await within((tx) => tx.auditEntry.findMany({ where: { districtId: admin.districtId, kind: "session", subjectId: ended!.id, action: "session.end" } }));
    expect(entries).toHaveLength(1);
  });

  it("keeps as many as the district's setting says, and idles as long as it says", async () => {
    const other = await makeCity(1);
    const by = await makeActor(other, "admin");
    for (const [key, value] of [["sessionsPerAccount", 1], ["sessionIdleMinutes", 45]] as const) {
      await runCommand(by, setSetting, { districtId: by.districtId, key, value, fromOn: dayOf(new Date()) });
    }
    const { login } = await addReady(by);
    const tokens = [await tokenOf(login), await tokenOf(login)];
    expect(await look(tokens[0]!)).toBeNull();
    const [session] = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, other.system, true);
      return tx.session.findMany({ where: { districtId: by.districtId, tokenHash: hashOf(tokens[1]!) } });
    });
    expect(session).toMatchObject({ idleMinutes: 45 });
  });

  it("with a password older than the strict profile allows opens a session that must change it first", async () => {
    const other = await makeCity(1);
    const by = await makeActor(other, "admin");
    await runCommand(by, setSetting, { districtId: by.districtId, key: "passwordProfile", value: "dengbao", fromOn: dayOf(new Date()) });
    const { id, login } = await addReady(by);
    expect((await look(await tokenOf(login)))!.actor.mustChangePassword).toBe(false);
    await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, other.system, false);
      await tx.account.updateMany({ where: { districtId: by.districtId, id }, data: { passwordChangedAt: new Date(Date.now() - 91 * 86_400_000) } });
    });
    const token = await tokenOf(login);
    const { actor } = (await look(token))!;
    expect(actor.mustChangePassword).toBe(true);
    await runCommand(actor, changePassword, { current: right, next: "Another-Secret-7", again: "Another-Secret-7" });
    expect((await look(token))!.actor.mustChangePassword).toBe(false);
  });

  it("refuses a retired account even with the right password, and its running session", async () => {
    const { id, login } = await addReady();
    const token = await tokenOf(login);
    const [account] = await within((tx) => tx.account.findMany({ where: { districtId: admin.districtId, id } }));
    await runCommand(admin, retireAccount, { id, version: account!.version });
    expect(await look(token)).toBeNull();
    expect(await knock(login, right)).toBe("retired");
    expect(await knock(login, "wrong-password")).toBe("badCredentials");
    expect((await refusalsOf(id)).map((entry) => entry.note)).toEqual(["retired", "badCredentials"]);
  });
});

describe("a session", () => {
  it("is found while it runs, and not when idle, past its end, or ended", async () => {
    const { login } = await addReady();
    const token = await tokenOf(login);
    expect(await look(token)).not.toBeNull();
    await alterSession(token, { lastSeenAt: ago(29) });
    expect(await look(token)).not.toBeNull();
    await alterSession(token, { lastSeenAt: ago(31) });
    expect(await look(token)).toBeNull();
    await alterSession(token, { lastSeenAt: new Date(), expiresAt: ago(1) });
    expect(await look(token)).toBeNull();
    await alterSession(token, { expiresAt: ago(-60) });
    expect(await look(token)).not.toBeNull();
    await endSessionByToken(token);
    expect(await look(token)).toBeNull();
  });

  it("of an administrator idles for fifteen minutes, and of nobody lasts longer than twelve hours", async () => {
    const login = `a${newId().replaceAll("-", "").slice(-14)}`;
    const { accounts } = await runCommand(admin, addAccounts, { districtId: admin.districtId, accounts: [{ login, name: "管理员", role: "admin" }] });
    const token = await tokenOf(login, accounts[0]!.password);
    const [session] = await within((tx) => tx.session.findMany({ where: { districtId: admin.districtId, tokenHash: hashOf(token) } }));
    expect(session!.idleMinutes).toBe(15);
    expect(session!.expiresAt.getTime() - session!.createdAt.getTime()).toBe(12 * 3600_000);
  });

  it("is marked as seen at most once a minute", async () => {
    const { login } = await addReady();
    const token = await tokenOf(login);
    const seen = async () => (await look(token))!;
    const justNow = await seen();
    await touchSession(justNow.actor, justNow.lastSeenAt);
    expect((await seen()).lastSeenAt).toEqual(justNow.lastSeenAt);
    await alterSession(token, { lastSeenAt: ago(2) });
    const before = await seen();
    await touchSession(before.actor, before.lastSeenAt);
    expect((await seen()).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("is no secret's place: an unknown token finds nothing", async () => {
    expect(await look("no-such-token")).toBeNull();
  });
});
