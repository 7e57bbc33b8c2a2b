/**
 * Prisma's schema engine (WebAssembly) over node-postgres: it writes the next migration from the difference between the schema and
 * the migrations, and needs no binary from the network.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffResult, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import type { MigrationFile } from "./migration-files.ts";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type EngineModule = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void } & WebAssembly.ModuleImports;

const require = createRequire(import.meta.url);
const filters = { externalTables: [], externalEnums: [] };
const oidOfChar = 18;
const oidOfBpchar = 1042;

/** @returns the SQL that brings the migrations up to the schema; null when they agree */
export async function differenceToSchema(ownerUrl: string, schemaFolder: string, migrations: MigrationFile[]): Promise<string | null> {
  const schema = readSchema(schemaFolder);
  const { factory, close } = adapters(ownerUrl);
  try {
    const Engine = await loadEngine();
    const engine = await Engine.new({ datamodels: schema.map(({ path: at, content }) => [at, content]) }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
    const result: DiffResult = await engine.diff({
      from: { tag: "migrations", ...asMigrationList(migrations) },
      to: { tag: "schemaDatamodel", files: schema },
      script: true,
      exitCode: true,
      filters,
    });
    return result.exitCode === 2 ? (result.stdout ?? "") : null;
  } finally {
    await close();
  }
}

function readSchema(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: path.resolve(folder, name), content: readFileSync(path.join(folder, name), "utf8") }));
}

function asMigrationList(migrations: MigrationFile[]) {
  return {
    baseDir: path.resolve("prisma/migrations"),
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: existsSync("prisma/migrations/migration_lock.toml") ? readFileSync("prisma/migrations/migration_lock.toml", "utf8") : 'provider = "postgresql"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } } })),
  };
}

async function loadEngine(): Promise<typeof SchemaEngine> {
  // The engine reports a crash of its own through this object, and fails without a word when it is absent.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { message: "", set_message: (message: string) => console.error(`Prisma's schema engine crashed: ${message}`) },
  });
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = (await import(pathToFileURL(path.join(folder, "schema_engine_bg.js")).href)) as EngineModule;
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "schema_engine_bg.wasm")), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  return glue.SchemaEngine;
}

/** Fields, never a connection string: in pg that one wins over `database`, and the shadow would be the live database. */
function connectionTo(url: string, database?: string) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: database ?? decodeURIComponent(pathname.slice(1)),
    ...(["require", "verify-ca", "verify-full"].includes(searchParams.get("sslmode") ?? "") ? { ssl: true } : {}),
  };
}

function adapters(ownerUrl: string) {
  const endings: (() => Promise<void>)[] = [];
  const base = new PrismaPg({ ...connectionTo(ownerUrl), max: 4 });
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => mended(await base.connect()),
    connectToShadowDb: async () => {
      const name = `diaodu_shadow_${process.pid}_${Date.now()}`;
      const admin = new pg.Client(connectionTo(ownerUrl));
      await admin.connect();
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
      const shadow = mended(await new PrismaPg({ ...connectionTo(ownerUrl, name), max: 4 }).connect());
      const disconnect = shadow.dispose.bind(shadow);
      let ended: Promise<void> | undefined;
      // The engine does not reliably say when it is done with it.
      const end = () =>
        (ended ??= (async () => {
          await disconnect();
          await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
          await admin.end();
        })());
      endings.push(end);
      shadow.dispose = end;
      return shadow;
    },
  };
  return { factory, close: async () => void (await Promise.all(endings.map((end) => end()))) };
}

function mended(adapter: Adapter): Adapter {
  mendCharColumns(adapter);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => mendCharColumns(await startTransaction(level));
  // The adapter's own splits at every semicolon, also inside the body of a function.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error as pg.DatabaseError;
      throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint, originalCode: code, originalMessage: message });
    }
  };
  return adapter;
}

/** The adapter knows no type for "char", of which PostgreSQL's catalogue is full, and the engine asks for Character. */
function mendCharColumns<T extends object>(queryable: T): T {
  type Result = { fields: { dataTypeID: number }[] };
  type Mendable = { performIO(query: unknown): Promise<Result>; queryRaw(query: unknown): Promise<{ columnTypes: number[] }> };
  const target = queryable as unknown as Mendable;
  const performIO = target.performIO.bind(target);
  const queryRaw = (Object.getPrototypeOf(target) as Mendable).queryRaw;
  target.queryRaw = async (query) => {
    const charColumns: number[] = [];
    const listening = Object.create(target, {
      performIO: {
        value: async (asked: unknown) => {
          const result = await performIO(asked);
          result.fields.forEach((field, index) => {
            if (field.dataTypeID !== oidOfChar) return;
            field.dataTypeID = oidOfBpchar;
            charColumns.push(index);
          });
          return result;
        },
      },
    }) as Mendable;
    const answer = await queryRaw.call(listening, query);
    for (const index of charColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return queryable;
}
