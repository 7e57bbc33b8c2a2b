/**
 * node scripts/fix-lock.mjs, after `npm install` changed package-lock.json.
 *
 * Some registries do not carry a package's builds for other systems. npm then leaves them out of the lock file, and `npm ci` refuses
 * it ("Missing: … from lock file"). They are entered here by name, version and system, so that a machine of that system finds them.
 */
import { readFileSync, writeFileSync } from "node:fs";

const systems = "android|darwin|win32|windows|freebsd|netbsd|openbsd|openharmony|linux|sunos|aix|wasm32";
const processors = "arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|mips64el|wasm32|wasi|universal";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];
const unclear = [];

for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = placesAbove(where).map((folder) => lock.packages[`${folder}node_modules/${name}`]).find(Boolean);
    if (found && (found.version === range || !/^\d/.test(range))) continue;
    const target = targetOf(name);
    if (!target) {
      unclear.push(`${name} (of ${where || "this project"})`);
      continue;
    }
    const place = `${found ? `${where}/` : ""}node_modules/${name}`;
    lock.packages[place] = { version: range.replace(/^[~^]/, ""), ...target, ...(entry.dev ? { dev: true } : {}), optional: true };
    added.push(place);
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${added.length} builds for other systems added`);
for (const name of unclear) console.error(`✗ ${name} is missing, and its name does not say for which system it is: enter it by hand.`);
process.exitCode = unclear.length > 0 ? 1 : 0;

/** Where Node would look for a dependency of this package: beside it, then outward. */
function placesAbove(where) {
  const places = [where ? `${where}/` : ""];
  for (let rest = where; rest.includes("node_modules/"); ) {
    rest = rest.slice(0, rest.lastIndexOf("node_modules/"));
    places.push(rest);
  }
  return places;
}

function targetOf(name) {
  if (name === "fsevents") return { os: ["darwin"] };
  const [, system, processor] = name.match(new RegExp(`(?:^|[-/])(${systems})(?:[-_]?(${processors}))?`)) ?? [];
  if (!system) return null;
  // No machine is of that system: WebAssembly builds are a last resort that nobody here needs.
  if (system === "wasm32") return { os: ["none"], cpu: ["none"] };
  const libc = system === "linux" && /musl/.test(name) ? { libc: ["musl"] } : {};
  return { os: [system === "windows" ? "win32" : system], ...(processor ? { cpu: [processor] } : {}), ...libc };
}
