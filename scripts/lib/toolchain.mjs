/** From a fresh clone to a program that can run: packages, Node 24, Prisma's client, the production build. Each only when something changed. */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./file-lock.mjs";
import { runProgram, withParentWatch } from "./lifetime.mjs";
import { inRoot, root } from "./rooms.mjs";
import { Sentence, say, step } from "./say.mjs";

const oldestNode = [22, 12];
const setupLock = inRoot(".next", "cache", "diaodu", "setup.lock");
const actionKey = inRoot(".next", "cache", "diaodu", "action-key");
const buildStamp = inRoot(".next", "diaodu-build.json");
const clientStamp = inRoot("prisma", "generated", ".made-from");

/** What the production build is made of. */
const sourceFolders = ["app", "components", "lib", "messages", "public", "prisma/schema", "prisma/migrations"];
const isSourceFile = /\.(?:[cm]?[jt]sx?|json|css|prisma|sql)$/;
const isNoSource = /(?:\.(?:test|spec)\.[cm]?tsx?$|\.tsbuildinfo$|next-env\.d\.ts$|^(?:vitest|playwright|eslint|knip)\.)/;
const builtInto = ["TLS", "BUILD_ID", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"];

/** One after the other, also when two are started side by side. */
function aloneInCheckout(work) {
  return withLock(setupLock, work, { patience: 20 * 60_000, what: "setup", onWait: (holder) => say(`… 等待另一个进程完成安装或构建 waiting for process ${holder?.pid ?? "?"}, which installs or builds`) });
}

// ── Packages ────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {import("./lifetime.mjs").Lifetime} lifetime */
export async function installPackages(lifetime) {
  if (isInstalled()) return;
  await aloneInCheckout(async () => {
    if (isInstalled()) return;
    const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, [...withParentWatch, process.env.npm_execpath]] : ["npm", []];
    await step("正在安装 installing packages (npm ci)", () =>
      runProgram(lifetime, npm[0], [...npm[1], "ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"], {
        cwd: root,
        env: withoutNpmSettings(process.env),
        onFailure: "The packages could not be installed (npm's words above). Nothing else was changed. Check the network or the registry (npm config get registry) and start again.",
      }),
    );
  });
}

/** npm gives its scripts the settings of the npm that runs them, and a second npm would take them for the user's wishes. */
const withoutNpmSettings = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(?:lifecycle|package|command|config_(?:omit|include|production|only|ignore_scripts))/i.test(name)));

/** npm writes its hidden lock last: when it agrees with ours, an installation went through. */
function isInstalled() {
  let installed;
  try {
    installed = JSON.parse(readFileSync(inRoot("node_modules", ".package-lock.json"), "utf8")).packages;
  } catch {
    return false;
  }
  const { packages: wanted } = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8"));
  return Object.entries(wanted).every(([where, { version, optional, peer, link }]) => where === "" || link || (installed[where] ? installed[where].version === version : optional || peer));
}

// ── Node ────────────────────────────────────────────────────────────────────────────────────────────────────────

let foundNode;

/** The Node that runs the product: the one among the packages, else ours if it is new enough. */
export function productNode() {
  foundNode ??= [inRoot("node_modules", ".bin", "node"), process.execPath].find(isNewEnough);
  if (!foundNode) throw new Sentence(`The product needs Node ${oldestNode.join(".")} or later, and this is ${process.version}. The Node that comes with the packages does not run on this machine; install Node 24 and start again.`);
  return foundNode;
}

