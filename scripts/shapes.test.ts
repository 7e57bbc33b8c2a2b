import { describe, expect, it } from "vitest";
import { countedIds, newTables, tableNames, type TableName } from "@/prisma/seed/shapes/copy";
import { makeDistrict } from "@/prisma/seed/shapes/district";

const made = () => {
  const [tables, newId] = [newTables(), countedIds()];
  const [cityId, id] = [newId(), newId()];
  makeDistrict({ tables, newId, passwordHash: "hash" }, { id, cityId, key: "sample", name: "样本县", townships: ["甲镇", "乙镇"], projects: 60, accounts: 20, reportsEach: 61 });
  return tables;
};
const tables = made();
const rowsOf = (table: TableName) => tables[table].lines.map((line) => line.split("\t"));
const by = (rows: string[][], key: number) => Map.groupBy(rows, (row) => row[key]!);

describe("a district of a shape", () => {
  it("is the same each time", () => {
    const again = made();
    for (const table of tableNames) expect(again[table].lines, table).toEqual(tables[table].lines);
  });

  it("holds what was asked for, each key once", () => {
    expect([tables.project.lines.length, tables.account.lines.length, tables.project_year.lines.length]).toEqual([60, 20, 120]);
    expect(tables.progress_report.lines.length).toBeGreaterThanOrEqual(60 * 58);
    const ids = tableNames.filter((table) => !["district", "audit_pending"].includes(table)).flatMap((table) => rowsOf(table).map((row) => row[1]!));
    expect(new Set(ids).size).toBe(ids.length);
    expect(tables.audit_pending.lines.length).toBe(tables.audit_entry.lines.length);
  });

  it("repeats on a project's year what its last report says", () => {
    const reports = by(rowsOf("progress_report"), 2);
    for (const row of rowsOf("project_year")) {
      const last = reports.get(row[2]!)!.filter((report) => report[3] === row[3]).at(-1);
      expect([row[9], row[11], row[12], row[13]]).toEqual(last ? [last[6], last[7], last[1], last[4]] : ["0", "\\N", "\\N", "\\N"]);
    }
  });

  it("never lets an amount fall within a year", () => {
    for (const own of by(rowsOf("progress_report"), 2).values()) {
      expect(own.filter((row, at) => at > 0 && row[3] === own[at - 1]![3] && Number(row[6]) < Number(own[at - 1]![6]))).toEqual([]);
    }
  });

  it.each([["stage_span", 4, 5], ["status_span", 4, 5]] as const)("lets each %s begin where the one before ends", (table, from, to) => {
    for (const spans of by(rowsOf(table), 2).values()) {
      expect(spans.map((span) => span[from]).slice(1)).toEqual(spans.map((span) => span[to]).slice(0, -1));
      expect(spans.at(-1)![to]).toBe("\\N");
    }
  });

  it("shows on a project the light that shines", () => {
    const open = new Map(rowsOf("light_span").filter((span) => span[3] === "overall" && span[7] === "\\N").map((span) => [span[2], span]));
    for (const project of rowsOf("project")) expect(project[32]).toBe(open.get(project[1]!)?.[4] ?? "none");
    expect(new Set(rowsOf("project").map((project) => project[32])).size).toBeGreaterThan(2);
  });
});
