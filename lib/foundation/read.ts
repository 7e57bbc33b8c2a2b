import type { Actor } from "./actor";
import { recordMisses } from "./audit/record";
import { forFeatures, mainClient, open, replicaClient, scopeTransaction, toldWhenAway, type Miss, type ReadDb } from "./db";

/**
 * One read-only transaction, in which row-level security knows the actor's districts; the queries called inside find it by `reading`.
 * Look-ups by id that found nothing are written to the audit afterwards, alike for absent and invisible.
 * `replica` reads from DATABASE_READ_URL, which may lag behind.
 */
export async function readAs<T>(actor: Actor, read: () => Promise<T>, { replica = false } = {}): Promise<T> {
  if (open.getStore()) return read();
  const misses: Miss[] = [];
  try {
    return await toldWhenAway(
      (replica ? replicaClient() : mainClient()).$transaction(async (tx) => {
        await scopeTransaction(tx, actor, true);
        // Prisma asks only when awaited: it must be awaited in here, where the misses are noted.
        return open.run({ db: tx, actor, misses }, async () => await read());
      }),
    );
  } finally {
    await recordMisses(actor, misses);
  }
}

/** The open transaction of this actor, for a query. Queries take the actor first and call this. */
export function reading(actor: Actor): ReadDb {
  const store = open.getStore();
  if (!store) throw new Error("A query was called outside readAs.");
  if (store.actor !== actor) throw new Error("A query was called for another actor than its transaction's.");
  return forFeatures(store.db);
}
