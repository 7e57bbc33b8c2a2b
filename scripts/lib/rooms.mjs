/** Where things lie. */
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");
export const inRoot = (...parts) => path.join(root, ...parts);

/** @param {string} usual where the data lie when DATA_DIR is not given */
export const dataFolder = (usual = ".data") => path.resolve(root, process.env.DATA_DIR || usual);

/** Everything that a data folder holds, so that emptying it takes nothing else. */
export function placesIn(folder) {
  const at = (name) => path.join(folder, name);
  return {
    secrets: at("secrets.json"),
    running: at("running.json"),
    startLock: at("start.lock"),
    claims: at("claims"),
    cluster: at("pg"),
    clusterPort: at("pg-port"),
    clusterLog: at("pg.log"),
    watcher: at("pg-watch.json"),
    binaries: at("postgresql"),
    logs: at("logs"),
    uploads: at("uploads"),
    auditAnchor: at("audit-anchor.jsonl"),
  };
}
