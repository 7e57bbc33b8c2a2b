import type { Actor } from "../actor";
import { mainClient, type Miss, type Tx } from "../db";
import { log } from "../log";

/** One line of the audit. `before` and `after` hold only the fields that changed, without secrets. */
export type Entry = {
  districtId: string;
  action: string;
  outcome: "done" | "refused" | "missed" | "failed";
  kind: string;
  subjectId?: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  note?: string | null;
};

/** Columns that never reach the audit; a phone stands there masked. */
const secret = /Hash(es)?$|Cipher$/;
/** Kept by the machine, of no meaning to a reader. */
const derived = new Set(["namePinyin", "nameInitials", "districtId", "id", "cityId"]);

export function forAudit(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (derived.has(name) || value === undefined) return [];
      if (secret.test(name)) return [];
      return [[name, value instanceof Date ? value.toISOString() : value]];
    }),
  );
}

/** Whoever could not be named: an unknown login, a stranger at the API. Belongs to the city's row. */
export const stranger = (districtId: string, name: string, address: string | null, requestId: string | null, via: Actor["via"]) => ({
  districtId, accountId: null, name, role: "system" as const, via, address, requestId,
});

type Who = Pick<Actor, "districtId" | "accountId" | "name" | "role" | "via" | "address" | "requestId">;

/** Writes entries through the only door there is (a function the app may call but not change); inside the given transaction. */
export async function writeEntries(tx: Pick<Tx, "$queryRaw">, who: Who, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map((entry) => ({
    ...entry,
    actorDistrictId: who.accountId ? who.districtId : null,
    actorId: who.accountId,
    actorName: who.name,
    actorRole: who.role,
    via: who.via,
    address: who.address,
    requestId: who.requestId,
  }));
  await tx.$queryRaw`SELECT audit_write(${storable(JSON.stringify(lines, (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value)))}::jsonb)::text`;
}

/** jsonb holds no NUL. What a stranger typed must not keep the line from being written. */
const storable = (json: string): string => json.replaceAll("\\u0000", "\\ufffd");

/** In a transaction of its own, apart from whatever was undone. When even this fails, the log has it. */
export async function recordApart(who: Who, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  try {
    await writeEntries(mainClient(), who, entries);
  } catch (error) {
    log.error({ err: error, entries, who: who.accountId, requestId: who.requestId }, "audit entries could not be written");
  }
}

export async function recordMisses(actor: Actor, misses: Miss[]): Promise<void> {
  const seen = [...new Map(misses.map((miss) => [`${miss.kind}/${miss.id}`, miss])).values()];
  await recordApart(
    actor,
    seen.map(({ kind, id }) => ({ districtId: actor.districtId, action: `${kind}.find`, outcome: "missed", kind, subjectId: id })),
  );
}
