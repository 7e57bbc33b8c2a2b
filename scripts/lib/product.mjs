/** The product as a whole: database, migrations, demo data, worker and app, started in this order and stopped in the reverse. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "./database.mjs";
import { holderOf, tryLock } from "./file-lock.mjs";
import { runProgram, runToEnd, withParentWatch } from "./lifetime.mjs";
import { portIsFree, sleep, waitUntil } from "./processes.mjs";
import { placesIn, root } from "./rooms.mjs";
import { Sentence, say, step } from "./say.mjs";
import { Supervisor, tailOf } from "./supervisor.mjs";
import { surroundingsOf } from "./surroundings.mjs";
import { packageProgram, productNode, serverFile, typeScript } from "./toolchain.mjs";

const refusedDatabase = 3;
const readyWithin = 90_000;

/** @returns {{ pid: number, port: number } | null} the product that runs on this data folder */
export const runningProduct = (folder) => holderOf(placesIn(folder).running);

export function chosenPort(usual = 3000) {
  const port = Number(process.env.PORT || usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Sentence(`PORT=${process.env.PORT} is not a port: give a number from 1 to 65535.`);
  return port;
}

/**
 * @typedef {object} Plan
 * @property {string} folder
 * @property {number} port
 * @property {string} what the command, for who meets its lock
 * @property {boolean} isDemo loads the demo once
 * @property {boolean} [isDevelopment]
 * @property {string | null} [day] moves the demo on to this day before it opens
 * @property {boolean} [logsToTerminal]
 */

/**
 * @param {import("./lifetime.mjs").Lifetime | import("./lifetime.mjs").Part} lifetime
 * @param {Plan} plan
 */
export async function startProduct(lifetime, plan) {
  const { folder, port, isDemo, isDevelopment = false } = plan;
  claimFolder(lifetime, plan);
  await claimPort(port);

  const opening = openDatabase({ needs: ["app", "owner", "read"], what: plan.what, folder });
  // Also when the end is asked for while it is still starting.
  lifetime.onEnd(async () => (await opening.catch(() => null))?.release());
  const database = await step("启动数据库 starting the database", () => opening);

  const env = surroundingsOf({ folder, port, urls: database.urls, secrets: database.secrets, isDemo, isDevelopment });
  mkdirSync(env.UPLOAD_DIR, { recursive: true });
  await migrate(lifetime, env);
  if (isDemo) await seed(lifetime, env);
  if (plan.day) await moveDay(lifetime, env, plan.day);

  const supervisor = new Supervisor();
  lifetime.onEnd(() => supervisor.stop());
  const logs = placesIn(folder).logs;
  const logOf = (name) => (plan.logsToTerminal ? null : path.join(logs, `${name}.log`));
  const app = { name: "app", command: productNode(), args: isDevelopment ? packageProgram("next/dist/bin/next", "dev", "-H", "127.0.0.1", "-p", String(port)) : [...withParentWatch, serverFile], env, log: logOf("app") };
  const worker = { name: "worker", command: productNode(), args: typeScript("lib/jobs/worker.ts"), env, log: logOf("worker") };
  supervisor.start(worker);
  supervisor.start(app);
  if (database.cluster) keepDatabaseUp(lifetime, database.cluster);

  const address = `http://127.0.0.1:${port}`;
  await step("等待就绪 waiting until it is ready", () => Promise.race([waitUntilReady(address, app), supervisor.failed]));
  supervisor.tellReady(app);
  supervisor.tellReady(worker);
  return { address, env, failed: supervisor.failed };
}

/** An app of ours that was just killed needs a moment to go. */
async function claimPort(port) {
  if (await waitUntil(() => portIsFree(port), { patience: 6_000, every: 250 })) return;
  throw new Sentence(`Port ${port} on 127.0.0.1 is taken by another program. Nothing was started. End that program, or choose another port: PORT=${port + 1} npm run …`);
}

function claimFolder(lifetime, { folder, port, what }) {
  const lock = tryLock(placesIn(folder).running, { what, port });
  if (!lock) {
    const holder = runningProduct(folder);
    throw new Sentence(`It already runs on this data folder (${folder}): http://127.0.0.1:${holder?.port ?? "?"}, process ${holder?.pid ?? "?"}, npm run ${holder?.what ?? "?"}. Nothing was started. Stop that one, or give another DATA_DIR and PORT.`);
  }
  lifetime.onEnd(() => lock.release());
}

export async function migrate(lifetime, env) {
  await step("更新数据库结构 migrating", () => runProgram(lifetime, productNode(), typeScript("scripts/migrate.ts"), { cwd: root, env, onFailure: "The database could not be brought up to this program (above). The product was not started." }));
}

export async function seed(lifetime, env) {
  const { code, said } = await step("准备演示数据 loading the demo", () => runToEnd(lifetime, productNode(), typeScript("prisma/seed/demo.ts"), { cwd: root, env }));
  if (code === 0) return;
  const onFailure = code === refusedDatabase ? "The demo does not start on a database that it did not make (above)." : "The demo data could not be loaded (above). What was loaded was undone or stays as it was; the product was not started.";
  throw new Sentence(onFailure, { lines: said.trimEnd().split("\n").slice(-30), exitCode: code === refusedDatabase ? refusedDatabase : 1 });
}

export async function moveDay(lifetime, env, day) {
  const { code, said } = await step(`推进到 moving on to ${day}`, () => runToEnd(lifetime, productNode(), typeScript("scripts/demo-day.ts", day), { cwd: root, env: { ...env, LOG_LEVEL: "warn" } }));
  if (code !== 0) throw new Sentence(`The day was not moved to ${day} (above).`, { lines: said.trimEnd().split("\n").slice(-20), exitCode: typeof code === "number" ? code : 1 });
  for (const line of said.trimEnd().split("\n").filter(Boolean)) say(`  ${line}`);
}

/** On its old port, so that app and worker find it again by themselves. */
function keepDatabaseUp(lifetime, cluster) {
  let failures = 0;
  const look = async () => {
    while (!lifetime.isEnding) {
      await sleep(500);
      if (lifetime.isEnding || cluster.isUp()) continue;
      say("! 数据库已退出，正在重启 PostgreSQL ended, starting it again");
      try {
        await cluster.startAgain();
        failures = 0;
      } catch (error) {
        if (++failures < 5) await sleep(1_000 * failures);
        else throw error;
      }
    }
  };
  look().catch((error) => lifetime.isEnding || lifetime.run(() => Promise.reject(error)));
}

async function waitUntilReady(address, app) {
  let last = "no answer";
  const isReady = async () => {
    try {
      const answer = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(30_000) });
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
      return answer.ok;
    } catch {
      return false;
    }
  };
  if (await waitUntil(isReady, { patience: readyWithin, every: 200 })) return;
  throw new Sentence(`The app did not become ready within ${readyWithin / 1000} s (${last}). The data are as they were. The last lines of ${app.log ?? "its output"} are above.`, { lines: tailOf(app.log) });
}
