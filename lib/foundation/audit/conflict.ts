import type { Conflict } from "../action-result";
import type { Actor } from "../actor";
import { mainClient, scopeTransaction } from "../db";

/** Who changed what of a record since the version a person saw: told to them with the refusal of their stale write. */
export async function findConflict(actor: Actor, row: { districtId: string; kind: string; id: string; version: number }): Promise<Conflict> {
  const entries = await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, actor, true);
    return tx.auditEntry.findMany({
      where: { districtId: row.districtId, kind: row.kind, subjectId: row.id, outcome: "done", after: { path: ["version"], gt: row.version } },
      orderBy: { id: "asc" },
      take: 100,
    });
  });
  const changes = new Map<string, { before: unknown; now: unknown }>();
  let version = row.version;
  for (const entry of entries) {
    const before = (entry.before ?? {}) as Record<string, unknown>;
    const { version: reached, ...after } = (entry.after ?? {}) as Record<string, unknown>;
    version = Math.max(version, Number(reached));
    for (const [field, now] of Object.entries(after)) changes.set(field, { before: changes.has(field) ? changes.get(field)!.before : before[field], now });
  }
  const last = entries.at(-1);
  return {
    by: last?.actorName ?? "",
    at: (last?.at ?? new Date()).toISOString(),
    version,
    changes: [...changes].map(([field, { before, now }]) => ({ field, label: field, before: written(before), now: written(now) })),
  };
}

const written = (value: unknown): string => (value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));
