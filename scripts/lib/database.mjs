/** The database of a command: the one the environment names, else the built-in one. */
import { mkdirSync } from "node:fs";
import { openCluster } from "./embedded.mjs";
import { withLock } from "./file-lock.mjs";
import { dataFolder, placesIn } from "./rooms.mjs";
import { Sentence } from "./say.mjs";
import { givenSecrets, readOrMakeSecrets } from "./secrets.mjs";
import { surroundingsOf } from "./surroundings.mjs";

/** @typedef {"app" | "owner" | "read"} Access */
const variables = { app: "DATABASE_URL", owner: "DATABASE_OWNER_URL", read: "DATABASE_READ_URL" };
const uses = { app: "the application itself", owner: "changing the tables (npm run migrate) and making the roles", read: "reading without the right to write" };

export const isDatabaseGiven = () => Boolean(process.env.DATABASE_URL);

/**
 * @param {{ needs: Access[], what: string, folder?: string, isDurable?: boolean }} options
 * @returns {Promise<{ urls: { owner?: string, app?: string, read?: string }, secrets: import("./secrets.mjs").Secrets, cluster: import("./embedded.mjs").Cluster | null, release: () => Promise<void> }>}
 */
export async function openDatabase({ needs, what, folder = dataFolder(), isDurable = true }) {
  if (!isDatabaseGiven()) {
    const stray = Object.values(variables).find((name) => process.env[name]);
    if (stray) throw new Sentence(`${stray} is set but DATABASE_URL is not. Set all three (DATABASE_URL, DATABASE_OWNER_URL, DATABASE_READ_URL), or none for the built-in database.`);
    const cluster = await openCluster({ folder, what, isDurable });
    return { urls: cluster.urls, secrets: cluster.secrets, cluster, release: () => cluster.release() };
  }
  const urls = {};
  for (const access of /** @type {Access[]} */ (Object.keys(variables))) {
    const given = process.env[variables[access]];
    if (given) urls[access] = checkedUrl(variables[access], given);
    else if (needs.includes(access)) throw new Sentence(`DATABASE_URL is set, but ${variables[access]} is not: ${uses[access]} needs it. Nothing was changed. Set it to a postgresql:// address of the same database.`);
  }
  const secrets = givenSecrets() ?? (await keptSecrets(folder, what));
  return { urls, secrets, cluster: null, release: async () => {} };
}

async function keptSecrets(folder, what) {
  mkdirSync(folder, { recursive: true });
  return withLock(placesIn(folder).startLock, async () => readOrMakeSecrets(folder), { what });
}

function checkedUrl(name, given) {
  try {
    const url = new URL(given);
    if (/^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return given;
  } catch {
    // The sentence below says it.
  }
  throw new Sentence(`${name} is not an address of a database. It must look like postgresql://user:password@host:5432/diaodu`);
}

/**
 * For scripts: sets the environment that the foundation reads, does the work, and leaves nothing running that it started.
 * @template T
 * @param {{ needs: Access[], what: string, folder?: string, isNewToo?: boolean }} options `isNewToo`: also one that was never migrated
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase({ needs, what, folder = dataFolder(), isNewToo = false }, work) {
  const database = await openDatabase({ needs, what, folder });
  const end = (code) => void database.release().finally(() => process.exit(code));
  const onInterrupt = () => end(130);
  const onTerminate = () => end(143);
  process.once("SIGINT", onInterrupt);
  process.once("SIGTERM", onTerminate);
  try {
    if (!isNewToo && database.cluster) await refuseNew(database.cluster.urls.superuser, folder);
    const env = surroundingsOf({ folder, port: Number(process.env.PORT || 3000), urls: database.urls, secrets: database.secrets, isDemo: Boolean(process.env.DIAODU_DEMO) });
    Object.assign(process.env, env, { NODE_ENV: process.env.NODE_ENV || "production" });
    return await work(env);
  } finally {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onTerminate);
    await database.release();
  }
}

async function refuseNew(url, folder) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: [{ migrated }] } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS migrated");
    if (!migrated) throw new Sentence(`The database in ${folder} is new and has no tables yet. Run npm run migrate first, or npm run demo for the demo; another DATA_DIR or DATABASE_URL may be what you meant.`);
  } finally {
    await client.end();
  }
}
