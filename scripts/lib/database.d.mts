export type Access = "app" | "owner" | "read";

/** Whether the environment names a database, so that the built-in one stays out of it. */
export function isDatabaseGiven(): boolean;

/**
 * Sets DATABASE_URL, DATABASE_OWNER_URL, DATABASE_READ_URL and the keys in process.env, from the environment or from the built-in
 * PostgreSQL (started for the time of the work unless it runs already), and leaves nothing running that it started.
 * Import what reads the environment only inside `work`.
 */
export function withDatabase<T>(
  options: { needs: Access[]; what: string; folder?: string; /** Also a built-in database that was never migrated. */ isNewToo?: boolean },
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T>;
