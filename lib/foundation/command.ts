import type { ZodError, ZodType } from "zod";
import type { Conflict } from "./action-result";
import type { Actor } from "./actor";
import { forAudit, recordApart, recordMisses, writeEntries, type Entry } from "./audit/record";
import { findConflict } from "./audit/conflict";
import { may, mayIn, type Capability } from "./access/policy";
import { businessTime } from "./clock";
import type { Day } from "./calendar";
import { forFeatures, mainClient, open, reached, scopeTransaction, type Miss, type Tx, type WriteDb } from "./db";
import { keyedHashOf, newId } from "./ids";
import { drawNumber } from "./numbers";
import { decryptText, encryptText } from "./personal";
import { Refusal } from "./refusal";
import type { Prisma } from "@/prisma/generated/client";

type Models = Prisma.TypeMap["model"];
type ModelKey = Uncapitalize<Prisma.ModelName>;
type CreateData<M extends ModelKey> = Models[Capitalize<M> & Prisma.ModelName]["operations"]["create"]["args"]["data"];
type UpdateData<M extends ModelKey> = Models[Capitalize<M> & Prisma.ModelName]["operations"]["updateMany"]["args"]["data"];

type Row = { districtId: string; id: string; version: number };
/** A district's own row is its own tenant. */
type DistrictRow = { id: string; version: number };
type Versioned<M extends ModelKey> = M extends "district" ? DistrictRow : Row;

type Step = { step: string; from?: string | null; to?: string | null; note?: string | null };
type Message = { districtId: string; kind: string; payload: Record<string, string | number | null> };

/** All that a command may use: it writes through here and nowhere else. */
export type CommandContext = {
  actor: Actor;
  db: WriteDb;
  /** The business clock. */
  now: Date;
  today: Day;
  /** Real time, for what must not follow the business clock. */
  at: Date;
  /** Refuses unless the actor has the command's capability in this district. */
  requireIn(districtId: string): void;
  /** Adds a row and its audit entry; answers the row's id. */
  add<M extends ModelKey>(model: M, data: Omit<CreateData<M>, "id"> & { id?: string }, note?: string): Promise<string>;
  /** Adds many rows, a thousand a statement, each with its audit entry; answers their ids in order. */
  addMany<M extends ModelKey>(model: M, rows: (Omit<CreateData<M>, "id"> & { id?: string })[]): Promise<string[]>;
  /** Changes a row of which the person saw `version`, with its audit entry. A stale version is refused and says who changed what. */
  change<M extends ModelKey>(model: M, row: Versioned<M>, version: number, data: UpdateData<M>, note?: string): Promise<void>;
  /** Changes many rows alike, in a few statements for each thousand; each with its own version and audit entry. */
  changeMany<M extends ModelKey>(model: M, rows: Row[], data: UpdateData<M>, note?: string): Promise<void>;
  /** A step of a record: the event people read, and the audit. `row` is what the step happens to, already changed or added. */
  step(kind: ModelKey, row: { districtId: string; id: string }, step: Step): Promise<void>;
  /** The same for many records of one kind, each with its own step. */
  stepMany(kind: ModelKey, taken: { row: { districtId: string; id: string }; step: Step }[]): Promise<void>;
  /**
   * Brings columns that only repeat what other rows say (a project's light, the completed amount of its year) up to date, in one UPDATE
   * that carries a reach. No version, no audit: whatever changed the rows behind them has both.
   */
  derive(update: Prisma.Sql): Promise<void>;
  /** The audit alone, for what changes no row: a phone shown, an export; or one of many that was refused or not found while the others were done. */
  record(entry: Omit<Entry, "outcome"> & { outcome?: "refused" | "missed" }): void;
  /** Draws a gap-free number as the last thing before commit and hands it over. */
  drawAtEnd(districtId: string, kind: string, year: number, use: (number: number) => Promise<unknown>): void;
  /** A message that leaves the house after commit. */
  send(message: Message): Promise<void>;
};

export type Command<I, O> = {
  /** "unit.add": what the audit calls it. */
  name: string;
  needs: Capability;
  schema: ZodType<I>;
  /** Its answer holds a secret that is shown once; what is kept for repeated requests is encrypted. */
  answersSecret?: boolean;
  /** Saves a draft: nothing of it is in the audit. The one kind of command that may record nothing. */
  savesDraft?: boolean;
  run(ctx: CommandContext, input: I): Promise<O>;
};

