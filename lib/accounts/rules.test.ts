import { describe, expect, it } from "vitest";
import { accountState, deviceOf, isRunning, loginFrom, peopleFrom, tokenState, whyNotRetire, whyNotRole } from "./rules";
import { addAccountsSchema, changePasswordSchema, login } from "./schema";

const at = new Date("2026-03-02T08:00:00Z");
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);

describe("who stays administrator", () => {
  it.each([
    ["an administrator may be made staff while another is there", { id: "a", role: "admin" }, "staff", { actorId: "b", otherAdmins: 1 }, null],
    ["the last one stays", { id: "a", role: "admin" }, "staff", { actorId: "b", otherAdmins: 0 }, "lastAdminStays"],
    ["nobody takes the role from themselves", { id: "a", role: "admin" }, "leader", { actorId: "a", otherAdmins: 3 }, "ownRoleStays"],
    ["an administrator who stays one changes nothing", { id: "a", role: "admin" }, "admin", { actorId: "a", otherAdmins: 0 }, null],
    ["others change roles freely", { id: "a", role: "staff" }, "leader", { actorId: "b", otherAdmins: 0 }, null],
  ] as const)("%s", (_, account, role, around, answer) => expect(whyNotRole(account, role, around)).toBe(answer));

  it.each([
    [{ id: "a", role: "admin" }, { actorId: "b", otherAdmins: 1 }, null],
    [{ id: "a", role: "admin" }, { actorId: "b", otherAdmins: 0 }, "lastAdminStays"],
    [{ id: "a", role: "admin" }, { actorId: "a", otherAdmins: 5 }, "ownAccountStays"],
    [{ id: "a", role: "staff" }, { actorId: null, otherAdmins: 0 }, null],
  ] as const)("retiring %o as %o: %s", (account, around, answer) => expect(whyNotRetire(account, around)).toBe(answer));
});

describe("states", () => {
  it.each([
    [{ retiredOn: at, lockedUntil: minutes(5), passwordIsInitial: true }, "retired"],
    [{ retiredOn: null, lockedUntil: minutes(5), passwordIsInitial: true }, "locked"],
    [{ retiredOn: null, lockedUntil: minutes(-5), passwordIsInitial: true }, "initial"],
    [{ retiredOn: null, lockedUntil: null, passwordIsInitial: false }, "active"],
  ] as const)("account %o is %s", (account, state) => expect(accountState(account, at)).toBe(state));

  const session = { endedAt: null, expiresAt: minutes(60), lastSeenAt: minutes(-10), idleMinutes: 30 };
  it.each([
    [session, true],
    [{ ...session, endedAt: at }, false],
    [{ ...session, expiresAt: at }, false],
    [{ ...session, lastSeenAt: minutes(-30) }, false],
  ] as const)("session %o runs: %s", (one, runs) => expect(isRunning(one, at)).toBe(runs));

  it.each([
    [{ revokedAt: null, expiresAt: minutes(1) }, "valid"],
    [{ revokedAt: null, expiresAt: at }, "expired"],
    [{ revokedAt: at, expiresAt: minutes(1) }, "revoked"],
  ] as const)("token %o is %s", (one, state) => expect(tokenState(one, at)).toBe(state));
});

describe("what people type", () => {
  it.each([
    [" Wang.Xiaoming ", "wang.xiaoming"],
    ["fgw_01", "fgw_01"],
  ])("login %j is kept as %s", (typed, kept) => expect(login.parse(typed)).toBe(kept));
  it("a login may be left to the system", () => expect(login.parse(" ")).toBeNull());
  it.each([
    ["nl-", "zhangwei", 1, "nl-zhangwei"],
    ["nl-", "zhangwei", 3, "nl-zhangwei3"],
    ["", "o'brien lee", 1, "obrienlee"],
    ["", "𠮷", 2, "user2"],
    ["", "-x", 1, "userx"],
    ["", "a".repeat(90), 12, `${"a".repeat(40)}12`],
  ])("the login made of %j and %j, attempt %i, is %s", (prefix, name, attempt, made) => {
    expect(loginFrom(prefix, name, attempt)).toBe(made);
    expect(login.parse(made)).toBe(made);
  });
  it.each(["a", "-a1", "王晓明", "a b", "a@b", "x".repeat(65)])("login %j is refused", (typed) => expect(login.safeParse(typed).success).toBe(false));

  const districtId = "0198a5d0-7a3c-7cc0-8000-000000000001";
  const otherId = "0198a5d0-7a3c-7cc0-8000-000000000002";
  const issuesOf = (account: object) => {
    const parsed = addAccountsSchema.safeParse({ districtId, accounts: [{ login: "abc", name: "甲", role: "staff", ...account }] });
    return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.slice(2).join(".")}: ${issue.message}`);
  };
  it.each([
    [{}, []],
    [{ cadreId: "", enterpriseId: "" }, []],
    [{ name: "", cadreId: otherId }, []],
    [{ name: " " }, ["name: required"]],
    [{ role: "enterprise" }, ["enterpriseId: required"]],
    [{ role: "enterprise", enterpriseId: otherId, cadreId: otherId }, ["cadreId: notForEnterpriseRole"]],
    [{ role: "leader", enterpriseId: otherId }, ["enterpriseId: onlyEnterpriseRole"]],
  ])("a new account %o: %o", (account, issues) => expect(issuesOf(account)).toEqual(issues));

  it("the same login twice is told at the second", () => {
    const account = { login: "abc", name: "甲", role: "staff" };
    const parsed = addAccountsSchema.safeParse({ districtId, accounts: [account, { ...account, login: "ABC" }] });
    expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([["accounts.1.login", "twiceInList"]]);
  });

  it("two new passwords that differ are told at the second", () => {
    expect(changePasswordSchema.safeParse({ current: "a", next: "b", again: "c" }).error?.issues[0]).toMatchObject({ path: ["again"], message: "passwordsDiffer" });
  });
});

describe("people as they are pasted", () => {
  it.each([
    ["王晓明\n李志强", [["王晓明", ""], ["李志强", ""]]],
    ["王晓明\twangxm\r\n\r\n 李志强，lizq ", [["王晓明", "wangxm"], ["李志强", "lizq"]]],
    ["阿依努尔·买买提 aynur", [["阿依努尔·买买提", "aynur"]]],
    ["John Smith", [["John Smith", ""]]],
    ["  \n", []],
  ] as const)("%j: %o", (pasted, people) => expect(peopleFrom(pasted).map(({ name, login }) => [name, login])).toEqual(people));
});

describe("devices", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge · Windows"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.49", "WeChat · iOS"],
    ["Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36", "Chrome · HarmonyOS"],
    ["curl/8.5.0", null],
    [null, null],
  ])("%s is %s", (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
});
