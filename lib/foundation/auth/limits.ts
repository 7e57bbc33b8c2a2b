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

/** What came of taking a try: how many are left, or the minutes of the lock. */
type Taken = { left: number } | { locked: number };

/**
 * Takes one of the tries before the password is looked at, so that many at once have no more of them than one after the other. A right
 * password gives it back; the failure that used up the last one locks.
 */
export async function takeTry(what: "login" | "address", key: string): Promise<Taken> {
  try {
    return { left: (await limiters()[what].consume(key)).remainingPoints };
  } catch (tooMany) {
    if (tooMany instanceof RateLimiterRes) return { locked: minutesLeft(tooMany) };
    throw tooMany;
  }
}

export const giveBackTry = (address: string): Promise<unknown> => limiters().address.reward(address);
export const lock = async (what: "login" | "address", key: string): Promise<number> => minutesLeft(await limiters()[what].block(key, 15 * 60));

export const forgetFailures = (login: string): Promise<boolean> => limiters().login.delete(login);
