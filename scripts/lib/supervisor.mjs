/** Keeps programs running: what crashes is started again, ever more patiently, and told when it never gets up. */
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { childOfOurs } from "./lifetime.mjs";
import { endGroup, hasEnded, sleep } from "./processes.mjs";
import { root } from "./rooms.mjs";
import { Sentence, say } from "./say.mjs";

const firstPause = 500;
const longestPause = 30_000;
/** Having run this long, a crash is a new one. */
const provenAfter = 60_000;
const crashesAtFirst = 5;
const logKeptBytes = 10 * 1024 * 1024;
const stopPatience = 18_000;

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string | null} log a file; null: the terminal
 */

export class Supervisor {
  #running = new Map();
  #isStopping = false;
  #giveUp;
  /** Rejects when something cannot be kept running. */
  failed = new Promise((_, fail) => (this.#giveUp = fail));

  constructor() {
    this.failed.catch(() => {});
  }

  /** @param {Program} program */
  start(program, crashes = 0) {
    if (this.#isStopping) return;
    const output = program.log ? openLog(program.log) : "inherit";
    const child = spawn(program.command, program.args, { cwd: root, env: childOfOurs(program.env), detached: true, stdio: ["ignore", output, output] });
    if (typeof output === "number") closeSync(output);
    this.#running.set(program.name, child);
    const began = Date.now();
    child.once("error", (error) => this.#giveUp(new Sentence(`${program.name} could not be started: ${error.message}`)));
    child.once("exit", async (code, signalName) => {
      if (this.#isStopping) return;
      const isProven = Date.now() - began > provenAfter;
      const count = isProven ? 1 : crashes + 1;
      const how = signalName ? `signal ${signalName}` : `code ${code}`;
      if (count > crashesAtFirst && !program.wasReady) {
        this.#giveUp(new Sentence(`${program.name} ended ${count} times at its start (${how}), the last lines of ${program.log ?? "its output"} are above. The data are as they were. Mend what they name and start again.`, { lines: tailOf(program.log) }));
        return;
      }
      const pause = Math.min(firstPause * 2 ** (count - 1), longestPause);
      say(`! ${program.name} 已退出 ended (${how}), ${pause / 1000} s 后重启 starting again${program.log ? `, ${program.log}` : ""}`);
      await sleep(pause);
      this.start(program, count);
    });
  }

  isUp(name) {
    const child = this.#running.get(name);
    return child !== undefined && !hasEnded(child);
  }

  /** Its later crashes are no longer those of a program that cannot start. */
  tellReady(program) {
    program.wasReady = true;
  }

  async stop() {
    this.#isStopping = true;
    await Promise.all([...this.#running.values()].map((child) => endGroup(child, { patience: stopPatience })));
  }
}

/** Straight into the file: a pipe through us would break when we are killed. */
function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > logKeptBytes) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

export function tailOf(file, lines = 30) {
  if (!file || !existsSync(file)) return [];
  return readFileSync(file, "utf8").slice(-20_000).trimEnd().split("\n").slice(-lines);
}
