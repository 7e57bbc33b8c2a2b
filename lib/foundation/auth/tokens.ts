import type { Actor } from "../actor";
import { mainClient, scopeTransaction } from "../db";
import { log } from "../log";

/** Writes when a token was last used, at most once a minute. */
export async function touchToken(actor: Actor, tokenId: string, lastUsedAt: Date | null): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < 60_000) return;
  await mainClient()
    .$transaction(async (tx) => {
      await scopeTransaction(tx, actor, false);
      await tx.apiToken.updateMany({ where: { districtId: actor.districtId, id: tokenId }, data: { lastUsedAt: new Date() } });
    })
    .catch((error: unknown) => log.warn({ err: error }, "a token could not be marked as used"));
}
