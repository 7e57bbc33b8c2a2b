/**
 * The built-in PostgreSQL 18 of one data folder: made, started, adopted, stopped.
 *
 * Whoever uses it leaves a claim, a file that names its process. The last one to go stops the server; when it was killed and could
 * not, a watcher does. So nothing stays behind, and nobody's database stops under them.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeCluster, makeFolder } from "./cluster-files.mjs";
import { holderOf, withLock } from "./file-lock.mjs";
import { postgresFiles, whoRunsPostgres } from "./postgres-binaries.mjs";
import { environmentOfServer, runningServer, startServer, stopServer } from "./postgres-server.mjs";
import { isStillThere, signal, startOf, waitUntil, whoIAm } from "./processes.mjs";
import { placesIn } from "./rooms.mjs";
import { say } from "./say.mjs";
import { readOrMakeSecrets } from "./secrets.mjs";

const database = "diaodu";

/**
 * @typedef {object} Cluster
 * @property {import("./secrets.mjs").Secrets} secrets
 * @property {{ owner: string, app: string, read: string, superuser: string }} urls
 * @property {boolean} adopted it was running already
 * @property {() => boolean} isUp
 * @property {() => Promise<void>} startAgain after the server was killed
 * @property {() => Promise<void>} release stops the server unless somebody else still uses it
 */

/**
 * @param {{ folder: string, what: string, isDurable?: boolean }} options
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ folder, what, isDurable = true }) {
  makeFolder(folder);
  const at = placesIn(folder);
  return withLock(at.startLock, async () => {
    leaveClaim(at, what);
    try {
      const secrets = readOrMakeSecrets(folder);
      const runAs = whoRunsPostgres(at.cluster);
      const native = postgresFiles(folder, runAs);
      makeCluster({ folder, at, runAs, native, secrets, isDurable });
      const adopted = runningServer(at) !== null;
      const start = () => startServer({ at, runAs, native, isDurable, secrets });
      const port = await start();
      await makeDatabase(port, secrets);
      keepWatch(folder, at);
      return {
        secrets,
        urls: urlsOf(port, secrets),
        adopted,
        isUp: () => runningServer(at) !== null,
        // Who gave it up meanwhile does not start it any more.
        startAgain: () => withLock(at.startLock, async () => void (existsSync(claimOf(at)) && (await start()))),
        release: () => withLock(at.startLock, () => release(at)),
      };
    } catch (error) {
      await release(at);
      throw error;
    }
  }, { what, onWait: (holder) => say(`… 等待另一个进程 waiting for process ${holder?.pid ?? "?"}`) });
}

/** @returns {{ pid: number, port: number, what: string }[]} processes that use the server now */
export const claimsOn = (folder) => liveClaims(placesIn(folder));

/** Stops a server that nobody claims. @returns {Promise<boolean>} whether nobody did */
export async function stopUnclaimed(folder) {
  const at = placesIn(folder);
  return withLock(at.startLock, async () => {
    if (liveClaims(at).length > 0) return false;
    await stopAll(at);
    return true;
  }, { what: "stop PostgreSQL" });
}

export const isServerRunning = (folder) => runningServer(placesIn(folder)) !== null;

// ── Claims ──────────────────────────────────────────────────────────────────────────────────────────────────────

const claimOf = (at) => path.join(at.claims, `${process.pid}.json`);

function leaveClaim(at, what) {
  mkdirSync(at.claims, { recursive: true });
  writeFileSync(claimOf(at), JSON.stringify({ ...whoIAm(), what }));
}

function liveClaims(at) {
  if (!existsSync(at.claims)) return [];
  return readdirSync(at.claims).map((name) => path.join(at.claims, name)).flatMap((file) => {
    const claim = holderOf(file);
    if (!claim) rmSync(file, { force: true });
    return claim ? [claim] : [];
  });
}

async function release(at) {
  rmSync(claimOf(at), { force: true });
  if (liveClaims(at).length === 0) await stopAll(at);
}

// ── The watcher ─────────────────────────────────────────────────────────────────────────────────────────────────

async function stopAll(at) {
  await stopServer(at);
  const watcher = holderOf(at.watcher);
  if (watcher && watcher.pid !== process.pid) {
    signal(watcher.pid, "SIGTERM");
    await waitUntil(() => !isStillThere(watcher), { patience: 3_000 });
  }
  rmSync(at.watcher, { force: true });
}

function keepWatch(folder, at) {
  if (holderOf(at.watcher)) return;
  const program = fileURLToPath(new URL("./postgres-watch.mjs", import.meta.url));
  const watcher = spawn(process.execPath, [program, folder], { cwd: "/", detached: true, stdio: "ignore", env: environmentOfServer() });
  watcher.on("error", () => {});
  watcher.unref();
  if (watcher.pid) writeFileSync(at.watcher, JSON.stringify({ pid: watcher.pid, started: startOf(watcher.pid) }));
}

// ── Roles and database ──────────────────────────────────────────────────────────────────────────────────────────

const urlsOf = (port, secrets) => ({
  owner: `postgresql://diaodu_owner:${secrets.ownerPassword}@127.0.0.1:${port}/${database}`,
  app: `postgresql://diaodu_app_login:${secrets.appPassword}@127.0.0.1:${port}/${database}`,
  read: `postgresql://diaodu_read_login:${secrets.readPassword}@127.0.0.1:${port}/${database}`,
  superuser: `postgresql://postgres:${secrets.superuserPassword}@127.0.0.1:${port}/${database}`,
});

/** What only a superuser can do; all else is `migrate`'s, as the owner. */
async function makeDatabase(port, secrets) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password: secrets.superuserPassword, database: "postgres" });
  await client.connect();
  try {
    const { rows: [found] } = await client.query("SELECT (SELECT count(*) FROM pg_roles WHERE rolname = 'diaodu_owner') AS owner, (SELECT count(*) FROM pg_database WHERE datname = $1) AS database", [database]);
    if (found.owner === "0") await client.query(`CREATE ROLE diaodu_owner LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(secrets.ownerPassword)}`);
    if (found.database === "0") await client.query(`CREATE DATABASE ${database} OWNER diaodu_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8'`);
  } finally {
    await client.end();
  }
}
