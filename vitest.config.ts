import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };

/** `unit` asks pure rules; `db` runs against a real PostgreSQL whose addresses the environment gives (npm test starts one). */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,scripts,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          // No unit test reaches a database; the address is there because the environment is checked as a whole.
          env: {
            DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", AUTH_SECRET: "x".repeat(32), APP_ORIGINS: "https://diaodu.example.cn,http://127.0.0.1:3000",
            PHONE_KEY: Buffer.alloc(32).toString("base64"), LOG_LEVEL: "silent",
          },
        },
      },
      {
        resolve: { alias },
        test: { name: "db", include: ["{lib,scripts,prisma}/**/*.db.test.ts"], testTimeout: 30_000, hookTimeout: 60_000, env: { LOG_LEVEL: "silent" } },
      },
    ],
  },
});
