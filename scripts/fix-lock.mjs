/**
 * node scripts/fix-lock.mjs, after `npm install` changed package-lock.json.
 *
 * Some registries do not carry a package's builds for other systems. npm then leaves them out of the lock file, and `npm ci` refuses
 * it ("Missing: … from lock file"). They are entered here by name, version and system, so that a machine of that system finds them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { missingBuilds } from "./lib/lock-file.mjs";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingBuilds(lock.packages);

for (const { place, entry } of missing) {
  if (entry) lock.packages[place] = entry;
  else console.error(`✗ ${place} is missing, and its name does not say for which system it is: enter it by hand.`);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${missing.filter(({ entry }) => entry).length} builds for other systems added`);
process.exitCode = missing.every(({ entry }) => entry) ? 0 : 1;
