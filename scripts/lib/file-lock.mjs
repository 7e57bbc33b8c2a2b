/** A lock that a dead process does not keep: a file that names its holder. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Sentence } from "./say.mjs";
import { isStillThere, sleep, whoIAm } from "./processes.mjs";

const halfWrittenFor = 3_000;

/** @returns {({ pid: number, started: string, [more: string]: unknown }) | null} who holds it, if that process still lives */
export function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return isStillThere(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** @returns {{ tell: (more: object) => void, release: () => void } | null} null when somebody else holds it */
export function tryLock(file, more = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let tries = 0; tries < 20; tries++) {
    try {
      const mine = { ...whoIAm(), ...more };
      writeFileSync(file, JSON.stringify(mine), { flag: "wx", mode: 0o644 });
      return {
        tell: (later) => writeFileSync(file, JSON.stringify({ ...mine, ...later })),
        release: () => {
          if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
        },
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (holderOf(file) || isBeingWritten(file)) return null;
    takeAwayFromTheDead(file);
  }
  return null;
}

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ patience?: number, onWait?: (holder: object | null) => void, what?: string }} [how]
 */
export async function withLock(file, work, { patience = 120_000, onWait, what = "" } = {}) {
  const end = Date.now() + patience;
  let lock = tryLock(file, { what });
  if (!lock) onWait?.(holderOf(file));
  while (!lock) {
    if (Date.now() > end) {
      const holder = holderOf(file);
      throw new Sentence(`Another process (${holder?.pid ?? "unknown"}${holder?.what ? `, ${holder.what}` : ""}) has held ${file} for too long. Nothing was changed; end that process and start again.`);
    }
    await sleep(100);
    lock = tryLock(file, { what });
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function isBeingWritten(file) {
  try {
    return readFileSync(file, "utf8") === "" && Date.now() - statSync(file).mtimeMs < halfWrittenFor;
  } catch {
    return false;
  }
}

/** By renaming: of several who saw the dead holder only one gets the file, and one that caught a living holder's puts it back. */
function takeAwayFromTheDead(file) {
  const aside = `${file}.dead-${process.pid}-${Date.now()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) && !existsSync(file)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
