import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { forAudit } from "@/lib/foundation/audit/record";
import { accountRules } from "@/lib/foundation/auth/account-rules";
import { forgetFailures, lock, takeTry } from "@/lib/foundation/auth/limits";
import { hashPassword, inventPassword, verifyPassword, whyNotPassword } from "@/lib/foundation/auth/passwords";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand, InvalidInput, type CommandContext } from "@/lib/foundation/command";
import { hashOf, newId, newSecret } from "@/lib/foundation/ids";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { Prisma } from "@/prisma/generated/client";
import { loginFrom, loginsTried, passwordsRemembered, tokensAtMost, whyNotRetire, whyNotRole } from "./rules";
import {
  accountSeenSchema, addAccountsSchema, changeAccountSchema, changePasswordSchema, endOtherSessionsSchema, endSessionSchema, makeTokenSchema,
  revokeTokenSchema,
} from "./schema";

/** One account or many, each with an initial password that is answered this once and lets its owner in this once. */
export const addAccounts = defineCommand({
  name: "account.add",
  needs: "account.write",
  schema: addAccountsSchema,
  answersSecret: true,
  run: async (ctx, { districtId, loginPrefix, accounts }) => {
    ctx.requireIn(districtId);
    const names = await namesOfCadres(ctx, districtId, accounts.flatMap(({ cadreId }) => cadreId ?? []));
    await requireEnterprises(ctx, districtId, accounts.flatMap(({ enterpriseId }) => enterpriseId ?? []));
    const made = await Promise.all(
      accounts.map(async ({ name: given, ...account }) => {
        const name = given ?? names.get(account.cadreId!)!;
        return { ...account, id: newId(), name, ...(await initialPassword(ctx)) };
      }),
    );
    const rows = made.map(({ password, ...row }) => {
      void password;
      return { ...row, districtId, ...searchKeys(row.name), formerHashes: [] };
    });
    const logins = await insertAccounts(ctx, districtId, rows, loginPrefix);
    return { accounts: made.map(({ id, name, password }) => ({ id, login: logins.get(id)!, name, password })) };
  },
});

/** Name, role, cadre, enterprise. Another role is another reach, so whoever had the old one signs in anew. */
export const changeAccount = defineCommand({
  name: "account.change",
  needs: "account.write",
  schema: changeAccountSchema,
  run: async (ctx, { id, version, ...input }) => {
    const account = await findAccount(ctx, id);
    if (account.retiredOn) throw new Refusal("isRetired", { name: account.name });
    refuseIf(whyNotRole(account, input.role, { actorId: ctx.actor.accountId, otherAdmins: await countOtherAdmins(ctx, account) }), { name: account.name });
    const { districtId } = account;
    if (input.cadreId && input.cadreId !== account.cadreId) await namesOfCadres(ctx, districtId, [input.cadreId]);
    if (input.enterpriseId && input.enterpriseId !== account.enterpriseId) await requireEnterprises(ctx, districtId, [input.enterpriseId]);
    await ctx.change("account", account, version, { ...input, ...searchKeys(input.name) });
    if (account.role !== input.role) {
      await endSessions(ctx, account, "roleChanged");
      await revokeTokens(ctx, account);
    }
    return { id };
  },
});

/** No sign-in any more; the rows stay. Its cadre is free for another account. */
export const retireAccount = defineCommand({
  name: "account.retire",
  needs: "account.write",
  schema: accountSeenSchema,
  run: async (ctx, { id, version }) => {
    const account = await findAccount(ctx, id);
    if (account.retiredOn) throw new Refusal("isRetired", { name: account.name });
    refuseIf(whyNotRetire(account, { actorId: ctx.actor.accountId, otherAdmins: await countOtherAdmins(ctx, account) }), { name: account.name });
    await ctx.change("account", account, version, { retiredOn: dateOf(ctx.today), cadreId: null });
    await ctx.step("account", account, { step: "retire", from: "active", to: "retired" });
    await endSessions(ctx, account, "retired");
    await revokeTokens(ctx, account);
    return { id };
  },
});

/** A new initial password instead of a forgotten one; whoever is signed in with the old one is signed out. */
export const resetPassword = defineCommand({
  name: "account.resetPassword",
  needs: "account.write",
  schema: accountSeenSchema,
  answersSecret: true,
  run: async (ctx, { id, version }) => {
    const account = await findAccount(ctx, id);
    if (account.retiredOn) throw new Refusal("isRetired", { name: account.name });
    if (account.id === ctx.actor.accountId) throw new Refusal("ownPasswordIsChanged");
    const { password, ...initial } = await initialPassword(ctx);
    await ctx.change("account", account, version, { ...initial, formerHashes: remembered(account), lockedUntil: null });
    await endSessions(ctx, account, "passwordReset");
    // Whoever had the old password may have made tokens with it.
    await revokeTokens(ctx, account);
    await forgetFailures(account.login);
    return { login: account.login, password };
  },
});

