/** Processes and ports: who is alive, who is who, and how to end them. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import net from "node:net";

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** @param {() => boolean | Promise<boolean>} holds @returns {Promise<boolean>} false when the patience ran out first */
export async function waitUntil(holds, { patience, every = 50 }) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() >= end) return false;
    await sleep(every);
  }
  return true;
}

/** When the process began, so that a number given out again is not taken for the old process; null when it is gone. */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    try {
      // The name in parentheses may itself hold spaces and parentheses.
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").pop().split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : fields[19];
    } catch {
      return null;
    }
  }
  try {
    const [state, ...started] = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim().split(/\s+/);
    return !state || state.startsWith("Z") ? null : started.join(" ");
  } catch {
    return null;
  }
}

export const isAlive = (pid) => startOf(pid) !== null;

/** @typedef {{ pid: number, started: string | null }} Who */
/** @returns {Who} */
export const whoIAm = () => ({ pid: process.pid, started: startOf(process.pid) });
/** @param {Who | null | undefined} who */
export const isStillThere = (who) => Boolean(who?.started) && startOf(who.pid) === who.started;

export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Ends a child that leads its own process group, and what it started: kindly, then not. */
export async function endGroup(child, { patience = 20_000, kindly = "SIGTERM" } = {}) {
  if (child.pid === undefined || hasEnded(child)) return;
  signal(-child.pid, kindly);
  await waitUntil(() => hasEnded(child), { patience });
  // Also when the leader went by itself: what it started may not have.
  signal(-child.pid, "SIGKILL");
  await waitUntil(() => hasEnded(child), { patience: 2_000 });
}

export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

export function portIsFree(port, host = "127.0.0.1") {
  return new Promise((done) => {
    const probe = net.createServer();
    probe.once("error", () => done(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)));
  });
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}
