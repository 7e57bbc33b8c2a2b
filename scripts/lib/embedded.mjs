/**
 * The built-in PostgreSQL 18 of one data folder: made, started, adopted, stopped.
 *
 * Whoever uses it leaves a claim, a file that names its process. The last one to go stops the server; when it was killed and could
 * not, a watcher does. So nothing stays behind, and nobody's database stops under them.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { holderOf, withLock } from "./file-lock.mjs";
import { canReach, postgresFiles, shelter, whoRunsPostgres } from "./postgres-binaries.mjs";
import { freePort, hasEnded, isAlive, isStillThere, portIsFree, signal, sleep, startOf, waitUntil, whoIAm } from "./processes.mjs";
import { placesIn } from "./rooms.mjs";
import { Sentence, say } from "./say.mjs";
import { readOrMakeSecrets } from "./secrets.mjs";

const majorVersion = "18";
const database = "diaodu";
const logKeptBytes = 10 * 1024 * 1024;

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 200,
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  maintenance_work_mem: "128MB",
  work_mem: "8MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  wal_compression: "on",
  random_page_cost: 1.1,
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %u@%d ",
  log_lock_waits: "on",
  // Its longer forms write the values of the failed row, which may be somebody's name or phone, into the log.
  log_error_verbosity: "terse",
};
const durable = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };
const forTestsOnly = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_wal_size: "1GB" };

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
    await stopServer(at);
    return true;
  }, { what: "stop PostgreSQL" });
}

export const isServerRunning = (folder) => runningServer(placesIn(folder)) !== null;

function makeFolder(folder) {
  const asRoot = process.getuid?.() === 0;
  try {
    // Root's PostgreSQL runs as another user, who must get through.
    mkdirSync(folder, { recursive: true, mode: asRoot ? 0o755 : 0o700 });
  } catch (error) {
    throw new Sentence(`The data folder ${folder} cannot be made (${error.message}). Give DATA_DIR=<a folder you may write>.`);
  }
  const at = placesIn(folder);
  for (const place of [folder, at.claims, at.secrets]) {
    try {
      if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK);
    } catch {
      throw new Sentence(`${place} belongs to another user. Nothing was changed. Start as the user who made it or as root, or give DATA_DIR=<a folder you may write>.`);
    }
  }
}

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
  if (liveClaims(at).length === 0) await stopServer(at);
}

// ── The cluster on disk ─────────────────────────────────────────────────────────────────────────────────────────

function makeCluster({ folder, at, runAs, native, secrets, isDurable }) {
  const versionFile = path.join(at.cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === majorVersion) return;
    throw new Sentence(`The database in ${at.cluster} was made by PostgreSQL ${version}; this program brings ${majorVersion}. Nothing was changed. Restore a backup into a new DATA_DIR, or go back to the program that made it.`);
  }
  const home = canReach(runAs, folder) ? folder : makeShelter(folder, runAs);
  for (const name of readdirSync(home)) if (name.startsWith("pg.new-")) rmSync(path.join(home, name), { recursive: true, force: true });
  const fresh = path.join(home, `pg.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFolder = mkdtempSync(path.join(os.tmpdir(), "diaodu-"));
  const passwordFile = path.join(passwordFolder, "superuser");
  writeFileSync(passwordFile, `${secrets.superuserPassword}\n`, { mode: 0o600 });
  if (runAs) for (const place of [fresh, passwordFolder, passwordFile]) chownSync(place, runAs.uid, runAs.gid);
  try {
    const made = spawnSync(
      path.join(native, "bin", "initdb"),
      ["-D", fresh, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--data-checksums", ...(isDurable ? [] : ["--no-sync"])],
      { ...asUser(runAs), cwd: "/", encoding: "utf8" },
    );
    if (made.status !== 0) throw new Sentence(`PostgreSQL could not make its data folder in ${home}. ${whatToDoAbout(`${made.stderr}`)}`, { lines: lastLines(`${made.error?.message ?? ""}\n${made.stdout}\n${made.stderr}`) });
    // Killed before this line, the next start begins afresh.
    renameSync(fresh, path.join(home, "pg"));
    if (home !== folder) symlinkSync(path.join(home, "pg"), at.cluster);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

export const shelterOf = (folder) => path.join(shelter, createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12));

function makeShelter(folder, runAs) {
  const home = shelterOf(folder);
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Sentence(`PostgreSQL runs as ${runAs.name}, who cannot get into ${folder}, and ${home} cannot be made instead (${error.message}). Give DATA_DIR=<a folder open to ${runAs.name}>, such as /srv/diaodu, or start as an ordinary user.`);
  }
  if (existsSync(path.join(home, "pg"))) {
    throw new Sentence(`${home} still holds the database of an earlier ${folder}. Nothing was changed. Remove it if you no longer need it (rm -r ${home}), or give another DATA_DIR.`);
  }
  say(`  ${folder} 对用户 ${runAs.name} 不开放，数据库放在 ${home} · PostgreSQL runs as ${runAs.name}, who cannot get in there: its files lie in ${home}`);
  return home;
}

// ── The server ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Our server, if it runs: PostgreSQL's own pid file may be older than the last power cut, so the process is asked where it lives. */
function runningServer(at) {
  try {
    const [pid, , , port] = readFileSync(path.join(at.cluster, "postmaster.pid"), "utf8").split("\n").map(Number);
    if (!isAlive(pid)) return null;
    const cluster = realpathSync(at.cluster);
    const lives = process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
    return lives.includes(cluster) ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** @returns {Promise<number>} the port it answers on */
async function startServer({ at, runAs, native, isDurable, secrets }) {
  const running = runningServer(at);
  if (running) {
    await waitForAnswer({ at, ...running, password: secrets.superuserPassword });
    return running.port;
  }
  await clearForeignPidFile(at);
  makeRoomInLog(at.clusterLog);
  let port = await rememberedPort(at);
  for (let tries = 1; ; tries++) {
    const logFrom = existsSync(at.clusterLog) ? statSync(at.clusterLog).size : 0;
    const server = launch({ at, runAs, native, port, isDurable });
    try {
      await waitForAnswer({ at, pid: server.pid, port, password: secrets.superuserPassword, hasEnded: () => hasEnded(server) });
      writeFileSync(at.clusterPort, `${port}\n`);
      return port;
    } catch (error) {
      const said = readFileSync(at.clusterLog, "utf8").slice(logFrom);
      // After a kill -9 its workers may need a moment to notice and to let go.
      const lingers = /still in use|lock file .* already exists|is another postmaster/i.test(said);
      const portTaken = /could not bind|address already in use/i.test(said);
      if (tries >= 20 || !(lingers || portTaken)) {
        if (error instanceof Sentence && !hasEnded(server)) throw error;
        throw new Sentence(`PostgreSQL did not start. The data in ${at.cluster} are as they were. ${whatToDoAbout(said)}`, { lines: lastLines(said) });
      }
      if (portTaken) port = await freePort();
      else await sleep(1_000);
    }
  }
}

/**
 * PostgreSQL clears its own stale pid file, unless the number now belongs to somebody else of the same user, as it easily does after a
 * container was restarted. Removed only when no process at all still lives in the folder.
 */
async function clearForeignPidFile(at) {
  const file = path.join(at.cluster, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file) || !isAlive(parseInt(readFileSync(file, "utf8"), 10))) return;
  const cluster = realpathSync(at.cluster);
  const livesThere = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  };
  if (await waitUntil(() => !readdirSync("/proc").some((name) => /^\d+$/.test(name) && livesThere(name)), { patience: 20_000, every: 200 })) rmSync(file, { force: true });
}