/** Lets in again whose password was typed wrong too often, before the lock ends by itself. */
export const unlockAccount = defineCommand({
  name: "account.unlock",
  needs: "account.write",
  schema: accountSeenSchema,
  run: async (ctx, { id, version }) => {
    const account = await findAccount(ctx, id);
    if (!account.lockedUntil || account.lockedUntil <= ctx.at) throw new Refusal("accountNotLocked", { name: account.name });
    await ctx.change("account", account, version, { lockedUntil: null });
    await forgetFailures(account.login);
    return { id };
  },
});

/** One's own. The other sessions end, since one of them may be why. */
export const changePassword = defineCommand({
  name: "account.changePassword",
  needs: "password.own",
  schema: changePasswordSchema,
  run: async (ctx, { current, next }) => {
    const account = await findOwnAccount(ctx);
    // Counted apart from sign-in, so that a stranger at an open screen can guess neither here nor shut the owner out.
    const tries = `change:${account.id}`;
    const taken = await takeTry("login", tries);
    if ("locked" in taken) throw new Refusal("currentPasswordLocked", { minutes: taken.locked });
    if (!(await verifyPassword(account.passwordHash, current))) {
      if (taken.left === 0) await lock("login", tries);
      throw new Refusal("currentPasswordWrong");
    }
    await forgetFailures(tries);
    const { passwordProfile: profile } = await accountRules(ctx.db, account.districtId, ctx.actor.cityId, account.role);
    const formerHashes = profile === "dengbao" ? remembered(account) : [account.passwordHash];
    const wrong = await whyNotPassword(next, { login: account.login, profile, formerHashes });
    if (wrong) throw new InvalidInput([{ code: "custom", path: ["next"], message: wrong, input: "" }]);
    await ctx.change("account", account, account.version, {
      passwordHash: await hashPassword(next), formerHashes: remembered(account), passwordChangedAt: ctx.at, passwordIsInitial: false, initialUsedAt: null,
    });
    if (ctx.actor.sessionId) await ctx.db.session.updateMany({ where: { districtId: account.districtId, id: ctx.actor.sessionId }, data: { passwordDue: false } });
    await endSessions(ctx, account, "passwordChanged", ctx.actor.sessionId);
    return { id: account.id };
  },
});

export const endSession = defineCommand({
  name: "session.end",
  needs: "session.own",
  schema: endSessionSchema,
  run: async (ctx, { id }) => {
    const session = await ctx.db.session.findFirst({ where: { id, ...whereOf(ctx.actor, "session.own") } });
    if (!session) throw new Refusal("notFound");
    if (session.endedAt) throw new Refusal("sessionHasEnded");
    await ctx.change("session", session, session.version, { endedAt: ctx.at, endReason: "endedByOwner" });
    return { id };
  },
});

export const endOtherSessions = defineCommand({
  name: "session.endOthers",
  needs: "session.own",
  schema: endOtherSessionsSchema,
  run: async (ctx) => {
    const ended = await endSessions(ctx, await findOwnAccount(ctx), "endedByOwner", ctx.actor.sessionId);
    if (ended === 0) throw new Refusal("noOtherSessions");
    return { ended };
  },
});

/** A bearer token for the API, answered this once; what it may do is what its account may, or reading alone. */
export const makeToken = defineCommand({
  name: "token.make",
  needs: "token.own",
  schema: makeTokenSchema,
  answersSecret: true,
  run: async (ctx, { name, days, mayWrite }) => {
    const { id: accountId, districtId } = await findOwnAccount(ctx);
    const inForce = await ctx.db.apiToken.count({ where: { ...whereOf(ctx.actor, "token.own"), revokedAt: null, expiresAt: { gt: ctx.at } } });
    if (inForce >= tokensAtMost) throw new Refusal("tooManyTokens", { max: tokensAtMost });
    const token = `diaodu_${newSecret()}`;
    const expiresAt = new Date(ctx.at.getTime() + days * 86_400_000);
    const id = await ctx.add("apiToken", { districtId, accountId, name, tokenHash: hashOf(token), ending: token.slice(-4), mayWrite, createdAt: ctx.at, expiresAt });
    return { id, token, expiresAt: expiresAt.toISOString() };
  },
});

export const revokeToken = defineCommand({
  name: "token.revoke",
  needs: "token.own",
  schema: revokeTokenSchema,
  run: async (ctx, { id }) => {
    const token = await ctx.db.apiToken.findFirst({ where: { id, ...whereOf(ctx.actor, "token.own") } });
    if (!token) throw new Refusal("notFound");
    if (token.revokedAt) throw new Refusal("tokenIsRevoked", { name: token.name });
    await ctx.change("apiToken", token, token.version, { revokedAt: ctx.at });
    return { id };
  },
});

type Account = Prisma.AccountGetPayload<object>;

async function findAccount(ctx: CommandContext, id: string): Promise<Account> {
  const account = await ctx.db.account.findFirst({ where: { id, ...whereOf(ctx.actor, "account.write") } });
  if (!account) throw new Refusal("notFound");
  return account;
}