/** A write, and the only way to one: forms, the API, jobs, imports and scripts all run it through runCommand. */
export const defineCommand = <I, O>(command: Command<I, O>): Command<I, O> => command;

/** Input that does not fit its schema. */
export class InvalidInput extends Error {
  constructor(readonly issues: ZodError["issues"]) {
    super("invalid input");
  }
}

class ChangedMeanwhile extends Error {
  constructor(readonly row: { districtId: string; kind: string; id: string; version: number }) {
    super("changed meanwhile");
  }
}

/** What somebody may do who signed in with a password that was given to them. */
const openBeforeOwnPassword: readonly Capability[] = ["password.own", "session.own"];

type Options = { idempotencyKey?: string | null; timeoutMs?: number };

/**
 * Who → capability → input by the command's schema → one transaction (scope, idempotency key, the command, numbers, audit).
 * A command that recorded nothing is undone. Refusals and misses are written to the audit in a transaction of their own.
 */
export async function runCommand<I, O>(actor: Actor, command: Command<I, O>, raw: unknown, options: Options = {}): Promise<O> {
  const misses: Miss[] = [];
  try {
    if (actor.mustChangePassword && !openBeforeOwnPassword.includes(command.needs)) throw new Refusal("passwordMustChange");
    if (!may(actor, command.needs)) throw new Refusal("notAllowed");
    const input = readInput(command, raw);
    const attempt = () => {
      misses.length = 0;
      return mainClient().$transaction(async (tx) => perform(tx, actor, command, input, misses, options.idempotencyKey ?? null), { timeout: options.timeoutMs ?? 15_000 });
    };
    return await repeatedly(attempt);
  } catch (error) {
    await recordMisses(actor, misses);
    throw await explain(actor, command.name, error);
  }
}

const attemptsAtMost = 4;

/** Two transactions that each wait for the other: the database ends one, whose work is undone. It is done again. */
async function repeatedly<T>(attempt: () => Promise<T>, attempts = 1): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (attempts === attemptsAtMost || !isDeadlock(error)) throw error;
    return repeatedly(attempt, attempts + 1);
  }
}

function isDeadlock(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === "P2034" || /\b40P01\b|deadlock detected/.test(message ?? "");
}

