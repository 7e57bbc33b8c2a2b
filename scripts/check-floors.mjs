/** Holds the packages to what we promised: no version with a known hole, no banned package, exact pins, licences we may ship. */
import { readFileSync } from "node:fs";
import { isAllowedLicence, isOlder, missingBuilds, nameOf } from "./lib/lock-file.mjs";
import { inRoot } from "./lib/rooms.mjs";

const floors = { next: "16.4.6", sharp: "0.35.5", "next-auth": "4.24.15", zod: "4.6.7", react: "19.3", "react-dom": "19.3" };

const banned = {
  xlsx: "unmaintained on npm, with holes",
  "xlsx-populate": "unmaintained",
  exceljs: "a 2 kB file costs it 30 s and 1.2 GiB",
};

const licences = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "BlueOak-1.0.0", "CC0-1.0", "Unlicense", "Python-2.0", "MIT-0"]);

/** By name, or by the beginning of one; each with the reason why it may stay. */
const licenceExceptions = [
  { name: /^@img\/sharp-libvips-/, licence: "LGPL-3.0-or-later", reason: "a library linked at run time, unchanged and replaceable, which the licence allows" },
  { name: /^@img\/sharp-(?:win32|wasm32)/, licence: "Apache-2.0 AND LGPL-3.0-or-later", reason: "the same library for other systems" },
  { name: /^caniuse-lite$/, licence: "CC-BY-4.0", reason: "a table of browsers that the build reads; nothing of it is shipped" },
  { name: /^node-(?:linux|darwin)-/, licence: undefined, reason: "Node itself: MIT, in its LICENSE file" },
];

const manifest = readJson("package.json");
const { packages } = readJson("package-lock.json");
const complaints = [...belowFloors(), ...bannedPackages(), ...registryAddresses(), ...loosePins(), ...mixedMantine(), ...leftOutBuilds(), ...licencesWeMayNotShip()];

for (const complaint of complaints) console.error(complaint);
console.log(`floors: ${Object.keys(packages).length - 1} packages, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function readJson(file) {
  return JSON.parse(readFileSync(inRoot(file), "utf8"));
}

function locked() {
  return Object.entries(packages).filter(([place]) => place !== "").map(([place, entry]) => ({ place, ...entry, name: entry.name ?? nameOf(place) }));
}

function belowFloors() {
  return locked().filter(({ name, version }) => floors[name] && isOlder(version, floors[name])).map(({ place, version, name }) => `${place} is ${version}: the floor is ${floors[name]}, below it are known holes.`);
}

function bannedPackages() {
  return locked().filter(({ name }) => banned[name]).map(({ place, name }) => `${place}: ${name} is banned (${banned[name]}).`);
}

function registryAddresses() {
  return locked().filter(({ resolved }) => /^https?:/.test(resolved ?? "")).map(({ place }) => `${place}: the lock file names a registry; every site has its own (.npmrc: omit-lockfile-registry-resolved=true, then npm install).`);
}

function loosePins() {
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version)).map(([name, version]) => `package.json: ${name} is "${version}": pin the exact version.`),
  );
}

function mixedMantine() {
  const versions = [...new Set(locked().filter(({ name }) => name.startsWith("@mantine/")).map(({ version }) => version))];
  return versions.length > 1 ? [`@mantine/* come in ${versions.join(" and ")}: all of them the same version.`] : [];
}

function leftOutBuilds() {
  return missingBuilds(packages).map(({ place }) => `${place} is missing from package-lock.json, and npm ci will refuse it: node scripts/fix-lock.mjs`);
}

function licencesWeMayNotShip() {
  return locked().filter(({ dev, devOptional }) => !dev && !devOptional).flatMap(({ place, name }) => {
    let licence;
    try {
      const found = JSON.parse(readFileSync(inRoot(place, "package.json"), "utf8"));
      licence = found.license?.type ?? found.license ?? found.licenses?.map(({ type }) => type).join(" OR ");
    } catch {
      // A build for another system: its twin for this one speaks for it.
      return [];
    }
    if (licence && isAllowedLicence(licence, licences)) return [];
    if (licenceExceptions.some((exception) => exception.name.test(name) && exception.licence === licence)) return [];
    return [`${place} has the licence ${licence ?? "(none named)"}: not one we may ship. Replace it, or enter it in scripts/check-floors.mjs with the reason.`];
  });
}