async function findOwnAccount(ctx: CommandContext): Promise<Account> {
  const account = await ctx.db.account.findFirst({ where: { districtId: ctx.actor.districtId, id: ctx.actor.accountId ?? "" } });
  if (!account) throw new Refusal("notFound");
  return account;
}

type NewRow = Omit<Prisma.AccountCreateManyInput, "login"> & { id: string; login: string | null; namePinyin: string };

/**
 * Inserts accounts, those without a login under the first free one made of their name. A login is unique in the whole database, of
 * which this transaction sees a part: which rows were not taken in tells what is in use, and not by whom.
 */
async function insertAccounts(ctx: CommandContext, districtId: string, rows: NewRow[], prefix: string): Promise<Map<string, string>> {
  const logins = new Map<string, string>();
  for (let attempt = 1; logins.size < rows.length; attempt++) {
    const tried = rows.filter((row) => !logins.has(row.id)).map((row) => ({ ...row, login: row.login ?? loginFrom(prefix, row.namePinyin, attempt) }));
    await ctx.db.account.createMany({ data: tried, skipDuplicates: true });
    const inserted = await ctx.db.account.findMany({ where: { districtId, id: { in: tried.map((row) => row.id) } }, select: { id: true, login: true } });
    for (const { id, login } of inserted) logins.set(id, login);
    const chosen = new Set(rows.filter((row) => row.login !== null || attempt === loginsTried).map((row) => row.id));
    const taken = tried.filter((row) => !logins.has(row.id) && chosen.has(row.id)).map((row) => row.login);
    if (taken.length > 0) throw new Refusal("loginTaken", { login: taken.join(", ") });
  }
  for (const row of rows) ctx.record({ districtId, action: "account.add", kind: "account", subjectId: row.id, after: { ...forAudit({ ...row, login: logins.get(row.id) }), version: 1 } });
  return logins;
}

async function initialPassword(ctx: CommandContext) {
  const password = inventPassword();
  return { password, passwordHash: await hashPassword(password), passwordChangedAt: ctx.at, passwordIsInitial: true, initialUsedAt: null };
}

/** The present password and those before it, newest first. */
const remembered = (account: Account): string[] => [account.passwordHash, ...account.formerHashes].slice(0, passwordsRemembered);

/** The other administrators of the account's district, held until commit: two who step down at once must not both find the other. */
async function countOtherAdmins(ctx: CommandContext, { id, districtId }: Account): Promise<number> {
  const admins = await ctx.db.rows<{ id: string }>(Prisma.sql`
    SELECT a.id FROM account a WHERE ${sqlOf(ctx.actor, "account.write", "a")} AND a.district_id = ${districtId}::uuid
      AND a.role = 'admin' AND a.retired_on IS NULL ORDER BY a.id FOR UPDATE`);
  return admins.filter((one) => one.id !== id).length;
}

/** The names of these cadres of the district; each must be serving and without an account. */
async function namesOfCadres(ctx: CommandContext, districtId: string, ids: string[]): Promise<Map<string, string>> {
  const cadres = await ctx.db.cadre.findMany({
    where: { districtId, id: { in: ids } },
    select: { id: true, name: true, retiredOn: true, account: { select: { id: true } } },
  });
  const found = new Map(cadres.map((cadre) => [cadre.id, cadre]));
  for (const id of ids) {
    const cadre = found.get(id);
    if (!cadre) await refuseMissing(ctx.db.cadre.findFirst({ where: { districtId, id } }));
    if (cadre?.retiredOn) throw new Refusal("isRetired", { name: cadre.name });
    if (cadre?.account) throw new Refusal("cadreHasAccount", { name: cadre.name });
  }
  return new Map(cadres.map(({ id, name }) => [id, name]));
}

async function requireEnterprises(ctx: CommandContext, districtId: string, ids: string[]): Promise<void> {
  for (const id of new Set(ids)) {
    const enterprise = await ctx.db.enterprise.findFirst({ where: { districtId, id } });
    if (!enterprise) throw new Refusal("notFound");
    if (enterprise.retiredOn) throw new Refusal("isRetired", { name: enterprise.name });
  }
}

/** Looked up once more by id, so that the miss is in the audit like any other. */
async function refuseMissing(lookUp: Promise<unknown>): Promise<void> {
  await lookUp;
  throw new Refusal("notFound");
}

async function endSessions(ctx: CommandContext, { id, districtId }: Account, endReason: string, except: string | null = null): Promise<number> {
  const sessions = await ctx.db.session.findMany({ where: { districtId, accountId: id, endedAt: null, expiresAt: { gt: ctx.at }, NOT: { id: { in: except ? [except] : [] } } } });
  for (const session of sessions) await ctx.change("session", session, session.version, { endedAt: ctx.at, endReason });
  return sessions.length;
}

async function revokeTokens(ctx: CommandContext, { id, districtId }: Account): Promise<void> {
  const tokens = await ctx.db.apiToken.findMany({ where: { districtId, accountId: id, revokedAt: null, expiresAt: { gt: ctx.at } } });
  for (const token of tokens) await ctx.change("apiToken", token, token.version, { revokedAt: ctx.at });
}
