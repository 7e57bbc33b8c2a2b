/**
 * Runs migrations and keeps Prisma's record of them. Each file and its record are one transaction: a migration killed half-way never
 * happened, and the next start runs it again.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { lineOf, whyNotDestructive, whyNotOneTransaction, type AppliedMigration, type History, type MigrationFile } from "./migration-files.ts";
import { appRole, readRole } from "./roles.ts";
import { say, Sentence } from "./say.mjs";

/** Ours; Prisma's own tools take 72707369. */
const lockKey = 72707370;
const lockTries = 5;

/** One migrator at a time. The lock is the session's own, so that it stays held as long as anything of ours still runs in it. */
export async function underMigrationLock<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: "diaodu migrate", connectionTimeoutMillis: 10_000 });
  owner.on("error", () => {});
  try {
    await owner.connect();
  } catch (error) {
    throw new Sentence(`The database of DATABASE_OWNER_URL cannot be reached (${describe(error)}). Nothing was changed. Start it or correct the address, then run this again.`);
  }
  try {
    // A killed migrator's statement must not run on for hours with its locks held.
    await owner.query("SET client_connection_check_interval = '1s'; SET lock_timeout = '60s'");
    try {
      await owner.query("SELECT pg_advisory_lock($1)", [lockKey]);
    } catch (error) {
      if ((error as pg.DatabaseError).code !== "55P03") throw error;
      throw new Sentence("Another migration has been running on this database for over a minute. Nothing was changed. Wait until it is done, then run this again.");
    }
    await owner.query("SET lock_timeout = '2s'");
    return await work(owner);
  } finally {
    await owner.end().catch(() => {});
  }
}

export async function readApplied(owner: pg.Client): Promise<AppliedMigration[]> {
  const { rows: [found] } = await owner.query<{ there: boolean }>("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!found?.there) return [];
  const { rows } = await owner.query<AppliedMigration>(
    'SELECT migration_name AS name, checksum, finished_at AS "finishedAt", rolled_back_at AS "rolledBackAt" FROM public._prisma_migrations ORDER BY started_at',
  );
  return rows;
}

export function refuseHistory(history: History): void {
  if (history.edited.length > 0) {
    throw new Sentence(`${history.edited.join(", ")} was edited after it ran on this database. Nothing was changed. Put the file back as it was, and write what is new into a new migration.`);
  }
  if (history.unknown.length > 0) {
    throw new Sentence(`This database already ran ${history.unknown.join(", ")}, which this program does not have: it belongs to a newer one. Nothing was changed. Start the newer program, or restore a backup from before it.`);
  }
  if (history.unfinished.length > 0) {
    throw new Sentence(`Another tool began ${history.unfinished.join(", ")} on this database and did not end it. Nothing was changed. See what of it is there, then correct its row in _prisma_migrations.`);
  }
  for (const { name, sql } of history.pending) {
    const drops = whyNotDestructive(sql);
    if (drops) throw new Sentence(`${name}, ${drops} would destroy what people wrote. Nothing was changed. If that is meant, write "-- allow-drop: <reason>" into the file.`);
    const tears = whyNotOneTransaction(sql);
    if (tears) throw new Sentence(`${name}, ${tears} cannot be part of the one transaction in which a migration runs. Nothing was changed. Take it out.`);
  }
}

export async function applyMigrations(owner: pg.Client, pending: MigrationFile[]): Promise<void> {
  await owner.query(`
    CREATE TABLE IF NOT EXISTS public._prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
      rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  for (const file of pending) await applyPatiently(owner, file);
  // "Ready" compares them with the program's own.
  await owner.query(`GRANT USAGE ON SCHEMA public TO ${appRole}, ${readRole}; GRANT SELECT ON public._prisma_migrations TO ${appRole}, ${readRole}`);
}

/** It asks for a lock for 2 seconds only, since everybody who comes after would wait behind it; then it lets them pass and asks again. */
async function applyPatiently(owner: pg.Client, file: MigrationFile): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await apply(owner, file);
    } catch (error) {
      const { code } = error as pg.DatabaseError;
      if (code !== "55P03") throw failure(file, error);
      if (tries === lockTries) {
        throw new Sentence(`${file.name} did not get its lock in ${lockTries} tries of 2 seconds: somebody is working on the same table. This migration changed nothing, those before it stay. Run this again at a quieter time.`, { lines: [describe(error)] });
      }
      say(`… ${file.name} waits for others who work on the same table (${tries})`);
      await new Promise((done) => setTimeout(done, 1_000 * tries));
    }
  }
}

async function apply(owner: pg.Client, file: MigrationFile): Promise<void> {
  await owner.query("BEGIN");
  try {
    await owner.query(file.sql);
    await owner.query(
      "INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)",
      [randomUUID(), file.checksum, file.name],
    );
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => {});
    throw error;
  }
  // What a file sets for itself must not reach the next one.
  await owner.query("RESET ALL; RESET SESSION AUTHORIZATION; SET client_connection_check_interval = '1s'; SET lock_timeout = '2s'");
}

function failure(file: MigrationFile, error: unknown): Error {
  const { message, code, detail, hint, where, position } = error as pg.DatabaseError;
  if (!code) return new Sentence(`The connection broke while ${file.name} ran (${message}). It changed nothing. Run this again.`);
  const line = position ? lineOf(file.sql, Number(position)) : null;
  const quoted = line ? [`${file.name}/migration.sql:${line}`, file.sql.split("\n")[line - 1]!.trim()] : [];
  const more = [detail && `detail: ${detail}`, hint && `hint: ${hint}`, where && `where: ${where}`].filter((text): text is string => Boolean(text));
  return new Sentence(`${file.name} failed${line ? ` at line ${line}` : ""}: ${message}. It changed nothing, those before it stay. Mend the file and run this again.`, {
    lines: [...quoted, `PostgreSQL ${code}: ${message}`, ...more].flatMap((text) => text.split("\n")),
  });
}

const describe = (error: unknown) => {
  const { code, message } = error as pg.DatabaseError;
  return message || code || String(error);
};
