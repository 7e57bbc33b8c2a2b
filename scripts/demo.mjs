/**
 * npm run demo                      from a fresh clone to the running demo
 * npm run demo -- --day 2023-04-18  moves its clock on to 08:30 of that day, running or not
 * npm run demo -- --reset           starts anew
 */
import { existsSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { shelterOf } from "./lib/cluster-files.mjs";
import { isDatabaseGiven, openDatabase } from "./lib/database.mjs";
import { claimsOn, stopUnclaimed } from "./lib/embedded.mjs";
import { Lifetime } from "./lib/lifetime.mjs";
import { refuseOldNode } from "./lib/node-version.mjs";
import { chosenPort, moveDay, runningProduct, startProduct } from "./lib/product.mjs";
import { dataFolder, inRoot, placesIn } from "./lib/rooms.mjs";
import { say, Sentence } from "./lib/say.mjs";
import { surroundingsOf } from "./lib/surroundings.mjs";
import { buildProduct, generateCode, installPackages } from "./lib/toolchain.mjs";

const folder = dataFolder();
const lifetime = new Lifetime();

await lifetime.run(async () => {
  refuseOldNode();
  const { day, isReset } = readArguments(process.argv.slice(2));
  const running = runningProduct(folder);
  if (isReset) await reset(running);
  await installPackages(lifetime);
  await generateCode(lifetime);
  if (day && running) return moveRunning(day, running);
  await buildProduct(lifetime);
  const product = await startProduct(lifetime, { folder, port: chosenPort(), what: "demo", isDemo: true, day });
  await welcome(product.address);
  await product.failed;
});

function readArguments(words) {
  const usage = "npm run demo, with -- --day YYYY-MM-DD or -- --reset";
  let day = null;
  let isReset = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === "--reset") isReset = true;
    else if (word === "--day" || word.startsWith("--day=")) {
      day = word.includes("=") ? word.slice(6) : words[++i];
      if (!isDay(day)) throw new Sentence(`--day wants a day such as 2023-04-18, not ${day ?? "nothing"}. Nothing was changed.`);
    } else throw new Sentence(`The demo does not know ${word}. It knows: ${usage}.`);
  }
  return { day, isReset };
}

function isDay(word) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word ?? "")) return false;
  const moment = new Date(`${word}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(word);
}

async function reset(running) {
  if (isDatabaseGiven()) throw new Sentence("--reset empties only the built-in database, and DATABASE_URL names another. Nothing was removed. Empty that one yourself, or start without DATABASE_URL.");
  const others = existsSync(folder) ? claimsOn(folder) : [];
  if (running || others.length > 0 || (existsSync(folder) && !(await stopUnclaimed(folder)))) {
    const { pid, what } = running ?? others[0] ?? {};
    throw new Sentence(`The data in ${folder} are in use (process ${pid ?? "?"}, ${what ?? "?"}). Nothing was removed. Stop it first, then run npm run demo -- --reset again.`);
  }
  if (!existsSync(folder)) return;
  const sheltered = shelterOf(folder);
  for (const place of [...Object.values(placesIn(folder)), `${placesIn(folder).clusterLog}.1`, sheltered]) rmSync(place, { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  say(`✓ 已清空 emptied ${folder}`);
}

async function moveRunning(day, running) {
  const database = await openDatabase({ needs: ["app"], what: "demo-day", folder });
  lifetime.onEnd(() => database.release());
  await moveDay(lifetime, surroundingsOf({ folder, port: running.port, urls: database.urls, secrets: database.secrets, isDemo: true }), day);
  await lifetime.end(0);
}

async function welcome(address) {
  const { demoAccounts, demoPassword } = await import(inRoot("prisma", "seed", "demo-accounts.mjs"));
  const widest = Math.max(...demoAccounts.map(({ login }) => login.length));
  say();
  say(`  调度 Diaodu  ${address}`);
  say();
  for (const { login, what } of demoAccounts) say(`  ${login.padEnd(widest)}  ${what}`);
  say();
  say(`  密码 password: ${demoPassword()}`);
  say(`  Ctrl-C 停止 stops everything · 日志 logs: ${placesIn(folder).logs}`);
  say();
}
