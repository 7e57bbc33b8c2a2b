import { Prisma } from "@/prisma/generated/client";
import { figuresOn, ofProject, plain, projectColumns, type Base } from "./base";

const sql = Prisma.sql;
const heldOn = (alias: string, day: Prisma.Sql) => sql`${Prisma.raw(`${alias}.from_on`)} <= ${day} AND (${Prisma.raw(`${alias}.to_on`)} IS NULL OR ${Prisma.raw(`${alias}.to_on`)} > ${day})`;
const dueDay = Prisma.raw("w.day");

/** Key projects that owe the report of the week that is due on the day: listed and active on its report day. */
const owed = {
  goesByWeeks: true,
  alias: "t",
  from: (at) => sql`${at.weeks} AS w(district_id, day)
    JOIN project_year_term AS t ON t.district_id = w.district_id AND t.year = extract(year FROM w.day)::int AND ${heldOn("t", dueDay)}
    JOIN project AS p ON ${ofProject("t")}
    JOIN status_span AS st ON ${ofProject("st")} AND st.status = 'active' AND ${heldOn("st", dueDay)}
    LEFT JOIN progress_report AS r ON ${ofProject("r")} AND r.as_of_on = w.day AND r.status IN ('submitted', 'verified') AND r.submitted_on <= ${at.on}`,
  where: () => sql`true`,
  joins: {},
  columns: { ...projectColumns, level: plain("t.level"), kind: plain("t.kind"), report: plain("r.id") },
  row: { kind: "report", id: "p.id", name: "p.name", day: "w.day" },
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
  columns: { ...projectColumns, submitted: plain("x.submitted_on"), verified: plain("x.verified_on"), marks: plain("x.marks") },
  row: { kind: "report", id: "p.id", name: "p.name", day: "x.as_of_on" },
} as const satisfies Base;

export const reportFigures = figuresOn(reports as Base<keyof typeof reports.columns>, "stock")({
  "reports-received": { time: "flow", where: ({ submitted }, at) => sql`${submitted} >= ${at.from}`, measure: { is: "count" } },
  "reports-awaiting": { where: ({ verified }, at) => sql`(${verified} IS NULL OR ${verified} > ${at.on})`, measure: { is: "count" } },
  "reports-marked": { where: ({ verified, marks }, at) => sql`cardinality(${marks}) > 0 AND (${verified} IS NULL OR ${verified} > ${at.on})`, measure: { is: "count" } },
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
