import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { accountRules } from "@/lib/foundation/auth/account-rules";
import type { PasswordProfile } from "@/lib/foundation/auth/passwords";
import { dayFromDate } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { cut, type Page, type Paged, within } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import type { Prisma } from "@/prisma/generated/client";
import { accountState, deviceOf, isRunning, tokenState } from "./rules";
import type { AccountFilter } from "./schema";

/** Locks, sessions and tokens do not follow the business clock: without an offset it is real time. */
const realTime = (): Date => businessTime(0).now;

type Row = Prisma.AccountGetPayload<object>;
/** Hashes never leave this file. */
const asRead = ({ id, districtId, login, name, role, cadreId, enterpriseId, passwordIsInitial, initialUsedAt, lockedUntil, lastSignInAt, retiredOn, version }: Row) => ({
  id, districtId, login, name, role, cadreId, enterpriseId, passwordIsInitial, version,
  initialUsedAt: initialUsedAt?.toISOString() ?? null,
  lockedUntil: lockedUntil?.toISOString() ?? null,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
  retiredOn: retiredOn && dayFromDate(retiredOn),
});
export type Account = ReturnType<typeof asRead>;

const around = {
  district: { select: { shortName: true } },
  cadre: { select: { name: true, post: true, unit: { select: { shortName: true } } } },
  enterprise: { select: { name: true } },
} as const;
type Around = Prisma.AccountGetPayload<{ include: typeof around }>;
const withAround = (row: Around) => ({
  ...asRead(row),
  state: accountState(row, realTime()),
  districtName: row.district.shortName,
  cadreName: row.cadre && `${row.cadre.unit.shortName} ${row.cadre.name}`,
  enterpriseName: row.enterprise?.name ?? null,
});
export type AccountInLedger = ReturnType<typeof withAround>;

function stateIs(state: AccountFilter["state"]): Prisma.AccountWhereInput {
  const at = realTime();
  switch (state) {
    case undefined:
      return {};
    case "retired":
      return { retiredOn: { not: null } };
    case "locked":
      return { retiredOn: null, lockedUntil: { gt: at } };
    case "initial":
      return { retiredOn: null, passwordIsInitial: true };
    case "active":
      return { retiredOn: null, passwordIsInitial: false, OR: [{ lockedUntil: null }, { lockedUntil: { lte: at } }] };
  }
}

function found(q: string | undefined): Prisma.AccountWhereInput {
  const byName = foundBy(q);
  return byName.OR ? { OR: [...byName.OR, { login: { contains: q!.trim().toLowerCase() } }] } : {};
}

type Order = Prisma.AccountOrderByWithRelationInput[];
function orderOf(sort: AccountFilter["sort"]): Order {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  if (sort.endsWith("lastSignIn")) return [{ lastSignInAt: { sort: direction, nulls: "last" } }, { id: direction }];
  if (sort.endsWith("login")) return [{ login: direction }];
  const byName: Order = [{ namePinyin: direction }, { id: direction }];
  return sort.endsWith("name") ? byName : [{ district: { sortOrder: direction } }, { districtId: direction }, ...byName];
}

/** Accounts of the districts an administrator looks after; found by name, pinyin, initials or login. */
export async function listAccounts(actor: Actor, { q, districtId, role, state, sort }: AccountFilter, page: Page): Promise<Paged<AccountInLedger>> {
  const db = reading(actor);
  const where: Prisma.AccountWhereInput = {
    ...whereOf(actor, "account.read"),
    AND: [districtId ? { districtId } : {}, role ? { role } : {}, stateIs(state), found(q)],
  };
  const total = await db.account.count({ where });
  const at = within(page, total);
  const rows = await db.account.findMany({ where, include: around, orderBy: orderOf(sort), ...cut(at) });
  return { total, ...at, rows: rows.map(withAround) };
}

/** With what lets anyone in under this account now. Null when it does not exist, and when this actor may not see it. */
export async function findAccount(actor: Actor, id: string) {
  const row = await reading(actor).account.findFirst({
    where: { id, ...whereOf(actor, "account.read") },
    include: { ...around, sessions: { where: { endedAt: null, expiresAt: { gt: realTime() } }, orderBy: { id: "desc" } }, tokens: { orderBy: { id: "desc" }, take: 50 } },
  });
  return row && { ...withAround(row), sessions: running(row.sessions, null), tokens: row.tokens.map(tokenAsRead) };
}
export type AccountInFull = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** Serving cadres who have no account yet, for a choice; with the one an account has now. */
export async function listCadreChoices(actor: Actor, districtIds: readonly string[], besides: string | null = null) {
  const rows = await reading(actor).cadre.findMany({
    where: { ...whereOf(actor, "account.write"), AND: [{ districtId: { in: [...districtIds] } }], retiredOn: null, OR: [{ account: null }, ...(besides ? [{ id: besides }] : [])] },
    select: { id: true, districtId: true, name: true, namePinyin: true, nameInitials: true, post: true, unit: { select: { shortName: true } } },
    orderBy: [{ districtId: "asc" }, { namePinyin: "asc" }, { id: "asc" }],
    take: 2000,
  });
  return rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.shortName }));
}
export type CadreChoice = Awaited<ReturnType<typeof listCadreChoices>>[number];

export async function listEnterpriseChoices(actor: Actor, districtIds: readonly string[]) {
  return reading(actor).enterprise.findMany({
    where: { ...whereOf(actor, "account.write"), AND: [{ districtId: { in: [...districtIds] } }], retiredOn: null },
    select: { id: true, districtId: true, name: true, namePinyin: true, nameInitials: true },
    orderBy: [{ districtId: "asc" }, { namePinyin: "asc" }, { id: "asc" }],
    take: 2000,
  });
}
export type EnterpriseChoice = Awaited<ReturnType<typeof listEnterpriseChoices>>[number];

/** For the API. */
export async function pageAccounts(actor: Actor, { cursor, limit, districtId }: { cursor?: string; limit: number; districtId?: string }): Promise<Account[]> {
  const rows = await reading(actor).account.findMany({
    where: { ...whereOf(actor, "account.read"), AND: [cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}] },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(asRead);
}

/** By which rules one's next password is judged. */
export async function findPasswordProfile(actor: Actor): Promise<PasswordProfile> {
  const role = actor.role === "system" ? "admin" : actor.role;
  return (await accountRules(reading(actor), actor.districtId, actor.cityId, role)).passwordProfile;
}

/** One's own, the latest first. */
export async function listOwnSessions(actor: Actor) {
  const rows = await reading(actor).session.findMany({
    where: { ...whereOf(actor, "session.own"), endedAt: null, expiresAt: { gt: realTime() } },
    orderBy: { id: "desc" },
  });
  return running(rows, actor.sessionId);
}
export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];

/** One's own, those no longer in force too. */
export async function listOwnTokens(actor: Actor) {
  const rows = await reading(actor).apiToken.findMany({ where: whereOf(actor, "token.own"), orderBy: { id: "desc" }, take: 100 });
  return rows.map(tokenAsRead);
}
export type OwnToken = Awaited<ReturnType<typeof listOwnTokens>>[number];

function running(rows: Prisma.SessionGetPayload<object>[], own: string | null) {
  const at = realTime();
  return rows
    .filter((row) => isRunning(row, at))
    .map((row) => ({
      id: row.id, address: row.address, device: deviceOf(row.userAgent), isThisOne: row.id === own,
      createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
    }));
}

const tokenAsRead = (row: Prisma.ApiTokenGetPayload<object>) => ({
  id: row.id, name: row.name, ending: row.ending, mayWrite: row.mayWrite, state: tokenState(row, realTime()),
  createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});
