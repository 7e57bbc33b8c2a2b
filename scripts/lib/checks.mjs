/** The checks that need neither database nor browser, and their running two at a time. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runToEnd } from "./lifetime.mjs";
import { inRoot, root } from "./rooms.mjs";
import { say } from "./say.mjs";
import { failed, countVitest } from "./tally.mjs";
import { packageProgram, productNode, typeScript } from "./toolchain.mjs";

const cached = (name) => inRoot("node_modules", ".cache", "diaodu", name);
const cruised = ["app", "components", "lib", "prisma/seed", "scripts", "e2e"];

/** The longest first, so that two cores end together. */
function checks(reports) {
  return [
    { name: "lint", args: packageProgram("eslint/bin/eslint.js", ".", "--max-warnings", "0", "--cache", "--cache-strategy", "content", "--cache-location", cached("eslint")) },
    { name: "types", args: packageProgram("typescript/bin/tsc", "--noEmit", "--pretty", "false") },
    { name: "unit tests", args: vitest("unit", path.join(reports, "unit.json")), count: () => countVitest(path.join(reports, "unit.json")) },
    { name: "walls", args: packageProgram("dependency-cruiser/bin/dependency-cruiser.mjs", "--config", ".dependency-cruiser.mjs", ...cruised.filter((folder) => existsSync(inRoot(folder)))) },
    { name: "dead code", args: packageProgram("knip/bin/knip.js", "--no-progress", "--cache", "--cache-location", cached("knip")) },
    { name: "messages", args: typeScript("scripts/check-messages.ts") },
    { name: "map", args: typeScript("scripts/map.ts", "--check") },
    { name: "floors", args: [inRoot("scripts/check-floors.mjs")] },
  ];
}

export const vitest = (project, report) => packageProgram("vitest/vitest.mjs", "run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`);

/**
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @returns {Promise<import("./tally.mjs").Tally[]>} of each check
 */
export async function runChecks(lifetime) {
  mkdirSync(cached(""), { recursive: true });
  const reports = mkdtempSync(path.join(os.tmpdir(), "diaodu-checks-"));
  const takeBack = lifetime.onEnd(() => rmSync(reports, { recursive: true, force: true }));
  const waiting = checks(reports);
  const tallies = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tallies.push(await runCheck(lifetime, check));
  };
  await Promise.all([worker(), worker()]);
  takeBack();
  rmSync(reports, { recursive: true, force: true });
  return tallies;
}

async function runCheck(lifetime, { name, args, count }) {
  const began = Date.now();
  const { code, said } = await runToEnd(lifetime, productNode(), args, { cwd: root, env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", CI: "1" } });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const tally = count ? failed(count(), code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  say(`${tally.failed === 0 ? "✓" : "✗"} ${name} ${seconds} s${count ? ` (${tally.passed} passed${tally.failed ? `, ${tally.failed} failed` : ""}${tally.skipped ? `, ${tally.skipped} skipped` : ""})` : ""}`);
  if (tally.failed > 0) for (const line of said.trimEnd().split("\n")) say(`  │ ${line}`);
  return tally;
}