function launch({ at, runAs, native, port, isDurable }) {
  const log = openSync(at.clusterLog, "a", 0o600);
  const chosen = { ...settings, ...(isDurable ? durable : forTestsOnly), port };
  const server = spawn(
    path.join(native, "bin", "postgres"),
    ["-D", realpathSync(at.cluster), ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // In a session of its own, so that Ctrl-C in the terminal does not reach it before those who use it are gone.
    { ...asUser(runAs), cwd: "/", detached: true, stdio: ["ignore", log, log], env: environmentOfServer() },
  );
  closeSync(log);
  server.on("error", () => {});
  server.unref();
  return server;
}

/** Nothing of ours: it needs no secrets, and PG… variables of the caller would change it. */
const environmentOfServer = () => ({ PATH: process.env.PATH ?? "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" });

const asUser = (runAs) => (runAs ? { uid: runAs.uid, gid: runAs.gid } : {});

async function rememberedPort(at) {
  const remembered = existsSync(at.clusterPort) ? Number(readFileSync(at.clusterPort, "utf8")) : 0;
  return remembered > 0 && (await portIsFree(remembered)) ? remembered : freePort();
}

/** Waits through a recovery too, however long it takes, as long as the process lives and says that it is at it. */
async function waitForAnswer({ at, pid, port, password, hasEnded: ended = () => !isAlive(pid) }) {
  const { default: pg } = await import("pg");
  const began = Date.now();
  let silentSince = began;
  let told = began;
  for (;;) {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres", connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (ended()) throw new Error("ended");
      if (error.code === "28P01") throw new Sentence(`The database in ${at.cluster} does not know the password kept in ${at.secrets}: they do not belong together. Nothing was changed. Put back the secrets.json that belongs to it.`);
      // 57P03: it starts, recovers or stops.
      if (error.code === "57P03") silentSince = Date.now();
      if (Date.now() - silentSince > 60_000) throw new Sentence(`PostgreSQL (process ${pid}) runs but does not answer on 127.0.0.1:${port}. The data are as they were. See ${at.clusterLog}; end that process and start again.`);
    }
    if (Date.now() - told > 15_000) {
      told = Date.now();
      say(`… 数据库正在恢复 PostgreSQL is recovering, ${Math.round((told - began) / 1000)} s`);
    }
    await sleep(100);
  }
}