function readInput<I, O>(command: Command<I, O>, raw: unknown): I {
  const parsed = command.schema.safeParse(raw, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  const nul = pathOfNul(parsed.data);
  if (nul) throw new InvalidInput([{ code: "custom", path: nul, message: "badFormat", input: "" }]);
  return parsed.data;
}

/** Where a text holds what PostgreSQL keeps in none: a NUL, or half of a character. */
function pathOfNul(value: unknown, path: PropertyKey[] = []): PropertyKey[] | null {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed() ? path : null;
  if (!value || typeof value !== "object") return null;
  for (const [key, part] of Object.entries(value)) {
    const found = pathOfNul(part, [...path, key]);
    if (found) return found;
  }
  return null;
}

async function perform<I, O>(tx: Tx, actor: Actor, command: Command<I, O>, input: I, misses: Miss[], key: string | null): Promise<O> {
  await scopeTransaction(tx, actor, false);
  const claim = key && actor.accountId ? { districtId: actor.districtId, accountId: actor.accountId, key } : null;
  const bodyHash = keyedHashOf(JSON.stringify(input) ?? "");
  if (claim) {
    const earlier = await claimKey(tx, claim, command.name, bodyHash);
    if (earlier !== null) return readAnswer<O>(earlier);
  }
  const { ctx, entries, draws } = contextFor(tx, actor, command, misses);
  const value = await open.run({ db: tx, actor, misses }, async () => await command.run(ctx, input));
  if (entries.length === 0 && !command.savesDraft) throw new Error(`${command.name} recorded nothing, so it was undone.`);
  for (const draw of draws) await draw();
  if (!command.savesDraft) await writeEntries(tx, actor, entries);
  const answer = JSON.stringify(value ?? null);
  if (claim) {
    const kept = command.answersSecret ? { sealed: encryptText(answer) } : { plain: answer };
    await tx.idempotencyKey.updateMany({ where: claim, data: { answer: kept } });
  }
  return JSON.parse(answer) as O;
}

function contextFor<I, O>(tx: Tx, actor: Actor, command: Command<I, O>, misses: Miss[]) {
  const entries: Entry[] = [];
  const draws: (() => Promise<unknown>)[] = [];
  const time = businessTime(actor.clockOffsetMs);
  // Prisma's methods differ by model; what a feature passes was checked against the model's own types above.
  const table = (model: ModelKey) =>
    tx[model] as unknown as {
      createMany(args: object): Promise<unknown>;
      updateMany(args: object): Promise<{ count: number }>;
      findFirst(args: object): Promise<Record<string, unknown> | null>;
      findMany(args: object): Promise<Record<string, unknown>[]>;
    };
  const tenantOf = (model: ModelKey, row: object): string => {
    const fields = row as { districtId?: string; id: string };
    return model === "district" ? fields.id : fields.districtId!;
  };
  const addMany = async (model: ModelKey, rows: object[], note?: string): Promise<string[]> => {
    const complete = rows.map((row) => ({ ...row, id: (row as { id?: string }).id ?? newId() }));
    for (const part of inParts(complete, rowsAStatement)) await table(model).createMany({ data: part });
    for (const row of complete) {
      entries.push({ districtId: tenantOf(model, row), action: command.name, outcome: "done", kind: model, subjectId: row.id, after: { ...forAudit(row), version: 1 }, note });
    }
    return complete.map((row) => row.id);
  };
  const noteChange = (model: ModelKey, row: { id: string; districtId?: string; version: number }, before: Record<string, unknown>, data: object, note?: string) => {
    const changed = Object.fromEntries(Object.entries(data).filter(([name, value]) => !same(before[name], value)));
    entries.push({
      districtId: tenantOf(model, row), action: command.name, outcome: "done", kind: model, subjectId: row.id, note,
      before: forAudit(Object.fromEntries(Object.keys(changed).map((name) => [name, before[name]]))),
      after: { ...forAudit(changed), version: row.version + 1 },
    });
  };
  const stepMany: CommandContext["stepMany"] = async (kind, taken) => {
    if (taken.length === 0) return;
    const homes = await tx.district.findMany({ where: { id: { in: [...new Set(taken.map(({ row }) => row.districtId))] } }, select: { id: true, cityId: true } });
    const cityOf = new Map(homes.map((home) => [home.id, home.cityId]));
    const by = { actorDistrictId: actor.accountId ? actor.districtId : null, actorId: actor.accountId, actorName: actor.name };
    await tx.stepEvent.createMany({
      data: taken.map(({ row, step: { step, from = null, to = null, note = null } }) => ({
        districtId: row.districtId, id: newId(), cityId: cityOf.get(row.districtId)!, kind, subjectId: row.id, step, from, to, note, happenedAt: time.now, ...by,
      })),
    });
    const own = new Map(entries.filter((entry) => entry.kind === kind && entry.action === command.name).map((entry) => [entry.subjectId, entry]));
    for (const { row, step: { from = null, to = null, note = null } } of taken) {
      const entry = own.get(row.id);
      if (entry) entry.note ??= note;
      else entries.push({ districtId: row.districtId, action: command.name, outcome: "done", kind, subjectId: row.id, before: from ? { state: from } : null, after: to ? { state: to } : null, note });
    }
  };
  const changePart = async (model: ModelKey, rows: readonly Row[], data: object, note?: string): Promise<void> => {
    const districts = [...new Set(rows.map((row) => row.districtId))];
    const before = await table(model).findMany({ where: { districtId: { in: districts }, id: { in: rows.map((row) => row.id) } } });
    const standing = new Map(before.map((row) => [`${row.districtId}/${row.id}`, row]));
    const stale = rows.find((row) => standing.get(`${row.districtId}/${row.id}`)?.version !== row.version);
    if (stale) throw new ChangedMeanwhile({ kind: model, ...stale });
    const { count } = await table(model).updateMany({
      where: { districtId: { in: districts }, OR: rows.map(({ districtId, id, version }) => ({ districtId, id, version })) },
      data: { ...data, version: { increment: 1 } },
    });
    if (count !== rows.length) throw new ChangedMeanwhile({ kind: model, ...rows[0]! });
    for (const row of rows) noteChange(model, row, standing.get(`${row.districtId}/${row.id}`)!, data, note);
  };
  const ctx: CommandContext = {
    actor,
    db: forFeatures(tx),
    now: time.now,
    today: time.today,
    at: new Date(),
    requireIn: (districtId) => {
      if (mayIn(actor, command.needs, districtId)) return;
      misses.push({ kind: "district", id: districtId });
      throw new Refusal("notFound");
    },
    add: async (model, data, note) => (await addMany(model, [data], note))[0]!,
    addMany: (model, rows) => addMany(model, rows),
    change: async (model, row, version, data, note) => {
      const districtId = tenantOf(model, row);
      const where = model === "district" ? { id: row.id } : { districtId, id: row.id };
      // The row as it stands now, so that the audit's "before" is true even if the command loaded only part of it.
      const before = await table(model).findFirst({ where });
      const { count } = await table(model).updateMany({ where: { ...where, version }, data: { ...(data as object), version: { increment: 1 } } });
      if (!before || count === 0) throw new ChangedMeanwhile({ districtId, kind: model, id: row.id, version });
      noteChange(model, { ...row, version }, before, data as object, note);
    },
    changeMany: async (model, rows, data, note) => {
      for (const part of inParts(rows, rowsAStatement)) await changePart(model, part, data as object, note);
    },
    step: (kind, row, step) => stepMany(kind, [{ row, step }]),
    stepMany,
    derive: async (update) => {
      if (!/^\s*UPDATE /.test(update.sql) || !reached.test(update.sql)) throw new Error("Columns are derived by one UPDATE that says which rows the actor reaches.");
      await tx.$executeRaw(update);
    },
    record: (entry) => void entries.push({ outcome: "done", ...entry }),
    drawAtEnd: (districtId, kind, year, use) => void draws.push(async () => use(await drawNumber(tx, districtId, kind, year))),
    send: async ({ districtId, kind, payload }) => {
      await tx.outboxMessage.createMany({ data: [{ districtId, id: newId(), kind, payload }] });
    },
  };
  return { ctx, entries, draws };
}

/** A statement takes at most 32,767 parameters. */
const rowsAStatement = 1000;
const inParts = <T>(rows: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));

