/** The schemas beside our own tables: pg-boss's queue and the rate limits. The owner makes them, so that the app needs no right to create. */
import type pg from "pg";
import { PgBoss } from "pg-boss";
import { appRole } from "./roles.ts";

export async function makeQueueSchema(owner: pg.Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: "pgboss", supervise: false, schedule: false, migrate: true, max: 2 });
  boss.on("error", () => {});
  await boss.start();
  await boss.stop({ graceful: false, close: true });
  // Its partitions come and go with the queues, and the app makes no new ones: all queues share one table.
  await owner.query(`
    REVOKE ALL ON SCHEMA pgboss FROM PUBLIC;
    GRANT USAGE ON SCHEMA pgboss TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${appRole};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${appRole};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${appRole};
    ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
    ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT EXECUTE ON FUNCTIONS TO ${appRole};`);
}

/** As rate-limiter-flexible's PostgreSQL store wants it. */
export async function makeLimitsSchema(owner: pg.Client): Promise<void> {
  await owner.query(`
    CREATE SCHEMA IF NOT EXISTS limits;
    CREATE TABLE IF NOT EXISTS limits.rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
    REVOKE ALL ON SCHEMA limits FROM PUBLIC;
    GRANT USAGE ON SCHEMA limits TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON limits.rate_limit TO ${appRole};`);
}