function isNewEnough(node) {
  try {
    const version = node === process.execPath ? process.version : execFileSync(node, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [major, minor] = version.slice(1).split(".").map(Number);
    return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  } catch {
    return false;
  }
}

/** The arguments that run one of our TypeScript files. */
export const typeScript = (file, ...args) => [...withParentWatch, "--import", "tsx", inRoot(file), ...args];
/** The arguments that run a program of a package. */
export const packageProgram = (file, ...args) => [...withParentWatch, inRoot("node_modules", file), ...args];

// ── Generated code ──────────────────────────────────────────────────────────────────────────────────────────────

/** Prisma's client, and Next's type declarations, which `check` needs and git does not keep. */
export async function generateCode(lifetime) {
  const wanted = hashOf([...filesIn("prisma/schema"), "prisma.config.ts", "node_modules/prisma/package.json"]);
  const isMade = () => existsSync(clientStamp) && readFileSync(clientStamp, "utf8") === wanted;
  if (isMade() && existsSync(inRoot("next-env.d.ts"))) return;
  await aloneInCheckout(async () => {
    if (!isMade()) {
      await step("正在生成数据库客户端 generating Prisma's client", () =>
        runProgram(lifetime, productNode(), packageProgram("prisma/build/index.js", "generate"), {
          cwd: root,
          env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
          onFailure: "Prisma's client could not be generated from prisma/schema (its words above). The database was not touched. Mend the schema and start again.",
        }),
      );
      writeFileSync(clientStamp, wanted);
    }
    if (!existsSync(inRoot("next-env.d.ts"))) {
      await runProgram(lifetime, productNode(), packageProgram("next/dist/bin/next", "typegen"), { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" }, onFailure: "Next's types could not be generated (its words above)." });
    }
  });
}

// ── Production build ────────────────────────────────────────────────────────────────────────────────────────────

export const serverFile = inRoot(".next", "standalone", "server.js");

export async function buildProduct(lifetime) {
  const isBuilt = (hash) => existsSync(serverFile) && existsSync(buildStamp) && JSON.parse(readFileSync(buildStamp, "utf8")).hash === hash;
  if (isBuilt(hashOfSources())) return;
  await aloneInCheckout(async () => {
    const hash = hashOfSources();
    if (isBuilt(hash)) return;
    await step("正在构建 building (next build)", () =>
      runProgram(lifetime, productNode(), packageProgram("next/dist/bin/next", "build"), {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: process.env.BUILD_ID || hash.slice(0, 16), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keyOfActions() },
        onFailure: "The production build failed (its words above). The data were not touched. Mend the source and start again.",
      }),
    );
    if (!existsSync(serverFile)) throw new Sentence(`The build went through, but ${path.relative(root, serverFile)} is not there: Next took another folder for the root of the project. A package-lock.json in a folder above this one is the usual cause; remove it.`);
    cpSync(inRoot(".next", "static"), inRoot(".next", "standalone", ".next", "static"), { recursive: true });
    if (existsSync(inRoot("public"))) cpSync(inRoot("public"), inRoot(".next", "standalone", "public"), { recursive: true });
    // Written last: a build that was killed has none.
    writeFileSync(buildStamp, JSON.stringify({ hash }));
  });
}

/** Kept from build to build, so that a form drawn by the last one can still be sent to this one. */
function keyOfActions() {
  if (process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) return process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (!existsSync(actionKey)) {
    mkdirSync(path.dirname(actionKey), { recursive: true });
    writeFileSync(actionKey, randomBytes(32).toString("base64"), { mode: 0o600 });
  }
  return readFileSync(actionKey, "utf8");
}

function hashOfSources() {
  const ofRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith(".")).map(({ name }) => name);
  const files = [...ofRoot, ...sourceFolders.filter((folder) => folder !== "public").flatMap(filesIn)].filter((file) => isSourceFile.test(file) && !isNoSource.test(file));
  const environment = builtInto.map((name) => `${name}=${process.env[name] ?? ""}`).join("\n");
  return hashOf([...files, ...filesIn("public")], environment);
}

function hashOf(files, more = "") {
  const hash = createHash("sha256").update(more);
  for (const file of [...new Set(files)].sort()) hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)));
  return hash.digest("hex");
}

function filesIn(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    return statSync(inRoot(file)).isDirectory() ? filesIn(file) : [file];
  });
}

