/** Reads a Dockerfile and carries its lines out in plain folders: one folder a stage, in the place of a file system. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { runProgram } from "../lib/lifetime.mjs";
import { Sentence, say, step } from "../lib/say.mjs";

/** @typedef {{ folder: string, home: string, env: Record<string, string>, user: string | null, command: string[], health: string[] | null, skipped: string[] }} Stage */

/** @returns {{ word: string, rest: string }[]} */
function readLines(file) {
  const text = readFileSync(file, "utf8").replace(/^\s*#.*$/gm, "").replace(/\\\n/g, " ");
  return text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, word, rest] = line.match(/^(\S+)\s+(.*)$/);
    return { word: word.toUpperCase(), rest };
  });
}

/**
 * @param {import("../lib/lifetime.mjs").Lifetime} lifetime
 * @param {{ dockerfile: string, context: string, work: string, basePath: string }} where `basePath` is the PATH that the base image would have
 * @returns {Promise<Stage>} the last stage
 */
export async function buildStages(lifetime, { dockerfile, context, work, basePath }) {
  /** @type {Map<string, Stage>} */
  const stages = new Map();
  /** @type {Stage} */
  let stage;
  const isIgnored = ignoring(path.join(context, ".dockerignore"));
  for (const { word, rest } of readLines(dockerfile)) {
    const carryOut = {
      FROM: () => {
        const [, base, name = "image"] = rest.match(/^(\S+)(?:\s+AS\s+(\S+))?$/i);
        const folder = path.join(work, name);
        const parent = stages.get(base);
        mkdirSync(folder);
        if (parent) copyInto(parent.folder, folder);
        stage = { folder, home: parent?.home ?? "/", env: { ...parent?.env }, user: null, command: [], health: null, skipped: parent ? [] : [`FROM ${base}: its system; this machine's was used`] };
        stages.set(name, stage);
      },
      WORKDIR: () => {
        stage.home = path.join(stage.home, rest);
        mkdirSync(inStage(stage, "."), { recursive: true });
      },
      ENV: () => Object.assign(stage.env, Object.fromEntries(rest.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]))),
      COPY: () => {
        const words = rest.split(/\s+/);
        const from = words[0].startsWith("--from=") ? stages.get(words.shift().slice(7)) : null;
        const target = words.pop();
        for (const source of words) copy({ from: from ? path.join(from.folder, source) : path.join(context, source), to: inStage(stage, target), intoFolder: target.endsWith("/"), isIgnored: from ? () => false : (file) => isIgnored(path.relative(context, file)) });
      },
      RUN: async () => {
        if (/\bchown\b/.test(rest) && process.getuid?.() !== 0) return void stage.skipped.push(`RUN ${rest}: only root may`);
        const env = { PATH: basePath, HOME: work, npm_config_cache: process.env.npm_config_cache ?? path.join(process.env.HOME ?? work, ".npm"), ...registryOf(process.env), ...stage.env };
        await step(`RUN ${rest.slice(0, 90)}`, () => runProgram(lifetime, "/bin/sh", ["-c", rest], { cwd: inStage(stage, "."), env, onFailure: `"RUN ${rest}" failed (above): the image would not build either.` }));
      },
      USER: () => (stage.user = rest),
      CMD: () => (stage.command = JSON.parse(rest)),
      HEALTHCHECK: () => (stage.health = JSON.parse(rest.slice(rest.indexOf("CMD ") + 4))),
      EXPOSE: () => {},
    }[word];
    if (!carryOut) throw new Sentence(`The Dockerfile's ${word} cannot be tried without an engine.`);
    await carryOut();
    if (["FROM", "COPY"].includes(word)) say(`  ${word} ${rest}`);
  }
  return stage;
}

const inStage = (stage, place) => path.join(stage.folder, path.resolve(stage.home, place));

/** The registry the user set, which a build in an engine would be given too. */
const registryOf = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => /^npm_config_registry$|^(?:https?|no)_proxy$|^NODE_EXTRA_CA_CERTS$/i.test(name)));

function copyInto(from, to) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

function copy({ from, to, intoFolder, isIgnored }) {
  if (!existsSync(from)) throw new Sentence(`The Dockerfile copies ${from}, which is not there.`);
  const isFolder = statSync(from).isDirectory();
  const target = isFolder || !(intoFolder || (existsSync(to) && statSync(to).isDirectory())) ? to : path.join(to, path.basename(from));
  mkdirSync(isFolder ? target : path.dirname(target), { recursive: true });
  if (!isFolder) return copyInto(from, target);
  for (const name of readdirSync(from)) {
    const file = path.join(from, name);
    if (!isIgnored(file)) cpSync(file, path.join(target, name), { recursive: true, verbatimSymlinks: true, filter: (inner) => !isIgnored(inner) });
  }
}

/** As Docker reads it: patterns from the root of the context; a folder's name takes all that is in it. */
function ignoring(file) {
  const patterns = readFileSync(file, "utf8").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"))
    .map((pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*")}(?:/|$)`));
  return (relative) => patterns.some((pattern) => pattern.test(relative));
}
