import { beforeAll, describe, expect, it } from "vitest";
import { addCadres, retireCadre } from "@/lib/cadres/commands";
import { setSetting } from "@/lib/districts/commands";
import type { Actor } from "@/lib/foundation/actor";
import { findSession, findToken } from "@/lib/foundation/auth/narrow";
import { signIn } from "@/lib/foundation/auth/sign-in";
import { dayOf } from "@/lib/foundation/calendar";
import { InvalidInput, runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { hashOf, newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import {
  addAccounts, changeAccount, changePassword, endOtherSessions, endSession, makeToken, resetPassword, retireAccount, revokeToken, unlockAccount,
} from "./commands";
import { findAccount, listAccounts, listCadreChoices, listOwnSessions, listOwnTokens } from "./queries";
import { tokensAtMost } from "./rules";
import { accountFilter } from "./schema";

let city: City;
let admin: Actor;
let elsewhere: Actor;
let cityAdmin: Actor;
let unitId: string;
beforeAll(async () => {
  city = await makeCity();
  admin = await makeActor(city, "admin");
  elsewhere = await makeActor(city, "admin", city.districtIds[1]);
  cityAdmin = await makeActor(city, "admin", city.id);
  unitId = (await makeUnit(admin, admin.districtId, "发展和改革委员会")).id;
});

const page = { page: 1, perPage: 50 };
const caller = { via: "page" as const, address: null, requestId: null };
const freshLogin = () => `u${newId().replaceAll("-", "").slice(-14)}`;
/** Addresses apart, so that failures of one test do not count for another. */
const enter = (login: string, password: string) => signIn(login, password, { ...caller, address: `test-${login}` }, "Firefox/1 (X11; Linux)");

async function addOne(actor: Actor, more: { role?: "staff" | "leader" | "admin" | "auditor"; name?: string; login?: string; districtId?: string } = {}) {
  const { districtId = actor.districtId, ...account } = more;
  const { accounts } = await runCommand(actor, addAccounts, { districtId, accounts: [{ login: freshLogin(), name: "测试人员", role: "staff", ...account }] });
  return accounts[0]!;
}

/** An account with a password of its own, as the actor of its first session. */
async function signedIn(actor: Actor, password: string, more: Parameters<typeof addOne>[1] = {}): Promise<Actor> {
  const made = await addOne(actor, more);
  const asGiven = await open(made.login, made.password);
  await runCommand(asGiven, changePassword, { current: made.password, next: password, again: password });
  return { ...asGiven, mustChangePassword: false };
}

async function open(login: string, password: string): Promise<Actor> {
  const result = await enter(login, password);
  if (typeof result === "string") throw new Error(result);
  return (await findSession(hashOf(result.token), caller))!.actor;
}

const find = (actor: Actor, id: string) => readAs(actor, () => findAccount(actor, id));

async function addCadre(name: string): Promise<string> {
  const { ids } = await runCommand(admin, addCadres, { districtId: admin.districtId, cadres: [{ name, unitId, post: "科员", rank: "staff" }] });
  return ids[0]!;
}

async function addEnterprise(districtId: string): Promise<string> {
  const id = newId();
  await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, false);
    const uscc = `91410900MA${id.replaceAll("-", "").slice(-8).toUpperCase().replaceAll(/[IOSVZ]/g, "A")}`;
    await tx.enterprise.createMany({ data: [{ districtId, id, name: `企业${id.slice(-4)}`, namePinyin: "qiye", nameInitials: "qy", uscc }] });
  });
  return id;
}