const same = (before: unknown, now: unknown): boolean =>
  before instanceof Date && now instanceof Date ? before.getTime() === now.getTime() : JSON.stringify(before ?? null) === JSON.stringify(now ?? null);

type Claim = { districtId: string; accountId: string; key: string };

/** Null when the key is new and now ours; the first answer when it was used. An equal request in flight is waited for. */
async function claimKey(tx: Tx, claim: Claim, command: string, bodyHash: string): Promise<unknown> {
  const mine = await tx.$queryRaw<unknown[]>`
    INSERT INTO idempotency_key (district_id, account_id, key, command, body_hash)
    VALUES (${claim.districtId}::uuid, ${claim.accountId}::uuid, ${claim.key}, ${command}, ${bodyHash}) ON CONFLICT DO NOTHING RETURNING 1`;
  if (mine.length > 0) return null;
  const earlier = await tx.idempotencyKey.findFirst({ where: claim });
  if (!earlier || earlier.command !== command || earlier.bodyHash !== bodyHash) throw new Refusal("keyReused");
  return earlier.answer;
}

function readAnswer<O>(kept: unknown): O {
  const { plain, sealed } = kept as { plain?: string; sealed?: string };
  return JSON.parse(plain ?? decryptText(sealed!)) as O;
}

/** Turns what went wrong into what is told, and writes refusals to the audit, apart from the undone transaction. */
async function explain(actor: Actor, action: string, error: unknown): Promise<unknown> {
  if (error instanceof ChangedMeanwhile) {
    const conflict: Conflict = await findConflict(actor, error.row);
    await recordApart(actor, [{ districtId: error.row.districtId, action, outcome: "refused", kind: error.row.kind, subjectId: error.row.id, note: "changedMeanwhile" }]);
    return new Refusal("changedMeanwhile", {}, conflict);
  }
  // Two at once passed the command's own check; the database let one in.
  if ((error as { code?: string } | null)?.code === "P2002" || /\b23P01\b/.test(String((error as Error | null)?.message))) return explain(actor, action, new Refusal("addedMeanwhile"));
  if (error instanceof Refusal) {
    await recordApart(actor, [{ districtId: actor.districtId, action, outcome: "refused", kind: action.split(".")[0]!, note: error.code }]);
  }
  return error;
}
