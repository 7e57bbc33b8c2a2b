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
        },
      },
      {
        resolve: { alias },
        test: { name: "db", include: ["{lib,scripts,prisma}/**/*.db.test.ts"], testTimeout: 30_000, hookTimeout: 60_000, env: { LOG_LEVEL: "silent" } },
      },
    ],
  },
});
