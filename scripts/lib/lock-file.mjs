/** What package-lock.json must hold beside what npm writes into it. Pure. */

const systems = "android|darwin|win32|windows|freebsd|netbsd|openbsd|openharmony|linux|sunos|aix|wasm32";
const processors = "arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|mips64el|wasm32|wasi|universal";

/**
 * Builds for other systems that a registry did not carry, so that npm left them out and `npm ci` refuses the file.
 * @returns {{ place: string, entry: object | null }[]} entry: null when the name does not say for which system it is
 */
export function missingBuilds(packages) {
  const missing = [];
  for (const [where, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const found = placesAbove(where).map((folder) => packages[`${folder}node_modules/${name}`]).find(Boolean);
      if (found && (found.version === range || !/^\d/.test(range))) continue;
      const target = targetOf(name);
      const entry = target && { version: range.replace(/^[~^]/, ""), ...target, ...(dev ? { dev: true } : devOptional ? { devOptional: true } : {}), optional: true };
      missing.push({ place: `${found ? `${where}/` : ""}node_modules/${name}`, entry });
    }
  }
  return missing;
}

/** Where Node looks for a dependency of this package: beside it, then outward. */
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
  const libc = system === "linux" && name.includes("musl") ? { libc: ["musl"] } : {};
  return { os: [system === "windows" ? "win32" : system], ...(processor ? { cpu: [processor] } : {}), ...libc };
}

export const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

export function isOlder(version, floor) {
  const numbers = (text) => text.split("-")[0].split(".").map(Number);
  const [mine, least] = [numbers(version), numbers(floor)];
  for (let i = 0; i < least.length; i++) if ((mine[i] ?? 0) !== least[i]) return (mine[i] ?? 0) < least[i];
  return version.includes("-") && !floor.includes("-");
}

/** @param {string} expression as in package.json: "MIT", "(MIT OR CC0-1.0)", "Apache-2.0 AND MIT" */
export function isAllowedLicence(expression, allowed) {
  const parts = expression.replace(/[()]/g, "").split(/\s+or\s+/i);
  return parts.some((part) => part.split(/\s+and\s+/i).every((name) => allowed.has(name.trim())));
}
