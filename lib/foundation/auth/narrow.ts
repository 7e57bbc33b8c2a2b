import { Prisma } from "@/prisma/generated/client";
import type { DistrictKind, Role } from "@/prisma/generated/enums";
import type { Actor } from "../actor";
import { mainClient } from "../db";

/*
 * Every path that has no actor yet, or none at all: sign-in, the session check, the token check, a job. Each is one database
 * function that answers only what its path needs; nothing else looks across districts.
 */

export type Found = {
  district_id: string; account_id: string; login: string; name: string; role: Role; cadre_id: string | null; enterprise_id: string | null;
  unit_id: string | null; password_is_initial: boolean; password_changed_at: Date; city_id: string; district_kind: DistrictKind; district_name: string;
  district_ids: string[]; clock_offset_ms: bigint; made_by_demo: boolean; duty_project_ids: string[];
};

export type Caller = { via: Actor["via"]; address: string | null; requestId: string | null };

/** The actor behind what one of the functions found. */
export const toActor = (found: Found, sessionId: string | null, caller: Caller): Actor => ({
  role: found.role,
  accountId: found.account_id,
  name: found.name,
  login: found.login,
  districtId: found.district_id,
  districtName: found.district_name,
  districtKind: found.district_kind,
  cityId: found.city_id,
  districtIds: found.district_ids,
  cadreId: found.cadre_id,
  enterpriseId: found.enterprise_id,
  unitIds: found.unit_id ? [found.unit_id] : [],
  dutyProjectIds: found.duty_project_ids,
  sessionId,
  mustChangePassword: found.password_is_initial,
  clockOffsetMs: Number(found.clock_offset_ms),
  isDemo: found.made_by_demo,
  ...caller,
});

export type Login = {
  district_id: string; account_id: string; password_hash: string; password_is_initial: boolean; initial_used_at: Date | null;
  locked_until: Date | null; retired: boolean;
};

export async function findLogin(login: string): Promise<Login | null> {
  const [row] = await mainClient().$queryRaw<Login[]>`SELECT * FROM auth_find_login(${login})`;
  return row ?? null;
}

export async function findSession(tokenHash: string, caller: Caller): Promise<{ actor: Actor; lastSeenAt: Date } | null> {
  const [row] = await mainClient().$queryRaw<(Found & { session_id: string; last_seen_at: Date })[]>`
    SELECT s.session_id, s.last_seen_at, (s.actor).* FROM auth_find_session(${tokenHash}) AS s WHERE (s.actor).account_id IS NOT NULL`;
  return row ? { actor: toActor(row, row.session_id, caller), lastSeenAt: row.last_seen_at } : null;
}

export async function findToken(tokenHash: string, caller: Caller): Promise<{ actor: Actor; tokenId: string; mayWrite: boolean; lastUsedAt: Date | null } | null> {
  const [row] = await mainClient().$queryRaw<(Found & { token_id: string; may_write: boolean; last_used_at: Date | null })[]>`
    SELECT t.token_id, t.may_write, t.last_used_at, (t.actor).* FROM auth_find_token(${tokenHash}) AS t WHERE (t.actor).account_id IS NOT NULL`;
  return row ? { actor: toActor(row, null, caller), tokenId: row.token_id, mayWrite: row.may_write, lastUsedAt: row.last_used_at } : null;
}

export type Tenant = { id: string; city_id: string; kind: DistrictKind; name: string };

/** All districts, cities first. */
export const listTenants = (): Promise<Tenant[]> => mainClient().$queryRaw<Tenant[]>`SELECT * FROM auth_list_districts()`;

/** The actor of a job or a script: it reaches one city with all its districts. */
export async function systemActor(name: string, city: Tenant, via: "job" | "script", tenants?: Tenant[]): Promise<Actor> {
  const all = tenants ?? (await listTenants());
  const [installation] = await mainClient().$queryRaw<{ clock_offset_ms: bigint; made_by_demo: boolean }[]>(
    Prisma.sql`SELECT clock_offset_ms, made_by_demo FROM installation`,
  );
  return {
    role: "system", accountId: null, name, login: null, districtId: city.id, districtName: city.name, districtKind: city.kind, cityId: city.city_id,
    districtIds: all.filter((one) => one.city_id === city.id).map((one) => one.id), cadreId: null, enterpriseId: null, unitIds: [], dutyProjectIds: [], sessionId: null,
    mustChangePassword: false, clockOffsetMs: Number(installation?.clock_offset_ms ?? 0), isDemo: installation?.made_by_demo ?? false,
    via, address: null, requestId: null,
  };
}
