/**
 * npm run migrate                brings the database up to this program: roles, tables, queue, and the checks after it
 * npm run migrate -- new <name>  writes a migration from the difference between the schema and the migrations
 * npm run migrate -- status      says what ran and what is to run
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { withDatabase } from "./lib/database.mjs";
import { differenceToSchema } from "./lib/engine.ts";
import { findBreaches } from "./lib/invariants.ts";
import { compareHistory, readMigrations } from "./lib/migration-files.ts";
import { applyMigrations, readApplied, refuseHistory, underMigrationLock } from "./lib/migrations.ts";
import { makeRoles, type Urls } from "./lib/roles.ts";
import { complain, say, Sentence } from "./lib/say.mjs";
import { makeLimitsSchema, makeQueueSchema } from "./lib/shared-schemas.ts";

const folder = process.env.MIGRATIONS_DIR ?? "prisma/migrations";
const schemaFolder = process.env.SCHEMA_DIR ?? "prisma/schema";

async function deploy(urls: Urls): Promise<void> {
  const began = Date.now();
  const files = readMigrations(folder);
  const applied = await underMigrationLock(urls.owner, async (owner) => {
    const history = compareHistory(files, await readApplied(owner));
    refuseHistory(history);
    await makeRoles(owner, urls);
    await applyMigrations(owner, history.pending);
    await makeQueueSchema(owner, urls.owner);
    await makeLimitsSchema(owner);
    const breaches = await findBreaches(owner);
    if (breaches.length > 0) {
      throw new Sentence("The migrations ran, but the database is not as safe as it must be (above). The program does not start on it; write a migration that mends it, or change the setting named.", { lines: breaches });
    }
    return history.pending;
  });
  const names = applied.map(({ name }) => name).join(", ");
  say(`✓ 数据库结构 database: ${applied.length === 0 ? "up to date" : `applied ${applied.length} (${names})`}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function writeNew(urls: Urls, name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Sentence("Name the migration in small letters, digits and underscores: npm run migrate -- new add_issue_level");
  const sql = await underMigrationLock(urls.owner, async (owner) => {
    // The roles are the whole server's, and the migrations name them.
    await makeRoles(owner, urls);
    return differenceToSchema(urls.owner, schemaFolder, readMigrations(folder));
  });
  if (sql === null) return say("The migrations already say what the schema says: nothing to write.");
  const full = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  const file = path.join(folder, full, "migration.sql");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, sql);
  writeFileSync(path.join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  say(`✓ ${file}: read it before you run it. A new table with a district_id goes through scope_table(…).`);
}

async function tellStatus(urls: Urls): Promise<void> {
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  try {
    const files = readMigrations(folder);
    const history = compareHistory(files, await readApplied(owner));
    const pending = new Set(history.pending.map(({ name }) => name));
    for (const { name } of files) say(`${pending.has(name) ? "…" : history.edited.includes(name) ? "✗ edited " : "✓"} ${name}`);
    for (const name of history.unknown) say(`? ${name} ran here, but this program does not have it`);
    for (const name of history.unfinished) say(`✗ ${name} was begun by another tool and not ended`);
    say(pending.size === 0 ? "Nothing to run." : `${pending.size} to run: npm run migrate`);
    if (pending.size > 0 || history.edited.length > 0 || history.unknown.length > 0) process.exitCode = 1;
  } finally {
    await owner.end();
  }
}

const [command = "deploy", name] = process.argv.slice(2);
try {
  await withDatabase({ needs: ["owner", "app", "read"], what: "migrate", isNewToo: true }, async (env) => {
    const urls = { owner: env.DATABASE_OWNER_URL!, app: env.DATABASE_URL!, read: env.DATABASE_READ_URL! };
    if (command === "deploy") await deploy(urls);
    else if (command === "new") await writeNew(urls, name);
    else if (command === "status") await tellStatus(urls);
    else throw new Sentence(`migrate does not know "${command}": it knows deploy, new <name> and status.`);
  });
} catch (error) {
  complain(error);
  process.exitCode = error instanceof Sentence ? error.exitCode : 1;
}
