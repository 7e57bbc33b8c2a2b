import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

const kept = globalThis as unknown as { diaoduLimits?: Record<"login" | "address", RateLimiterPostgres> };

/** 5 failures of a login in 15 minutes lock it for 15; an address may fail more often, since an office shares one. */
function limiters() {
  return (kept.diaoduLimits ??= (() => {
    const storeClient = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, connectionTimeoutMillis: 5_000, allowExitOnIdle: true });
    storeClient.on("error", () => {}); // A lost idle connection is replaced at the next use.
    const shared = { storeClient, schemaName: "limits", tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: false, duration: 15 * 60, blockDuration: 15 * 60 };
    return {
      login: new RateLimiterPostgres({ ...shared, keyPrefix: "login", points: 5 }),
      address: new RateLimiterPostgres({ ...shared, keyPrefix: "address", points: 50 }),
    };
  })());
}

const minutesLeft = (found: RateLimiterRes): number => Math.max(1, Math.ceil(found.msBeforeNext / 60_000));

/** Minutes until this login (or address) may try again, or null if it may now. */
export async function minutesLocked(what: "login" | "address", key: string): Promise<number | null> {
  const limiter = limiters()[what];
  const found = await limiter.get(key);
  return found && found.consumedPoints > limiter.points - (what === "login" ? 1 : 0) && found.msBeforeNext > 0 ? minutesLeft(found) : null;
}

/** Counts a failure; answers the minutes of the lock if this one was too many. */
export async function countFailure(what: "login" | "address", key: string): Promise<number | null> {
  const limiter = limiters()[what];
  try {
    const found = await limiter.consume(key);
    if (found.remainingPoints > 0) return null;
    return minutesLeft(await limiter.block(key, 15 * 60));
  } catch (tooMany) {
    if (tooMany instanceof RateLimiterRes) return minutesLeft(tooMany);
    throw tooMany;
  }
}

export const forgetFailures = (login: string): Promise<boolean> => limiters().login.delete(login);
