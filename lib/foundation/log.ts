import path from "node:path";
import pino from "pino";

/** JSON lines on standard output. Passwords, tokens and phones are never handed to it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  // server, worker, or the script that runs.
  base: { process: path.parse(process.argv[1] ?? "app").name },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
