import { mainClient } from "@/lib/foundation/db";

const keptDays = 30;

/** A repeated request is recognised for 30 days (real time): longer than any tab or outbox keeps one. */
export async function forgetIdempotencyKeys(): Promise<void> {
  await mainClient().$queryRaw`SELECT auth_forget_idempotency_keys(now() - make_interval(days => ${keptDays}::int))`;
}
