/** The life of one command: what it started ends with it, in the reverse order, however it ends. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { endGroup, isAlive } from "./processes.mjs";
import { Sentence, complain, hush, say } from "./say.mjs";

const parentWatch = new URL("./parent.mjs", import.meta.url).href;
export const withParentWatch = ["--import", parentWatch];

/** Set for what we start, so that parent.mjs also notices a supervisor that died before it looked. */
export const childOfOurs = (env) => ({ ...env, DIAODU_SUPERVISOR: String(process.pid) });

export class Lifetime {
  #endings = [];
  #ending = null;

  /** @param {{ codeWhenAsked?: number }} [options] the exit code after Ctrl-C and its like */
  constructor({ codeWhenAsked = 0 } = {}) {
    this.codeWhenAsked = codeWhenAsked;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => void this.#endWhenAsked());
    // Output that nobody reads any more (a closed terminal, `| head`) is no reason to leave a database running.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void this.end(1));
    this.#followNpm();
  }

  get isEnding() {
    return this.#ending !== null;
  }

  /** @param {() => void | Promise<void>} work @returns {() => void} takes it back */
  onEnd(work) {
    this.#endings.push(work);
    return () => {
      this.#endings = this.#endings.filter((other) => other !== work);
    };
  }

  /** Ends what was started and the process; the first caller's code counts. @returns {Promise<never>} */
  end(code) {
    this.#ending ??= (async () => {
      for (const work of this.#endings.reverse()) {
        try {
          await work();
        } catch (error) {
          complain(error);
          code ||= 1;
        }
      }
      process.exit(code);
    })();
    return this.#ending;
  }

  #endWhenAsked() {
    if (this.isEnding) return;
    hush();
    if (this.#endings.length > 0) say("… 正在停止 stopping");
    return this.end(this.codeWhenAsked);
  }

  /** For the main line of a command. */
  async run(main) {
    try {
      await main();
    } catch (error) {
      // What is being ended fails on the way, and that is not worth a word.
      if (this.isEnding) return this.#ending;
      complain(error);
      await this.end(error instanceof Sentence ? error.exitCode : 1);
    }
  }

  /** npm passes Ctrl-C and SIGTERM on; killed otherwise, it can only be missed. */
  #followNpm() {
    if (!process.env.npm_lifecycle_event) return;
    const forebears = [process.ppid];
    const shell = process.ppid;
    try {
      const fields = readFileSync(`/proc/${shell}/stat`, "latin1").split(") ");
      if (/\((?:ba|da|a|z|k)?sh$/.test(fields[0])) forebears.push(Number(fields[1].split(" ")[1]));
    } catch {
      // Without /proc only the direct parent is watched.
    }
    const watch = setInterval(() => {
      if (process.ppid === forebears[0] && forebears.every((pid) => pid <= 1 || isAlive(pid))) return;
      clearInterval(watch);
      void this.#endWhenAsked();
    }, 1_000);
    watch.unref();
  }
}

/** A part of a command's life that ends earlier: what was started in it ends with it, at the latest when the whole does. */
export class Part {
  #endings = [];
  #isClosed = false;
  #takeBack;

  /** @param {Lifetime} lifetime */
  constructor(lifetime) {
    this.lifetime = lifetime;
    this.#takeBack = lifetime.onEnd(() => this.close());
  }

  get isEnding() {
    return this.#isClosed || this.lifetime.isEnding;
  }

  onEnd(work) {
    this.#endings.push(work);
    return () => {
      this.#endings = this.#endings.filter((other) => other !== work);
    };
  }

  run(main) {
    return this.lifetime.run(main);
  }

  async close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const work of this.#endings.reverse()) await work();
    this.#takeBack();
  }
}

/**
 * Runs one program to its end; its output is kept and shown only when it fails.
 * @param {Lifetime | Part} lifetime
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, user?: { uid?: number, gid?: number }, onFailure?: string }} [how]
 * @returns {Promise<string>} what it said
 */
export async function runProgram(lifetime, command, args, { cwd, env = process.env, user, onFailure } = {}) {
  const { code, said } = await runToEnd(lifetime, command, args, { cwd, env, user });
  if (code === 0) return said;
  throw new Sentence(onFailure ?? `${command} ${args.join(" ")} failed.`, { lines: excerpt(said), exitCode: typeof code === "number" ? code : 1 });
}

/** The beginning and the end: compilers name the cause first, runtimes last. */
function excerpt(said, most = 40) {
  const lines = said.trimEnd().split("\n");
  return lines.length <= most ? lines : [...lines.slice(0, most / 2), `… ${lines.length - most} lines more …`, ...lines.slice(-most / 2)];
}

/** @returns {Promise<{ code: number | string, said: string }>} the exit code, or the name of the signal that ended it */
export function runToEnd(lifetime, command, args, { cwd, env = process.env, user = {}, isShown = false, kindly = "SIGTERM" } = {}) {
  return new Promise((done, fail) => {
    if (lifetime.isEnding) return;
    const child = spawn(command, args, { ...user, cwd, env: childOfOurs(env), detached: true, stdio: ["ignore", isShown ? "inherit" : "pipe", isShown ? "inherit" : "pipe"] });
    const takeBack = lifetime.onEnd(() => endGroup(child, { patience: 10_000, kindly }));
    let said = "";
    const keep = (chunk) => void (said = (said + chunk).slice(-2_000_000));
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.once("error", (error) => {
      takeBack();
      fail(new Sentence(`${command} could not be started: ${error.message}`));
    });
    child.once("close", (code, signalName) => {
      if (lifetime.isEnding) return;
      takeBack();
      done({ code: code ?? signalName, said });
    });
  });
}
