/** Passwords and keys of one data folder: made once, kept in one file that only its owner reads. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { placesIn } from "./rooms.mjs";
import { Sentence } from "./say.mjs";

const password = () => randomBytes(24).toString("base64url");

const made = {
  superuserPassword: password,
  ownerPassword: password,
  appPassword: password,
  readPassword: password,
  AUTH_SECRET: () => randomBytes(48).toString("base64url"),
  METRICS_TOKEN: () => randomBytes(24).toString("base64url"),
  PHONE_KEY: () => randomBytes(32).toString("base64"),
};
const givenByEnvironment = ["AUTH_SECRET", "METRICS_TOKEN", "PHONE_KEY"];

/** @typedef {Record<keyof typeof made, string>} Secrets */

/** @returns {Secrets | null} null unless the environment gives every key, so that no file is needed */
export const givenSecrets = () => (givenByEnvironment.every((name) => process.env[name]) ? Object.fromEntries(givenByEnvironment.map((name) => [name, process.env[name]])) : null);

/**
 * Call it under the folder's start lock.
 * @param {string} folder
 * @returns {Secrets}
 */
export function readOrMakeSecrets(folder) {
  const { secrets: file, cluster } = placesIn(folder);
  const kept = existsSync(file) ? readSecrets(file) : null;
  if (!kept && existsSync(cluster)) {
    throw new Sentence(
      `${folder} holds a database, but ${file} with its passwords and keys is gone. Nothing was changed. Put the file back from your backup; without it the data cannot be opened (a demo can start anew: npm run demo -- --reset).`,
    );
  }
  const secrets = { ...kept };
  for (const [name, make] of Object.entries(made)) secrets[name] ??= make();
  if (!kept || Object.keys(made).some((name) => !(name in kept))) keep(file, secrets);
  for (const name of givenByEnvironment) if (process.env[name]) secrets[name] = process.env[name];
  return secrets;
}

function readSecrets(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error.code === "EACCES" ? "belongs to another user: start as the user who made it" : `cannot be read (${error.message}): put it back from your backup`;
    throw new Sentence(`${file}, which holds the passwords and keys, ${why}. Nothing was changed.`);
  }
}

function keep(file, secrets) {
  const fresh = `${file}.new-${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