describe("adding accounts", () => {
  it("gives each an initial password for one sign-in, which must then be changed", async () => {
    const { id, login, password } = await addOne(admin, { name: "王晓明" });
    expect(await find(admin, id)).toMatchObject({ login, name: "王晓明", state: "initial", role: "staff", version: 1 });
    const session = await open(login, password);
    expect(session).toMatchObject({ accountId: id, mustChangePassword: true });
    await expect(runCommand(session, makeToken, { name: "早了", days: 1 })).rejects.toMatchObject({ code: "passwordMustChange" });
    expect(await enter(login, password)).toBe("badCredentials");
  });

  it("takes many at once, and a cadre's name", async () => {
    const cadreId = await addCadre("李志强");
    const { accounts } = await runCommand(admin, addAccounts, {
      districtId: admin.districtId,
      accounts: [{ login: freshLogin(), role: "leader", cadreId }, { login: freshLogin(), name: "赵敏", role: "auditor" }],
    });
    expect(accounts.map((account) => account.name)).toEqual(["李志强", "赵敏"]);
    expect(new Set(accounts.map((account) => account.password)).size).toBe(2);
    await expect(
      runCommand(admin, addAccounts, { districtId: admin.districtId, accounts: [{ login: freshLogin(), role: "staff", cadreId }] }),
    ).rejects.toMatchObject({ code: "cadreHasAccount", values: { name: "李志强" } });
    const choices = await readAs(admin, () => listCadreChoices(admin, admin.districtIds));
    expect(choices.map((choice) => choice.id)).not.toContain(cadreId);
  });

  it("makes one row of ten equal requests and answers them alike", async () => {
    const idempotencyKey = newId();
    const input = { districtId: admin.districtId, accounts: [{ login: freshLogin(), name: "十次", role: "staff" }] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => runCommand(admin, addAccounts, input, { idempotencyKey })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { total } = await readAs(admin, () => listAccounts(admin, accountFilter.parse({ q: input.accounts[0]!.login }), page));
    expect(total).toBe(1);
  });

  it("refuses a taken login by name, wherever it is taken, and adds none of the list", async () => {
    const theirs = await addOne(elsewhere);
    const stranger = await makeCity(1);
    const far = await addOne(await makeActor(stranger, "admin"));
    const fresh = freshLogin();
    const accounts = [fresh, theirs.login, far.login].map((login) => ({ login, name: "重名", role: "staff" as const }));
    await expect(runCommand(admin, addAccounts, { districtId: admin.districtId, accounts })).rejects.toMatchObject({
      code: "loginTaken",
      values: { login: `${theirs.login}, ${far.login}` },
    });
    const { total } = await readAs(admin, () => listAccounts(admin, accountFilter.parse({ q: fresh }), page));
    expect(total).toBe(0);
  });

  it("makes logins of names that have none, each its own, whoever has the others", async () => {
    const loginPrefix = `p${newId().replaceAll("-", "").slice(-8)}-`;
    const three = Array.from({ length: 3 }, () => ({ name: "张伟", role: "staff" as const }));
    const { accounts } = await runCommand(admin, addAccounts, { districtId: admin.districtId, loginPrefix, accounts: three });
    expect(accounts.map((account) => account.login).sort()).toEqual(["zhangwei", "zhangwei2", "zhangwei3"].map((name) => loginPrefix + name));
    const there = await runCommand(elsewhere, addAccounts, { districtId: elsewhere.districtId, loginPrefix, accounts: [{ name: "张伟", role: "staff" }] });
    expect(there.accounts[0]!.login).toBe(`${loginPrefix}zhangwei4`);
    const [entry] = await entriesOf(accounts[0]!.id);
    expect(entry!.after).toMatchObject({ login: accounts[0]!.login });
  });

  it("lets one of two win who take the same login at once", async () => {
    const login = freshLogin();
    const results = await Promise.allSettled([addOne(admin, { login }), addOne(elsewhere, { login })]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "loginTaken", values: { login } } });
  });

  it("is for administrators, in their own district; the city's everywhere", async () => {
    const staff = await makeActor(city, "staff");
    await expect(addOne(staff)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(addOne(admin, { districtId: elsewhere.districtId })).rejects.toMatchObject({ code: "notFound" });
    await expect(addOne(cityAdmin, { districtId: elsewhere.districtId })).resolves.toMatchObject({ name: "测试人员" });
  });

  it("finds neither cadres nor enterprises of another district", async () => {
    const add = (more: object) => runCommand(elsewhere, addAccounts, { districtId: elsewhere.districtId, accounts: [{ login: freshLogin(), name: "越界", role: "staff", ...more }] });
    await expect(add({ cadreId: await addCadre("外县干部") })).rejects.toMatchObject({ code: "notFound" });
    await expect(add({ role: "enterprise", enterpriseId: await addEnterprise(admin.districtId) })).rejects.toMatchObject({ code: "notFound" });
    await expect(add({ role: "enterprise", enterpriseId: await addEnterprise(elsewhere.districtId) })).resolves.toMatchObject({ accounts: [{ name: "越界" }] });
  });

  it("never writes a password or its hash into the audit", async () => {
    const { id, password } = await addOne(admin);
    const entries = await entriesOf(id);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`argon2|passwordHash|formerHashes|${password}`));
  });
});

