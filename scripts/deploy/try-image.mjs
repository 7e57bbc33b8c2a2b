/**
 * node scripts/deploy/try-image.mjs, on a machine without a container engine.
 *
 * Carries out the Dockerfile in plain folders, makes the result read-only, and runs the commands of docker-compose.yml on it as an
 * unprivileged user against a PostgreSQL. It ends with what was tried and what was not.
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openCluster } from "../lib/embedded.mjs";
import { Lifetime, runProgram } from "../lib/lifetime.mjs";
import { refuseOldNode } from "../lib/node-version.mjs";
import { endGroup, freePort, hasEnded, waitUntil } from "../lib/processes.mjs";
import { inRoot, root } from "../lib/rooms.mjs";
import { Sentence, say, step } from "../lib/say.mjs";
import { installPackages, productNode } from "../lib/toolchain.mjs";
import { buildStages } from "./dockerfile.mjs";

const asRoot = process.getuid?.() === 0;
const lifetime = new Lifetime({ codeWhenAsked: 130 });

await lifetime.run(async () => {
  refuseOldNode();
  await installPackages(lifetime);
  const work = mkdtempSync(path.join(os.tmpdir(), "diaodu-image-"));
  chmodSync(work, 0o755);
  lifetime.onEnd(() => {
    makeWritable(work);
    rmSync(work, { recursive: true, force: true });
  });
  const basePath = installNode(work);
  const image = await buildStages(lifetime, { dockerfile: inRoot("Dockerfile"), context: root, work, basePath });
  for (const name of readdirSync(work)) if (name !== path.basename(image.folder) && name !== "bin") rmSync(path.join(work, name), { recursive: true, force: true });

  const volume = path.join(work, "volume");
  mkdirSync(path.join(volume, "uploads"), { recursive: true });
  const [uid, gid] = image.user.split(":").map(Number);
  if (asRoot) for (const place of [volume, path.join(volume, "uploads")]) chownSync(place, uid, gid);
  makeReadOnly(image.folder);
  const user = asRoot ? { uid, gid } : {};
  proveReadOnly(image.folder, user);

  const cluster = await step("启动数据库 starting PostgreSQL", () => openCluster({ folder: path.join(work, "database"), what: "try-image" }));
  lifetime.onEnd(() => cluster.release());
  const port = await freePort();
  const inImage = (text) => text.replace(/^\/data/, volume);
  const env = {
    ...Object.fromEntries(Object.entries(image.env).map(([name, value]) => [name, inImage(value)])),
    PATH: basePath, HOME: "/nonexistent", PORT: String(port), HOSTNAME: "127.0.0.1",
    DATABASE_URL: cluster.urls.app, DATABASE_READ_URL: cluster.urls.read, APP_ORIGINS: `http://127.0.0.1:${port}`, NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    AUTH_SECRET: cluster.secrets.AUTH_SECRET, METRICS_TOKEN: cluster.secrets.METRICS_TOKEN, PHONE_KEY: cluster.secrets.PHONE_KEY,
  };
  const home = path.join(image.folder, image.home);
  const node = path.join(work, "bin", "node");

  await step("migrate", () => runProgram(lifetime, node, commandOf("migrate").slice(1), { cwd: home, env: { ...env, DATABASE_OWNER_URL: cluster.urls.owner }, user, onFailure: "The image's migration failed (above)." }));
  const worker = run(node, commandOf("worker").slice(1), { cwd: home, env, user });
  const app = run(node, image.command.slice(1), { cwd: home, env, user });
  const isHealthy = () => spawnSync(node, image.health.slice(1), { cwd: home, env, ...user }).status === 0;
  await step("HEALTHCHECK", async () => {
    if (!(await waitUntil(() => hasEnded(app.child) || hasEnded(worker.child) || isHealthy(), { patience: 60_000, every: 500 })) || hasEnded(app.child) || hasEnded(worker.child)) {
      throw new Sentence("The image's app or worker did not become healthy within 60 s (their words above).", { lines: [...app.said(), ...worker.said()].slice(-60) });
    }
  });
  const page = await fetch(`http://127.0.0.1:${port}/login`);
  if (!page.ok) throw new Sentence(`The image's login page answers ${page.status}.`, { lines: app.said() });
  await step("SIGTERM", async () => {
    await Promise.all([endGroup(app.child, { patience: 35_000 }), endGroup(worker.child, { patience: 35_000 })]);
    for (const [name, { child }] of Object.entries({ app, worker })) if (child.signalCode === "SIGKILL") throw new Sentence(`The image's ${name} did not end within 35 s of SIGTERM.`);
  });

  say();
  say(`Tried: each line of the Dockerfile but those below, migrate, worker and app from docker-compose.yml on the read-only result${asRoot ? ` as user ${uid}:${gid}` : " as yourself, who is not root"}, its health check, the login page, the end by SIGTERM.`);
  say(`Not tried: ${[...image.skipped, "the container engine itself, its networks, volumes, limits and dropped capabilities", "postgres:18's image with scripts/deploy/make-database.sh (the built-in PostgreSQL 18 stood in)"].join("; ")}.`);
  say("✓ image");
  await lifetime.end(0);
});

/** As the base image has it: Node alone, where everybody can run it. */
function installNode(work) {
  mkdirSync(path.join(work, "bin"));
  copyFileSync(productNode(), path.join(work, "bin", "node"));
  chmodSync(path.join(work, "bin", "node"), 0o755);
  return [path.join(work, "bin"), ...(process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.includes("node_modules"))].join(path.delimiter);
}

function commandOf(service) {
  const [, command] = readFileSync(inRoot("docker-compose.yml"), "utf8").match(new RegExp(`^  ${service}:\\n(?:    .*\\n)*?    command: (\\[.*\\])`, "m"));
  return JSON.parse(command);
}

function run(command, args, { cwd, env, user }) {
  let said = "";
  const child = spawn(command, args, { cwd, env, ...user, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (said = (said + chunk).slice(-100_000)));
  lifetime.onEnd(() => endGroup(child, { patience: 5_000 }));
  return { child, said: () => said.trimEnd().split("\n") };
}

function proveReadOnly(folder, user) {
  const { status } = spawnSync("/bin/sh", ["-c", 'touch "$1/app/written" "$1/app/server/.next/written" 2>/dev/null', "sh", folder], { ...user, cwd: "/" });
  if (status === 0) throw new Sentence("The image's folder could be written to, so the trial would prove nothing.");
}

function makeReadOnly(folder) {
  eachUnder(folder, (place, mode) => chmodSync(place, (mode & ~0o222) | 0o444 | (mode & 0o100 ? 0o111 : 0)));
}

function makeWritable(folder) {
  eachUnder(folder, (place, mode) => mode & 0o200 || chmodSync(place, mode | 0o200));
}

function eachUnder(place, change) {
  const found = lstatSync(place);
  if (found.isSymbolicLink()) return;
  change(place, found.mode & 0o7777);
  if (found.isDirectory()) for (const name of readdirSync(place)) eachUnder(path.join(place, name), change);
}
