import { writeEntries } from "../audit/record";
import { mainClient, scopeTransaction } from "../db";
import { hashOf } from "../ids";
import { log } from "../log";
import { findSession } from "./narrow";
import type { Actor } from "../actor";

const seenEveryMs = 60_000;

/** Writes when a session was last seen, at most once a minute. */
export async function touchSession(actor: Actor, lastSeenAt: Date): Promise<void> {
  if (Date.now() - lastSeenAt.getTime() < seenEveryMs) return;
  const { districtId, sessionId } = actor;
  await mainClient()
    .$transaction(async (tx) => {
      await scopeTransaction(tx, actor, false);
      await tx.session.updateMany({ where: { districtId, id: sessionId!, endedAt: null }, data: { lastSeenAt: new Date() } });
    })
    .catch((error: unknown) => log.warn({ err: error }, "a session could not be marked as seen"));
}

/** Sign-out. */
export async function endSessionByToken(token: string): Promise<void> {
  const found = await findSession(hashOf(token), { via: "page", address: null, requestId: null });
  if (!found) return;
  const { actor } = found;
  await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, actor, false);
    await tx.session.updateMany({ where: { districtId: actor.districtId, id: actor.sessionId! }, data: { endedAt: new Date(), endReason: "signedOut" } });
    await writeEntries(tx, actor, [{ districtId: actor.districtId, action: "session.signOut", outcome: "done", kind: "session", subjectId: actor.sessionId }]);
  });
}
