/** What lies in prisma/migrations, and what a migration may not hold. Pure but for the reading. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

export type MigrationFile = { name: string; sql: string; checksum: string };
export type AppliedMigration = { name: string; checksum: string; finishedAt: Date | null; rolledBackAt: Date | null };

export const checksumOf = (sql: string) => createHash("sha256").update(sql).digest("hex");

export function readMigrations(folder: string): MigrationFile[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    });
}

export type History = {
  pending: MigrationFile[];
  /** Their file is no longer what ran. */
  edited: string[];
  /** The database ran them, this program does not have them. */
  unknown: string[];
  /** Recorded by another tool as begun and not ended. */
  unfinished: string[];
};

export function compareHistory(files: MigrationFile[], applied: AppliedMigration[]): History {
  const standing = applied.filter((row) => row.rolledBackAt === null);
  const done = new Map(standing.filter((row) => row.finishedAt !== null).map((row) => [row.name, row.checksum]));
  const known = new Set(files.map((file) => file.name));
  return {
    pending: files.filter((file) => !done.has(file.name)),
    edited: files.filter((file) => done.has(file.name) && done.get(file.name) !== file.checksum).map((file) => file.name),
    unknown: [...done.keys()].filter((name) => !known.has(name)),
    unfinished: standing.filter((row) => row.finishedAt === null && !done.has(row.name)).map((row) => row.name),
  };
}

const keepsWhatItDropped = new Set(["constraint", "default", "not", "expression", "identity", "if"]);

/** Null, or the line that destroys what people wrote without a `-- allow-drop` in the file. */
export function whyNotDestructive(sql: string): string | null {
  if (/^\s*--\s*allow-drop\b/m.test(sql)) return null;
  const code = withoutComments(sql);
  for (const { index, 0: found } of code.matchAll(/\bdrop\s+(?:table|schema|materialized\s+view|column)\b|\btruncate\b/gi)) return at(sql, index, found);
  // In ALTER TABLE the word COLUMN may be left out.
  for (const statement of code.matchAll(/\balter\s+table\b[^;]*/gi)) {
    for (const drop of statement[0].matchAll(/\bdrop\s+"?(\w+)/gi)) {
      const isPartOfTable = keepsWhatItDropped.has(drop[1]!.toLowerCase());
      if (!isPartOfTable) return at(sql, statement.index + drop.index, drop[0]);
    }
  }
  return null;
}

/** Null, or the line with a statement that would tear the one transaction in which a migration runs. */
export function whyNotOneTransaction(sql: string): string | null {
  const code = withoutComments(sql);
  const found =
    /^[ \t]*(?:begin|commit|rollback|end|start\s+transaction)(?:\s+(?:work|transaction))?\s*;/im.exec(withoutBodies(code)) ??
    /\bcreate\s+(?:unique\s+)?index\s+concurrently\b|\bvacuum\b|\balter\s+system\b|\bcreate\s+database\b/i.exec(code);
  return found ? at(sql, found.index, found[0].trim()) : null;
}

const at = (sql: string, index: number, found: string) => `line ${lineOf(sql, index + 1)}: ${found.replace(/\s+/g, " ")}`;

/** @param position as PostgreSQL counts: characters, from 1 */
export function lineOf(sql: string, position: number): number {
  return [...sql].slice(0, position - 1).filter((character) => character === "\n").length + 1;
}

const blank = (text: string) => text.replace(/[^\n]/g, " ");

/** Same length and lines, so that positions stay true. Quoted text is not code either. */
function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, blank);
}

function withoutBodies(sql: string): string {
  return sql.replace(/(\$\w*\$)[\s\S]*?\1/g, blank);
}
