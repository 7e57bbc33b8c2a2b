// The engine binary is never used (migrations run on the wasm engine); naming any file keeps `generate` from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
