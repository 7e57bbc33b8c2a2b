import type { AuditLine } from "./queries";

/** What the file says in the reader's language. */
export type ExportWords = {
  headers: readonly string[];
  /** "2026-03-02 08:00:00" in Shanghai. */
  moment(at: string): string;
  outcome(outcome: AuditLine["outcome"]): string;
  role(role: string): string;
};

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** What people typed is never a formula: a spreadsheet takes a leading apostrophe as "this is text". */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const plain = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The file piece by piece, with the mark by which Excel knows it for UTF-8. */
export function* csvOfLines(lines: readonly AuditLine[], words: ExportWords): Generator<string> {
  yield `\uFEFF${line(words.headers)}`;
  for (const one of lines) {
    yield line([
      words.moment(one.at), one.districtName, one.actorName, words.role(one.actorRole), one.via, one.address, one.action, words.outcome(one.outcome),
      one.kind, one.subjectId, one.before, one.after, one.note, one.requestId, one.id,
    ]);
  }
}
