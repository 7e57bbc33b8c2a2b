import { listTenants } from "./auth/narrow";
import { mainClient, scopeTransaction } from "./db";
import { env } from "./env";
import { log } from "./log";

type Waiting = { district_id: string; id: string; kind: string; payload: unknown; attempts: number };

const giveUpAfter = 12;

/**
 * Sends what commands left to be sent: each message is locked, handed to the gateway, and marked in one transaction, so that a message
 * goes out at least once and two senders never take the same one. Failures wait twice as long each time, up to half a day.
 */
export async function deliverOutbox(): Promise<number> {
  const tenants = await listTenants();
  if (tenants.length === 0) return 0;
  const scope = { districtIds: tenants.map((one) => one.id), cityId: tenants[0]!.city_id };
  for (let sent = 0; ; sent++) {
    const went = await mainClient().$transaction(async (tx) => {
      await scopeTransaction(tx, scope, false);
      const [message] = await tx.$queryRaw<Waiting[]>`
        SELECT district_id, id, kind, payload, attempts FROM outbox_message
        WHERE sent_at IS NULL AND next_attempt_at <= now() AND attempts < ${giveUpAfter} ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
      if (!message) return false;
      const where = { districtId: message.district_id, id: message.id };
      const failure = await handOver(message);
      const waitMs = Math.min(2 ** message.attempts * 30_000, 12 * 3600_000);
      await tx.outboxMessage.updateMany({
        where,
        data: failure ? { attempts: { increment: 1 }, lastError: failure, nextAttemptAt: new Date(Date.now() + waitMs) } : { sentAt: new Date(), attempts: { increment: 1 } },
      });
      return true;
    });
    if (!went) return sent;
  }
}

/** Null when the gateway took it, else why not. Without a gateway the message goes to the log, where an office's collector can pick it up. */
async function handOver(message: Waiting): Promise<string | null> {
  if (!env.MESSAGE_GATEWAY_URL) {
    log.info({ message: { id: message.id, kind: message.kind, payload: message.payload } }, "a message for the outside");
    return null;
  }
  try {
    const answer = await fetch(env.MESSAGE_GATEWAY_URL, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": message.id },
      body: JSON.stringify({ id: message.id, kind: message.kind, payload: message.payload }),
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok ? null : `The gateway answered ${answer.status}.`;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "The gateway could not be reached.";
  }
}
