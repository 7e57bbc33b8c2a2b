import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

export type Cell = string | number | boolean | null | readonly (string | number)[];

/** Rows of one table on their way into it, by COPY. */
class Table {
  /** What waits to be copied. */
  lines: string[] = [];
  constructor(readonly name: string, private readonly columns: readonly string[]) {}
  add(cells: readonly Cell[]): void {
    this.lines.push(cells.map(textOf).join("\t"));
  }
  async copyInto(client: pg.Client): Promise<number> {
    const { lines } = this;
    if (lines.length === 0) return 0;
    this.lines = [];
    const stream = client.query(from(`COPY ${this.name} (${this.columns.join(", ")}) FROM STDIN`));
    for (let at = 0; at < lines.length; at += 2000) {
      if (!stream.write(`${lines.slice(at, at + 2000).join("\n")}\n`)) await once(stream, "drain");
    }
    stream.end();
    await finished(stream);
    return lines.length;
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return "\\N";
  if (Array.isArray(cell)) return `{${cell.join(",")}}`;
  return String(cell).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

/** In the order in which they refer to each other. */
const columns = {
  district: ["id", "city_id", "kind", "name", "short_name", "name_pinyin", "name_initials", "sort_order"],
  calendar_day: ["district_id", "id", "day", "kind", "name"],
  unit: ["district_id", "id", "kind", "name", "short_name", "name_pinyin", "name_initials", "sort_order"],
  cadre: ["district_id", "id", "name", "name_pinyin", "name_initials", "unit_id", "post", "rank"],
  cadre_post: ["district_id", "id", "cadre_id", "unit_id", "post", "rank", "from_on"],
  enterprise: ["district_id", "id", "name", "name_pinyin", "name_initials", "uscc"],
  account: ["district_id", "id", "login", "name", "name_pinyin", "name_initials", "role", "cadre_id", "password_hash", "password_changed_at", "password_is_initial"],
  project: [
    "district_id", "id", "city_id", "code_year", "code_number", "name", "name_pinyin", "name_initials", "industry", "nature", "path", "scope", "township_id", "start_year", "end_year", "total_wan", "builder_id",
    "responsible_unit_district_id", "responsible_unit_id", "planned_start_on", "planned_completion_on", "baseline_start_on", "baseline_completion_on", "is_in_statistics", "remark", "is_whitelisted",
    "stage", "stage_on", "started_on", "completed_on", "status", "status_on", "light", "light_on", "lead_district_id", "lead_cadre_id",
  ],
  progress_report: [
    "district_id", "id", "project_id", "year", "as_of_on", "status", "completed_wan", "physical_percent", "site_text", "marks", "submitted_on", "submitted_by_name", "verified_on", "verified_by_name", "version",
  ],
  project_year: [
    "district_id", "id", "project_id", "year", "level", "kind", "plan_wan", "invested_before_wan", "months_wan", "completed_wan", "week_wan", "physical_percent", "report_id", "report_on",
  ],
  project_year_term: ["district_id", "id", "project_id", "year", "level", "kind", "plan_wan", "invested_before_wan", "months_wan", "from_on"],
  stage_span: ["district_id", "id", "project_id", "stage", "from_on", "to_on", "evidence", "by_name"],
  status_span: ["district_id", "id", "project_id", "status", "from_on", "to_on", "reason", "note", "expected_end_on", "renew_due_on", "by_name"],
  project_whitelisting: ["district_id", "id", "project_id", "from_on"],
  duty: ["district_id", "id", "city_id", "kind", "project_id", "cadre_district_id", "cadre_id", "from_on"],
  milestone: ["district_id", "id", "project_id", "kind", "name", "baseline_on", "due_on", "done_on", "evidence"],
  fund_entry: ["district_id", "id", "project_id", "year", "source", "kind", "day", "amount_wan"],
  missed_report: ["district_id", "id", "project_id", "as_of_on", "missed_on"],
  light_span: ["district_id", "id", "project_id", "dimension", "colour", "inputs", "from_on", "to_on"],
  step_event: ["district_id", "id", "city_id", "kind", "subject_id", "step", "from_state", "to_state", "note", "happened_at", "actor_name"],
  audit_entry: ["district_id", "id", "at", "actor_name", "actor_role", "via", "action", "outcome", "kind", "subject_id", "before", "after"],
  audit_pending: ["district_id", "entry_id"],
} as const;
export type TableName = keyof typeof columns;
export const tableNames = Object.keys(columns) as TableName[];
export type Tables = Record<TableName, Table>;

export const newTables = (): Tables => Object.fromEntries(tableNames.map((name) => [name, new Table(name, columns[name])])) as Tables;

/** Keys in the form of uuid v7, in growing order and the same each time. */
export function countedIds(): () => string {
  let last = 0;
  return () => {
    last++;
    const hex = last.toString(16).padStart(12, "0");
    // 2023-04-11 in the bits of time, the count in those that are free.
    return `01876e30-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8000-${hex.slice(7).padStart(12, "0")}`;
  };
}
