/** Processes that a run left behind, found by the mark in their environment or by the folder they live in. */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { isAlive, signal, waitUntil } from "./processes.mjs";

const variable = "DIAODU_TEST_RUN";

/** @param {string} run a name that only this run has; what is started from now on carries it */
export function markRun(run) {
  process.env[variable] = run;
}

/** @returns {{ pid: number, command: string }[]} */
function leftBehind(run, folder) {
  return processes().filter(({ pid, command, environment, home }) => pid !== process.pid && isAlive(pid) && (environment.includes(`${variable}=${run}\0`) || command.includes(folder) || home.startsWith(folder)));
}

/**
 * Gives what is just going a moment, and ends the rest.
 * @returns {Promise<string[]>} the commands of those that had to be ended
 */
export async function endLeftovers(run, folder, patience = 8_000) {
  await waitUntil(() => leftBehind(run, folder).length === 0, { patience, every: 250 });
  const left = leftBehind(run, folder);
  for (const { pid } of left) signal(pid, "SIGKILL");
  return left.map(({ pid, command }) => `${pid} ${command.slice(0, 200)}`);
}

function processes() {
  if (process.platform !== "linux") {
    return execFileSync("ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8" }).trim().split("\n").map((line) => {
      const [, pid, command] = line.match(/^\s*(\d+)\s+(.*)$/) ?? [];
      return { pid: Number(pid), command: command ?? "", environment: "", home: "" };
    });
  }
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((pid) => ({
    pid: Number(pid),
    command: of(() => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()),
    environment: of(() => readFileSync(`/proc/${pid}/environ`, "utf8")),
    home: of(() => readlinkSync(`/proc/${pid}/cwd`)),
  }));
}

/** It may be gone, or not ours to ask. */
function of(read) {
  try {
    return read();
  } catch {
    return "";
  }
}
