import pino from "pino";

/** JSON lines on standard output. Passwords, tokens and phones are never handed to it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.DIAODU_PROCESS ?? "app" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
