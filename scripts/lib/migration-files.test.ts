import { describe, expect, it } from "vitest";
import { checksumOf, compareHistory, lineOf, whyNotDestructive, whyNotOneTransaction } from "./migration-files.ts";

describe("what a migration may not hold", () => {
  it.each([
    ["DROP TABLE unit;", "line 1: DROP TABLE"],
    ['-- a note\nALTER TABLE "unit" DROP COLUMN "name";', "line 2: DROP COLUMN"],
    ['ALTER TABLE unit\n  ADD COLUMN x int,\n  DROP "name";', 'line 3: DROP "name'],
    ["DO $$ BEGIN TRUNCATE unit; END $$;", "line 1: TRUNCATE"],
  ])("%s destroys", (sql, line) => {
    expect(whyNotDestructive(sql)).toBe(line);
    expect(whyNotDestructive(`-- allow-drop: the office asked for it\n${sql}`)).toBeNull();
  });

  it.each([
    "ALTER TABLE unit DROP CONSTRAINT unit_named;",
    "ALTER TABLE unit ALTER COLUMN name DROP NOT NULL, ALTER COLUMN kind DROP DEFAULT;",
    "ALTER TABLE unit DROP CONSTRAINT IF EXISTS unit_named;",
    "-- DROP TABLE unit\nSELECT 1;",
    "COMMENT ON TABLE unit IS 'never DROP TABLE unit';",
    "DROP INDEX unit_name; DROP FUNCTION f(); DROP POLICY p ON unit;",
  ])("%s does not", (sql) => expect(whyNotDestructive(sql)).toBeNull());

  it.each(["BEGIN;\nSELECT 1;\nCOMMIT;", "CREATE INDEX CONCURRENTLY x ON unit (name);", "select 1;\n commit ;"])("%s tears the transaction", (sql) => {
    expect(whyNotOneTransaction(sql)).not.toBeNull();
  });

  it.each(["CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n  NULL;\nEND;\n$$;", "CREATE INDEX x ON unit (name);"])("%s does not", (sql) => {
    expect(whyNotOneTransaction(sql)).toBeNull();
  });
});

describe("the history", () => {
  const file = (name: string, sql = name) => ({ name, sql, checksum: checksumOf(sql) });
  const ran = (name: string, sql = name) => ({ name, checksum: checksumOf(sql), finishedAt: new Date(0), rolledBackAt: null });

  it("names what is pending, edited, unknown and unfinished", () => {
    const found = compareHistory(
      [file("1"), file("2", "changed"), file("4"), file("5")],
      [ran("1"), ran("2"), ran("3"), { ...ran("4"), finishedAt: null, rolledBackAt: new Date(0) }, { ...ran("5"), finishedAt: null }],
    );
    expect(found.pending.map(({ name }) => name)).toEqual(["4", "5"]);
    expect(found).toMatchObject({ edited: ["2"], unknown: ["3"], unfinished: ["5"] });
  });
});

it("counts lines by characters, as PostgreSQL does", () => {
  expect(lineOf("一\n二\n三", 5)).toBe(3);
  expect(lineOf("😀\nx", 3)).toBe(2);
});
