/** The server process of one cluster: found, started, waited for, stopped. */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { asUser } from "./postgres-binaries.mjs";
import { freePort, hasEnded, isAlive, portIsFree, signal, sleep, waitUntil } from "./processes.mjs";
import { Sentence, say } from "./say.mjs";
import { lastLines, whatToDoAbout } from "./server-words.mjs";

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

/** Our server, if it runs: PostgreSQL's own pid file may be older than the last power cut, so the process is asked where it lives. */
export function runningServer(at) {
  try {
    const [pid, , , port] = readFileSync(path.join(at.cluster, "postmaster.pid"), "utf8").split("\n").map(Number);
    if (!isAlive(pid)) return null;
    const cluster = realpathSync(at.cluster);
    const isOurs = process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) === cluster : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(`-D ${cluster} `);
    return isOurs ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** @returns {Promise<number>} the port it answers on */
export async function startServer({ at, runAs, native, isDurable, secrets }) {
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
export const environmentOfServer = () => ({ PATH: process.env.PATH ?? "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" });

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
export async function stopServer(at) {
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
}

function makeRoomInLog(file) {
  if (existsSync(file) && statSync(file).size > logKeptBytes) renameSync(file, `${file}.1`);
}
