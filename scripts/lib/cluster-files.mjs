/** The folder of a data folder's cluster: made once, whole or not at all, where the user who runs PostgreSQL can get in. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { asUser, canReach, shelter } from "./postgres-binaries.mjs";
import { placesIn } from "./rooms.mjs";
import { Sentence, say } from "./say.mjs";
import { lastLines, whatToDoAbout } from "./server-words.mjs";

const majorVersion = "18";

export function makeFolder(folder) {
  const asRoot = process.getuid?.() === 0;
  try {
    const isNew = !existsSync(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Root's PostgreSQL runs as another user, who must get through, whatever the umask says.
    if (isNew && asRoot) chmodSync(folder, 0o755);
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

export function makeCluster({ folder, at, runAs, native, secrets, isDurable }) {
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
    mkdirSync(home, { recursive: true });
    for (const place of [shelter, home]) chmodSync(place, 0o755);
  } catch (error) {
    throw new Sentence(`PostgreSQL runs as ${runAs.name}, who cannot get into ${folder}, and ${home} cannot be made instead (${error.message}). Give DATA_DIR=<a folder open to ${runAs.name}>, such as /srv/diaodu, or start as an ordinary user.`);
  }
  if (existsSync(path.join(home, "pg"))) {
    throw new Sentence(`${home} still holds the database of an earlier ${folder}. Nothing was changed. Remove it if you no longer need it (rm -r ${home}), or give another DATA_DIR.`);
  }
  say(`  ${folder} 对用户 ${runAs.name} 不开放，数据库放在 ${home} · PostgreSQL runs as ${runAs.name}, who cannot get in there: its files lie in ${home}`);
  return home;
}