/** "Fast": it ends what runs and writes everything down. */
async function stopServer(at) {
  const server = runningServer(at);
  if (server) {
    signal(server.pid, "SIGINT");
    const gone = () => !isAlive(server.pid);
    if (!(await waitUntil(gone, { patience: 15_000 }))) {
      // "Immediate": it recovers at the next start, nothing acknowledged is lost.
      signal(server.pid, "SIGQUIT");
      if (!(await waitUntil(gone, { patience: 5_000 }))) signal(server.pid, "SIGKILL");
      await waitUntil(gone, { patience: 2_000 });
    }
  }
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

function makeRoomInLog(file) {
  if (existsSync(file) && statSync(file).size > logKeptBytes) renameSync(file, `${file}.1`);
}

const lastLines = (text, count = 12) => text.trimEnd().split("\n").filter(Boolean).slice(-count);

function whatToDoAbout(said) {
  if (/no space left/i.test(said)) return "The disk is full: make room and start again.";
  if (/shared memory/i.test(said) && /allocate|resize|space/i.test(said)) return "The machine has too little shared memory: in a container give it more (--shm-size=512m) and start again.";
  if (/cannot allocate memory|out of memory/i.test(said)) return "The machine has too little memory: end something else and start again.";
  if (/error while loading shared libraries/i.test(said)) return "A library of the system is missing (named below this line's place in the list): install it, or give DATABASE_URL of another PostgreSQL 18.";
  if (/permission denied|wrong ownership|invalid permissions/i.test(said)) return "It may not read or write its folder: give the folder back to the user who made it, with mode 0700, and start again.";
  if (/checksum|corrupt|invalid page|could not locate a valid checkpoint/i.test(said)) return "The files are damaged: do not delete anything, copy the folder, and restore your backup into a new DATA_DIR.";
  return "Read the lines above; then start again, or give DATABASE_URL of another PostgreSQL 18.";
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
