/**
 * npm test: checks, tests against a PostgreSQL of its own, the production build, journeys and refusals in a real browser.
 * Each part goes on after a failing one where it can; the last line counts them all.
 */
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runChecks, vitest } from "./lib/checks.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { openDatabase } from "./lib/database.mjs";
import { endLeftovers, markRun } from "./lib/leftovers.mjs";
import { Lifetime, Part, runToEnd } from "./lib/lifetime.mjs";
import { refuseOldNode } from "./lib/node-version.mjs";
import { freePort } from "./lib/processes.mjs";
import { migrate, startProduct } from "./lib/product.mjs";
import { root } from "./lib/rooms.mjs";
import { complain, say, step } from "./lib/say.mjs";
import { surroundingsOf } from "./lib/surroundings.mjs";
import { closingLine, countPlaywright, countVitest, failed, sumOf } from "./lib/tally.mjs";
import { buildProduct, generateCode, installPackages, packageProgram, productNode, typeScript } from "./lib/toolchain.mjs";

const one = { passed: 1, failed: 0, skipped: 0 };
const none = { passed: 0, failed: 1, skipped: 0 };
/** The caller's own database, keys and folders stay out of it. */
const callersOwn = /^(?:DATABASE_|DIAODU_|PG|DATA_DIR$|UPLOAD_DIR$|AUDIT_ANCHOR_FILE$|PORT$|APP_ORIGINS$|NEXTAUTH_URL$|AUTH_SECRET$|METRICS_TOKEN$|PHONE_KEY$|DEMO_PASSWORD$|NODE_ENV$|TLS$)/;
for (const name of Object.keys(process.env)) if (callersOwn.test(name)) delete process.env[name];

const run = randomUUID();
markRun(run);
const folder = mkdtempSync(path.join(os.tmpdir(), "diaodu-test-"));
// Root's PostgreSQL runs as another user, who must get through.
chmodSync(folder, 0o755);

const lifetime = new Lifetime({ codeWhenAsked: 130 });
lifetime.onEnd(async () => {
  await endLeftovers(run, folder);
  rmSync(folder, { recursive: true, force: true });
});

await lifetime.run(async () => {
  refuseOldNode();
  await installPackages(lifetime);
  await generateCode(lifetime);
  const tallies = [
    ...(await part("检查 checks", () => runChecks(lifetime))),
    ...(await part("数据库测试 tests against PostgreSQL", testDatabase)),
    ...(await part("构建 production build", async () => (await buildProduct(lifetime), [one]))),
    ...(await part("浏览器测试 journeys and refusals", testInBrowser)),
  ];
  const left = await endLeftovers(run, folder);
  for (const command of left) say(`✗ 残留进程 left behind: ${command}`);
  const sum = sumOf([...tallies, left.length > 0 ? none : one]);
  rmSync(folder, { recursive: true, force: true });
  say();
  say(closingLine(sum));
  await lifetime.end(sum.failed > 0 ? 1 : 0);
});

/** @returns {Promise<import("./lib/tally.mjs").Tally[]>} */
async function part(title, work) {
  const began = Date.now();
  say(`\n▶ ${title}`);
  let tallies;
  try {
    tallies = await work();
  } catch (error) {
    if (lifetime.isEnding) throw error;
    complain(error);
    tallies = [none];
  }
  const { failed: broken } = sumOf(tallies);
  say(`${broken === 0 ? "✓" : "✗"} ${title} ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return tallies;
}

async function testDatabase() {
  const life = new Part(lifetime);
  try {
    const home = path.join(folder, "db");
    const opening = openDatabase({ needs: ["app", "owner", "read"], what: "test", folder: home, isDurable: false });
    life.onEnd(async () => (await opening.catch(() => null))?.release());
    const { urls, secrets } = await step("启动数据库 starting PostgreSQL", () => opening);
    const env = { ...surroundingsOf({ folder: home, port: 3000, urls, secrets, isDemo: false }), NODE_ENV: "test", DIAODU_TEST: "1" };
    await migrate(life, env);
    const report = path.join(folder, "db.json");
    const { code } = await runToEnd(life, productNode(), vitest("db", report), { cwd: root, env, isShown: true });
    return [one, failed(countVitest(report), code)];
  } finally {
    await life.close();
  }
}

async function testInBrowser() {
  const browser = await findChromium(lifetime);
  const life = new Part(lifetime);
  try {
    const home = path.join(folder, "demo");
    const { address, env } = await startProduct(life, { folder: home, port: await freePort(), what: "test", isDemo: true });
    // Before anybody adds to the demo what the report does not know.
    const asReported = await runToEnd(life, productNode(), typeScript("scripts/verify-report.ts"), { cwd: root, env, isShown: true });
    const report = path.join(folder, "browser.json");
    const { code } = await runToEnd(life, productNode(), packageProgram("@playwright/test/cli.js", "test"), {
      cwd: root,
      env: { ...env, BASE_URL: address, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NODE_ENV: "test" },
      isShown: true,
      kindly: "SIGINT",
    });
    return [one, asReported.code === 0 ? one : none, failed(countPlaywright(report), code)];
  } finally {
    await life.close();
  }
}
