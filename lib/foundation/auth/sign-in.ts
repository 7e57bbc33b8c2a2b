import { recordApart, stranger, writeEntries, type Entry } from "../audit/record";
import { mainClient, scopeTransaction } from "../db";
import { hashOf, newId, newSecret } from "../ids";
import { forgetFailures, giveBackTry, lock, takeTry } from "./limits";
import { findLogin, listTenants, type Caller, type Login } from "./narrow";
import { decoyHash, verifyPassword } from "./passwords";
import { accountRules } from "./account-rules";

/** What the login page turns into a sentence. */
export type SignInFailure = "badCredentials" | "retired" | `locked:${number}` | `tooMany:${number}`;

type SignedIn = { token: string; accountId: string; name: string };

/** Checks a login and its password, counts failures, and opens a session whose token only the browser keeps. */
export async function signIn(login: string, password: string, caller: Caller, userAgent: string | null): Promise<SignedIn | SignInFailure> {
  const wanted = login.replaceAll("\0", "").toWellFormed().trim().toLowerCase().slice(0, 64);
  const address = caller.address ?? "unknown";
  const fromHere = await takeTry("address", address);
  if ("locked" in fromHere) return refuse(null, wanted, caller, `tooMany:${fromHere.locked}`);
  const found = await findLogin(wanted);
  const own = await takeTry("login", wanted);
  if ("locked" in own) return refuse(found, wanted, caller, `locked:${own.locked}`);

  const right = await verifyPassword(found?.password_hash ?? decoyHash, password);
  if (!found || !right) {
    if (own.left > 0) return refuse(found, wanted, caller, "badCredentials");
    const minutes = await lock("login", wanted);
    if (found) await markLocked(found, minutes);
    return refuse(found, wanted, caller, `locked:${minutes}`);
  }
  await Promise.all([forgetFailures(wanted), giveBackTry(address)]);
  if (found.retired) return refuse(found, wanted, caller, "retired");
  return (await openSession(found, caller, userAgent)) ?? refuse(found, wanted, caller, "badCredentials");
}

/** Null when the account is no longer what was checked: retired meanwhile, another password, its initial one used by somebody quicker. */
async function openSession(found: Login, caller: Caller, userAgent: string | null): Promise<SignedIn | null> {
  const token = newSecret();
  const { district_id: districtId, account_id: accountId } = found;
  return mainClient().$transaction(async (tx) => {
    const district = (await listTenants()).find((one) => one.id === districtId)!;
    await scopeTransaction(tx, { districtIds: [districtId], cityId: district.city_id }, false);
    // Signing in and resetting wait for each other, and so do two sign-ins of one account.
    await tx.$queryRaw`SELECT 1 FROM account WHERE district_id = ${districtId}::uuid AND id = ${accountId}::uuid FOR UPDATE`;
    const account = (await tx.account.findFirst({ where: { districtId, id: accountId } }))!;
    const isSpent = account.passwordIsInitial && account.initialUsedAt !== null;
    if (account.passwordHash !== found.password_hash || account.retiredOn || isSpent) return null;
    const rules = await accountRules(tx, districtId, district.city_id, account.role);
    const at = new Date();
    const who = { districtId, accountId, name: account.name, role: account.role, ...caller };
    const entries: Entry[] = [];

    const running = await tx.session.findMany({
      where: { districtId, accountId, endedAt: null, expiresAt: { gt: at } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of running.slice(0, Math.max(0, running.length - rules.sessionsAtMost + 1))) {
      await tx.session.updateMany({ where: { districtId, id }, data: { endedAt: at, endReason: "tooMany" } });
      entries.push({ districtId, action: "session.end", outcome: "done", kind: "session", subjectId: id, note: "tooMany" });
    }
    const sessionId = newId();
    await tx.session.createMany({
      data: [{
        districtId, id: sessionId, accountId, tokenHash: hashOf(token), createdAt: at, lastSeenAt: at, idleMinutes: rules.idleMinutes,
        expiresAt: new Date(at.getTime() + rules.sessionHours * 3600_000), passwordDue: rules.passwordDays !== null && at.getTime() - account.passwordChangedAt.getTime() > rules.passwordDays * 86_400_000, address: caller.address, userAgent: userAgent?.slice(0, 300) ?? null,
      }],
    });
    await tx.account.updateMany({
      where: { districtId, id: accountId },
      // An initial password is for one use: a second sign-in with it is refused until somebody gives a new one.
      data: { lastSignInAt: at, lockedUntil: null, ...(account.passwordIsInitial ? { initialUsedAt: at } : {}) },
    });
    entries.push({ districtId, action: "session.signIn", outcome: "done", kind: "session", subjectId: sessionId, after: { login: account.login } });
    await writeEntries(tx, who, entries);
    return { token, accountId, name: account.name };
  });
}

async function markLocked(found: Login, minutes: number): Promise<void> {
  await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, { districtIds: [found.district_id], cityId: found.district_id }, false);
    const lockedUntil = new Date(Date.now() + minutes * 60_000);
    await tx.account.updateMany({ where: { districtId: found.district_id, id: found.account_id }, data: { lockedUntil } });
    await tx.outboxMessage.createMany({
      data: [{ districtId: found.district_id, id: newId(), kind: "account.locked", payload: { accountId: found.account_id, lockedUntil: lockedUntil.toISOString() } }],
    });
  });
}

async function refuse(found: Login | null, login: string, caller: Caller, why: SignInFailure): Promise<SignInFailure> {
  // What has no tenant, such as an unknown login, belongs to the city's row.
  const home = found?.district_id ?? (await listTenants())[0]?.id;
  if (home) {
    const who = { ...stranger(home, login.slice(0, 64), caller.address, caller.requestId, caller.via), accountId: found?.account_id ?? null };
    await recordApart(who, [
      { districtId: home, action: "session.signIn", outcome: "refused", kind: "account", subjectId: found?.account_id ?? null, note: why, after: { login: login.slice(0, 64) } },
    ]);
  }
  return why;
}

/** A sign-in sent from a page that is not ours: refused before its login was even read. */
export async function noteForeignSignIn(caller: Caller): Promise<void> {
  const home = (await listTenants())[0]?.id;
  if (home) await recordApart(stranger(home, "?", caller.address, caller.requestId, caller.via), [{ districtId: home, action: "session.signIn", outcome: "refused", kind: "account", note: "foreignOrigin" }]);
}
