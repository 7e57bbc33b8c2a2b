import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

const origins = z.string().transform((list) => list.split(",").map((origin) => origin.trim()).filter(Boolean));

/** What the environment must say; a start without it ends with the name of what is missing. */
export const env = createEnv({
  server: {
    DATABASE_URL: z.string().startsWith("postgres"),
    /** May be a replica; used only by reads that say how old they are. */
    DATABASE_READ_URL: z.string().startsWith("postgres").optional(),
    AUTH_SECRET: z.string().min(32),
    /** Where the interface is reached from; requests carried by a cookie from anywhere else are refused. */
    APP_ORIGINS: origins,
    /** How many proxies stand before the app, each adding one address to X-Forwarded-For. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    /** "id:base64,id:base64" of 32-byte keys: the first encrypts, all decrypt. A single key may stand without id. */
    PHONE_KEY: z.string().min(40),
    METRICS_TOKEN: z.string().min(16).optional(),
    AUDIT_ANCHOR_FILE: z.string().optional(),
    AUDIT_ALGORITHM: z.enum(["sha256", "sm3"]).default("sha256"),
    /** Where messages that leave the house are posted to; without it they go to the log. */
    MESSAGE_GATEWAY_URL: z.url().optional(),
    TLS: z.enum(["on", "off"]).default("off"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    DIAODU_DEMO: z.enum(["0", "1"]).default("0"),
  },
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
});
