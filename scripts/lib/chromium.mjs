/** A Chromium for the browser tests: the machine's, else Playwright's own, else the system's package manager's. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runProgram } from "./lifetime.mjs";
import { inRoot, root } from "./rooms.mjs";
import { Sentence, complain, step } from "./say.mjs";
import { packageProgram, productNode } from "./toolchain.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** @returns {Promise<string>} the path of a browser that starts */
export async function findChromium(lifetime) {
  if (process.env.CHROMIUM_PATH) {
    if (starts(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new Sentence(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not start. Correct it, or unset it to let one be found.`);
  }
  const found = onThisMachine() ?? (await playwrightsOwn());
  if (found) return found;
  return (await installPlaywrights(lifetime)) ?? (await installSystems(lifetime)) ?? giveUp();
}

function onThisMachine() {
  const inPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...inPath, ...elsewhere].find((file) => existsSync(file) && starts(file));
}

/** A file of that name may be a stub that only tells how to install the real one. */
function starts(file) {
  const { status, stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /chrom/i.test(stdout);
}

async function playwrightsOwn() {
  const { chromium } = (await import(pathToFileURL(inRoot("node_modules", "playwright", "index.mjs")).href)).default;
  const file = chromium.executablePath();
  return file && existsSync(file) && starts(file) ? file : null;
}

async function installPlaywrights(lifetime) {
  try {
    await step("正在下载浏览器 downloading Chromium (playwright install)", () => runProgram(lifetime, productNode(), packageProgram("playwright/cli.js", "install", "chromium"), { cwd: root }));
    return await playwrightsOwn();
  } catch (error) {
    complain(error);
    return null;
  }
}

async function installSystems(lifetime) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await step("正在安装浏览器 installing Chromium (apt-get)", async () => {
      await runProgram(lifetime, "apt-get", ["update"], { env });
      await runProgram(lifetime, "apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], { env });
    });
    return onThisMachine() ?? null;
  } catch (error) {
    complain(error);
    return null;
  }
}

function giveUp() {
  throw new Sentence("There is no Chromium on this machine, and none could be downloaded or installed. The browser tests were not run. Install one (apt-get install chromium) or give CHROMIUM_PATH=<its file>, then run this again.");
}
