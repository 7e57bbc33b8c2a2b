import { Prisma } from "@/prisma/generated/client";
import { figuresOn, held, ofProject, plain, projectColumns, type Base, type Moment } from "./base";

const sql = Prisma.sql;
const onWeek = (at: Moment): Moment => ({ ...at, on: at.week });

/** Key projects that owe the report of the week that is due on the day: listed and active on its report day. */
const owed = {
  goesByWeeks: true,
  alias: "t",
  from: (at) => sql`project_year_term AS t JOIN project AS p ON ${ofProject("t")}
    JOIN status_span AS st ON ${ofProject("st")} AND st.status = 'active' AND ${held("st", onWeek(at))}
    LEFT JOIN progress_report AS r ON ${ofProject("r")} AND r.as_of_on = ${at.week} AND r.status IN ('submitted', 'verified') AND r.submitted_on <= ${at.on}`,
  where: (at) => sql`t.year = extract(year FROM ${at.week})::int AND ${held("t", onWeek(at))}`,
  joins: {},
  columns: { ...projectColumns, level: plain("t.level"), kind: plain("t.kind"), report: plain("r.id") },
  row: { kind: "report", id: "p.id", name: "p.name" },
} as const satisfies Base;

export const owedFigures = figuresOn(owed as Base<keyof typeof owed.columns>, "stock")({
  "reports-due": { measure: { is: "count" } },
  "reports-submitted": { where: ({ report }) => sql`${report} IS NOT NULL`, measure: { is: "count" } },
  "reports-outstanding": { where: ({ report }) => sql`${report} IS NULL`, measure: { is: "count" } },
  "reports-rate": { measure: { is: "share", part: { where: ({ report }) => sql`${report} IS NOT NULL` }, whole: {} }, unit: "percent" },
});

/** Reports that had been submitted by the day and count. */
const reports = {
  alias: "x",
  from: () => sql`progress_report AS x JOIN project AS p ON ${ofProject("x")}`,
  where: (at) => sql`x.status IN ('submitted', 'verified') AND x.as_of_on <= ${at.on} AND x.submitted_on <= ${at.on}`,
  joins: {},
  columns: { ...projectColumns, submitted: plain("x.submitted_on"), marks: plain("x.marks") },
  row: { kind: "report", id: "p.id", name: "p.name", day: "x.as_of_on" },
} as const satisfies Base;

export const reportFigures = figuresOn(reports as Base<keyof typeof reports.columns>, "stock")({
  "reports-received": { time: "flow", where: ({ submitted }, at) => sql`${submitted} >= ${at.from}`, measure: { is: "count" } },
});

/** Of these, the ones that had not been verified by the day; the index progress_report_awaiting holds just them. */
const awaiting = { ...reports, where: (at) => sql`${reports.where(at)} AND (coalesce(x.verified_on, 'infinity'::date) > ${at.on} OR (x.status = 'submitted' AND x.corrected_on <= ${at.on}))` } as const satisfies Base;

export const awaitingFigures = figuresOn(awaiting as Base<keyof typeof awaiting.columns>, "stock")({
  "reports-awaiting": { measure: { is: "count" } },
  "reports-marked": { where: ({ marks }) => sql`cardinality(${marks}) > 0`, measure: { is: "count" } },
});

/** Weeks that were missed by their cut-off and had not been settled by the day. */
const missed = {
  alias: "x",
  from: () => sql`missed_report AS x JOIN project AS p ON ${ofProject("x")}`,
  where: (at) => sql`x.missed_on <= ${at.on} AND (x.settled_on IS NULL OR x.settled_on > ${at.on})`,
  joins: {},
  columns: projectColumns,
  row: { kind: "report", id: "p.id", name: "p.name", day: "x.as_of_on" },
} as const satisfies Base;

export const missedFigures = figuresOn(missed as Base<keyof typeof missed.columns>, "stock")({ "reports-missed": { measure: { is: "count" } } });
