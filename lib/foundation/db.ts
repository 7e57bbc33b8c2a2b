import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import type { Actor } from "./actor";

/** What is open on this thread of work: the transaction, for whom, and the look-ups that found nothing. */
type Open = { db: Tx; actor: Actor; misses: Miss[] };
export type Miss = { kind: string; id: string };

// Next bundles this module more than once; the clients, and with them what their queries note, are one.
const kept = globalThis as unknown as { diaoduClients?: { main?: Client; replica?: Client }; diaoduOpen?: AsyncLocalStorage<Open> };
kept.diaoduClients ??= {};

export const open = (kept.diaoduOpen ??= new AsyncLocalStorage<Open>());

const withoutDistrict = new Set<Prisma.ModelName>(["Installation", "NightlyRun"]);

/** The first net's own check: a query on rows that belong to districts must say which. */
function refuseUnscoped(model: Prisma.ModelName, operation: string, args: Record<string, unknown>): void {
  if (withoutDistrict.has(model)) return;
  const columns = model === "District" ? ["id", "cityId"] : ["districtId"];
  const rows = args.data === undefined ? [] : Array.isArray(args.data) ? args.data : [args.data];
  const scoped = operation.startsWith("create") ? rows.every((row) => columns.some((column) => row[column])) : namesDistrict(args.where, columns);
  if (!scoped) throw new Error(`${model}.${operation} does not say which district: begin its where with whereOf(actor, …).`);
}

function namesDistrict(where: unknown, columns: string[]): boolean {
  if (!where || typeof where !== "object") return false;
  const fields = where as Record<string, unknown>;
  if (columns.some((column) => fields[column] !== undefined)) return true;
  const all = Array.isArray(fields.AND) ? fields.AND : fields.AND ? [fields.AND] : [];
  if (all.some((part) => namesDistrict(part, columns))) return true;
  // A compound key is named after its columns: districtId_id.
  return Object.entries(fields).some(([key, value]) => key.startsWith("districtId_") && value !== undefined);
}

/** The id a look-up asked for, if it asked for one. */
function idAskedFor(where: unknown): string | null {
  const fields = (where ?? {}) as Record<string, unknown>;
  if (typeof fields.id === "string") return fields.id;
  const compound = fields.districtId_id as { id?: string } | undefined;
  return compound?.id ?? null;
}

function connect(url: string) {
  const adapter = new PrismaPg({ connectionString: url, max: Number(process.env.DATABASE_POOL ?? 10), connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } }).$extends({
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          refuseUnscoped(model, operation, args as Record<string, unknown>);
          const found = await query(args);
          if (found === null && operation.startsWith("find")) {
            const id = idAskedFor((args as { where?: unknown }).where);
            if (id) open.getStore()?.misses.push({ kind: model.charAt(0).toLowerCase() + model.slice(1), id });
          }
          return found;
        },
      },
    },
  });
}

type Client = ReturnType<typeof connect>;
export type Tx = Parameters<Parameters<Client["$transaction"]>[0]>[0];

/** Only the wrappers of the foundation open transactions; features get theirs from readAs or their command's context. */
export const mainClient = (): Client => (kept.diaoduClients!.main ??= connect(process.env.DATABASE_URL!));
export const replicaClient = (): Client =>
  (kept.diaoduClients!.replica ??= process.env.DATABASE_READ_URL ? connect(process.env.DATABASE_READ_URL) : mainClient());

export async function disconnect(): Promise<void> {
  await Promise.all([kept.diaoduClients!.main?.$disconnect(), kept.diaoduClients!.replica?.$disconnect()]);
  kept.diaoduClients = {};
}

type ModelKey = Uncapitalize<Prisma.ModelName>;
type ReadOperation = "findFirst" | "findUnique" | "findMany" | "count" | "aggregate" | "groupBy";
type WriteOperation = ReadOperation | "create" | "createMany" | "updateMany";

/** What a query holds: no way to write. `rows` runs one SQL statement, which must carry a reach (sqlOf). */
export type ReadDb = { [M in ModelKey]: Pick<Tx[M], ReadOperation & keyof Tx[M]> } & { rows<T>(sql: Prisma.Sql): Promise<T[]> };
/** What a command holds: nothing is deleted, and every change of a known row goes through its context's `change`. */
export type WriteDb = { [M in ModelKey]: Pick<Tx[M], WriteOperation & keyof Tx[M]> } & { rows<T>(sql: Prisma.Sql): Promise<T[]> };

/** What an SQL statement of a feature must hold: which rows the actor reaches. */
export const reached = /"district_id" = ANY\(|"id" = ANY\(/;

const writes = /\b(INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\b|\bUPDATE\s+"?\w+"?\s+(AS\s+"?\w+"?\s+)?SET\b/i;

/** The transaction as features see it. */
export function forFeatures(tx: Tx): ReadDb & WriteDb {
  const rows = <T>(sql: Prisma.Sql): Promise<T[]> => {
    if (!reached.test(sql.sql)) throw new Error("This SQL does not say which rows the actor reaches: put sqlOf(actor, …) into its WHERE.");
    if (writes.test(sql.sql)) throw new Error("This SQL writes. Rows are written by the context's add, change and derive, which leave their trace.");
    return tx.$queryRaw<T[]>(sql);
  };
  return new Proxy(tx, { get: (target, key) => (key === "rows" ? rows : Reflect.get(target, key)) }) as unknown as ReadDb & WriteDb;
}

/** Tells the second net (row-level security) whose transaction this is. With nothing told, it shows nothing. */
export async function scopeTransaction(tx: Tx, actor: Pick<Actor, "districtIds" | "cityId">, readOnly: boolean): Promise<void> {
  const districts = `{${actor.districtIds.join(",")}}`;
  await tx.$queryRaw`SELECT set_config('app.districts', ${districts}, true), set_config('app.city', ${actor.cityId}, true), set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true)`;
}

/** Its digest reaches the browser, where the error page then says what happened instead of showing a defect. */
class DatabaseAway extends Error {
  readonly digest = "databaseAway";
  constructor(cause: unknown) {
    super("The database cannot be reached.", { cause });
  }
}

/** For what pages wait for: an error that means the database is away becomes one that the error page knows. */
export async function toldWhenAway<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isDatabaseAway(error) ? new DatabaseAway(error) : error;
  }
}

const away = /^(08|57P0|53300)|ECONNREFUSED|ECONNRESET|ETIMEDOUT/;

/** Whether an error means that the database cannot be reached just now, rather than that something is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, meta, cause } = (error ?? {}) as { code?: string; message?: string; meta?: { code?: string }; cause?: unknown };
  if (["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"].includes(code ?? "")) return true;
  return [code, meta?.code, message].some((text) => typeof text === "string" && (away.test(text) || /timeout exceeded when trying to connect|Can't reach database|Connection terminated/i.test(text)))
    || error instanceof DatabaseAway || (cause !== undefined && isDatabaseAway(cause));
}