describe("listing accounts", () => {
  it("finds by name, pinyin, initials, login and state, within one's districts", async () => {
    const { id, login } = await addOne(admin, { name: "司马青" });
    for (const q of ["司马", "simaq", "smq", login.slice(0, 8)]) {
      const { rows } = await readAs(admin, () => listAccounts(admin, accountFilter.parse({ q }), page));
      expect(rows.map((row) => row.id), q).toContain(id);
    }
    const ids = async (actor: Actor, filter: object) => (await readAs(actor, () => listAccounts(actor, accountFilter.parse({ q: login, ...filter }), page))).rows.map((row) => row.id);
    expect(await ids(admin, { state: "initial" })).toEqual([id]);
    expect(await ids(admin, { state: "active" })).toEqual([]);
    expect(await ids(admin, { role: "leader" })).toEqual([]);
    expect(await ids(elsewhere, {})).toEqual([]);
    expect(await ids(cityAdmin, { districtId: admin.districtId })).toEqual([id]);
    expect(await find(elsewhere, id)).toBeNull();
  });
});

describe("changing and retiring", () => {
  it("changes name, role and cadre; another role ends sessions and tokens", async () => {
    const person = await signedIn(admin, "yuandan-2026-a");
    await runCommand(person, makeToken, { name: "报表", days: 30 });
    const before = (await find(admin, person.accountId!))!;
    expect(before).toMatchObject({ sessions: [{ device: "Firefox · Linux" }], tokens: [{ state: "valid" }] });
    const cadreId = await addCadre("钱多");
    await runCommand(admin, changeAccount, { id: before.id, version: before.version, name: "钱多", role: "leader", cadreId });
    expect(await find(admin, before.id)).toMatchObject({ name: "钱多", role: "leader", cadreName: expect.stringContaining("钱多"), sessions: [], tokens: [{ state: "revoked" }] });
    await expect(
      runCommand(admin, changeAccount, { id: before.id, version: before.version, name: "旧", role: "leader" }),
    ).rejects.toMatchObject({ code: "changedMeanwhile", conflict: { by: admin.name } });
  });

  it("keeps the last administrator of a district, and everyone's own role and account", async () => {
    const alone = await makeCity(1);
    const only = await makeActor(alone, "admin");
    const above = await makeActor(alone, "admin", alone.id);
    const seen = { id: only.accountId!, version: 1 };
    await expect(runCommand(above, changeAccount, { ...seen, name: "甲", role: "staff" })).rejects.toMatchObject({ code: "lastAdminStays" });
    await expect(runCommand(above, retireAccount, seen)).rejects.toMatchObject({ code: "lastAdminStays" });
    const second = await addOne(only, { role: "admin" });
    await expect(runCommand(only, changeAccount, { ...seen, name: "甲", role: "staff" })).rejects.toMatchObject({ code: "ownRoleStays" });
    await expect(runCommand(only, retireAccount, seen)).rejects.toMatchObject({ code: "ownAccountStays" });
    await runCommand(only, retireAccount, { id: second.id, version: 1 });
    await expect(runCommand(only, retireAccount, { id: second.id, version: 2 })).rejects.toMatchObject({ code: "isRetired" });
  });

  it("keeps one of two administrators who retire each other at once", async () => {
    const pair = await makeCity(1);
    const [one, other] = [await makeActor(pair, "admin"), await makeActor(pair, "admin")];
    const results = await Promise.allSettled([
      runCommand(one, retireAccount, { id: other.accountId!, version: 1 }),
      runCommand(other, retireAccount, { id: one.accountId!, version: 1 }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "lastAdminStays" } });
  });

  it("retires with sessions and tokens, and frees the cadre", async () => {
    const person = await signedIn(admin, "chunjie-2026-b");
    const { token } = await runCommand(person, makeToken, { name: "大屏", days: 30 });
    const cadreId = await addCadre("孙立");
    const version = (await find(admin, person.accountId!))!.version;
    await runCommand(admin, changeAccount, { id: person.accountId!, version, name: "孙立", role: "staff", cadreId });
    await expect(runCommand(admin, retireCadre, { id: cadreId, version: 1 })).rejects.toMatchObject({ code: "hasAccountInUse", values: { login: person.login } });
    await runCommand(admin, retireAccount, { id: person.accountId!, version: version + 1 });
    await runCommand(admin, retireCadre, { id: cadreId, version: 1 });
    expect(await findToken(hashOf(token), caller)).toBeNull();
    expect(await find(admin, person.accountId!)).toMatchObject({ state: "retired", cadreId: null, sessions: [] });
    expect(await enter(person.login!, "chunjie-2026-b")).toBe("retired");
  });

  it("frees the cadre of a retired account for another one", async () => {
    const cadreId = await addCadre("孙立新");
    const { accounts } = await runCommand(admin, addAccounts, { districtId: admin.districtId, accounts: [{ login: freshLogin(), role: "staff", cadreId }] });
    await runCommand(admin, retireAccount, { id: accounts[0]!.id, version: 1 });
    expect((await readAs(admin, () => listCadreChoices(admin, [admin.districtId]))).map((choice) => choice.id)).toContain(cadreId);
  });

  it("of another district are not there", async () => {
    const { id } = await addOne(admin);
    for (const command of [retireAccount, resetPassword, unlockAccount] as const) {
      await expect(runCommand<{ id: string; version: number }, unknown>(elsewhere, command, { id, version: 1 })).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(runCommand(elsewhere, changeAccount, { id, version: 1, name: "越界", role: "staff" })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("passwords", () => {
  it("are given anew by an administrator, which ends the sessions and the lock", async () => {
    const person = await signedIn(admin, "qingming-2026-c");
    for (let i = 0; i < 5; i++) await enter(person.login!, "wrong-password");
    expect(await enter(person.login!, "qingming-2026-c")).toMatch(/^locked:/);
    const { version } = (await find(admin, person.accountId!))!;
    const { password } = await runCommand(admin, resetPassword, { id: person.accountId!, version });
    expect(await find(admin, person.accountId!)).toMatchObject({ state: "initial", sessions: [] });
    expect(await open(person.login!, password)).toMatchObject({ mustChangePassword: true });
    await expect(runCommand(admin, resetPassword, { id: admin.accountId!, version: 1 })).rejects.toMatchObject({ code: "ownPasswordIsChanged" });
  });

  it("unlock before the lock ends by itself", async () => {
    const person = await signedIn(admin, "duanwu-2026-d");
    for (let i = 0; i < 5; i++) await enter(person.login!, "wrong-password");
    const { version, state } = (await find(admin, person.accountId!))!;
    expect(state).toBe("locked");
    const { rows } = await readAs(admin, () => listAccounts(admin, accountFilter.parse({ q: person.login, state: "locked" }), page));
    expect(rows).toHaveLength(1);
    await runCommand(admin, unlockAccount, { id: person.accountId!, version });
    await expect(runCommand(admin, unlockAccount, { id: person.accountId!, version: version + 1 })).rejects.toMatchObject({ code: "accountNotLocked" });
    expect(await open(person.login!, "duanwu-2026-d")).toMatchObject({ accountId: person.accountId });
  });

  it("are changed by their owner, which ends the other sessions", async () => {
    const person = await signedIn(admin, "zhongqiu-2026-e");
    const second = await open(person.login!, "zhongqiu-2026-e");
    const change = (current: string, next: string) => runCommand(second, changePassword, { current, next, again: next });
    await expect(change("not-it", "guoqing-2026-f")).rejects.toMatchObject({ code: "currentPasswordWrong" });
    await expect(change("zhongqiu-2026-e", "kurz")).rejects.toSatisfy(
      (error) => error instanceof InvalidInput && error.issues[0]!.path[0] === "next" && error.issues[0]!.message === "passwordTooShort",
    );
    await expect(change("zhongqiu-2026-e", "zhongqiu-2026-e")).rejects.toMatchObject({ issues: [{ message: "passwordUsedBefore" }] });
    await change("zhongqiu-2026-e", "guoqing-2026-f");
    expect((await readAs(second, () => listOwnSessions(second))).map((session) => [session.id, session.isThisOne])).toEqual([[second.sessionId, true]]);
    expect(await enter(person.login!, "zhongqiu-2026-e")).toBe("badCredentials");
  });

  it("are not guessed at an open screen: five wrong ones wait, and sign-in is not shut by it", async () => {
    const person = await signedIn(admin, "laodong-2026-g");
    const change = (current: string) => runCommand(person, changePassword, { current, next: "guoqing-2026-h", again: "guoqing-2026-h" });
    for (let i = 0; i < 5; i++) await expect(change("guess")).rejects.toMatchObject({ code: "currentPasswordWrong" });
    await expect(change("laodong-2026-g")).rejects.toMatchObject({ code: "currentPasswordLocked", values: { minutes: 15 } });
    expect(await open(person.login!, "laodong-2026-g")).toMatchObject({ accountId: person.accountId });
  });

  it("under the strict profile need three classes and none of the last five", async () => {
    const strict = await makeCity(1);
    const strictAdmin = await makeActor(strict, "admin");
    await runCommand(strictAdmin, setSetting, { districtId: strictAdmin.districtId, key: "passwordProfile", value: "dengbao", fromOn: dayOf(new Date()) });
    const person = await signedIn(strictAdmin, "Nongli-2026-1");
    const change = (current: string, next: string) => runCommand(person, changePassword, { current, next, again: next });
    await expect(change("Nongli-2026-1", "nonglixinnian")).rejects.toMatchObject({ issues: [{ message: "passwordNeedsClasses" }] });
    for (let i = 1; i < 5; i++) await change(`Nongli-2026-${i}`, `Nongli-2026-${i + 1}`);
    await expect(change("Nongli-2026-5", "Nongli-2026-1")).rejects.toMatchObject({ issues: [{ message: "passwordUsedBefore" }] });
    await change("Nongli-2026-5", "Nongli-2026-6");
    await expect(change("Nongli-2026-6", "Nongli-2026-1")).resolves.toMatchObject({ id: person.accountId });
  });
});

describe("one's own sessions and tokens", () => {
  it("are listed and ended by their owner alone", async () => {
    const person = await signedIn(admin, "xiaoman-2026-i");
    const other = await open(person.login!, "xiaoman-2026-i");
    const list = await readAs(other, () => listOwnSessions(other));
    expect(list.map((session) => session.isThisOne)).toEqual([true, false]);
    await expect(runCommand(admin, endSession, { id: person.sessionId! })).rejects.toMatchObject({ code: "notFound" });
    await runCommand(other, endSession, { id: person.sessionId! });
    await expect(runCommand(other, endSession, { id: person.sessionId! })).rejects.toMatchObject({ code: "sessionHasEnded" });
    await expect(runCommand(other, endOtherSessions, {})).rejects.toMatchObject({ code: "noOtherSessions" });
    await open(person.login!, "xiaoman-2026-i");
    expect(await runCommand(other, endOtherSessions, {})).toEqual({ ended: 1 });
  });

  it("tokens are shown once, work until revoked, and are their owner's alone", async () => {
    const person = await signedIn(admin, "mangzhong-26-j");
    const { id, token } = await runCommand(person, makeToken, { name: "周报", days: 7, mayWrite: true });
    expect(await findToken(hashOf(token), caller)).toMatchObject({ mayWrite: true, actor: { accountId: person.accountId } });
    const [listed] = await readAs(person, () => listOwnTokens(person));
    expect(listed).toMatchObject({ id, name: "周报", ending: token.slice(-4), state: "valid" });
    expect(JSON.stringify(listed)).not.toContain(token);
    await expect(runCommand(admin, revokeToken, { id })).rejects.toMatchObject({ code: "notFound" });
    expect(await readAs(admin, () => listOwnTokens(admin))).toEqual([]);
    await runCommand(person, revokeToken, { id });
    expect(await findToken(hashOf(token), caller)).toBeNull();
    await expect(runCommand(person, revokeToken, { id })).rejects.toMatchObject({ code: "tokenIsRevoked" });
  });

  it("tokens are limited in number", async () => {
    const person = await signedIn(admin, "xiazhi-2026-kk");
    for (let i = 0; i < tokensAtMost; i++) await runCommand(person, makeToken, { name: `令牌${i}`, days: 1 });
    await expect(runCommand(person, makeToken, { name: "多一个", days: 1 })).rejects.toMatchObject({ code: "tooManyTokens" });
  });
});

const entriesOf = (subjectId: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: { in: [...city.system.districtIds] }, subjectId } });
  });
