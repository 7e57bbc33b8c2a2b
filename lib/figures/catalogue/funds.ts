import { Prisma } from "@/prisma/generated/client";
import { figuresOn, plain, projectColumns, spanOf, type Base } from "./base";

const sql = Prisma.sql;

/** Money planned, received or spent, of projects and of districts as a whole. */
const funds = {
  alias: "x",
  from: () => sql`fund_entry AS x LEFT JOIN project AS p ON p.district_id = x.district_id AND p.id = x.project_id`,
  where: () => sql`x.withdrawn_on IS NULL`,
  joins: { stage: spanOf("stage_span", "s") },
  columns: { ...projectColumns, stage: { ...plain("s.stage"), joins: ["stage"] }, district: plain("x.district_id"), project: plain("x.project_id"), source: plain("x.source"), day: plain("x.day"), year: plain("x.year"), amount: plain("x.amount_wan") },
  row: { kind: "fund", id: "x.project_id", name: "p.name", day: "x.day", code: "x.source" },
} as const satisfies Base;

const inTime = ({ day }: { readonly day: Prisma.Sql }, at: { from: Prisma.Sql; on: Prisma.Sql }) => sql`${day} BETWEEN ${at.from} AND ${at.on}`;
// No column of the base: a scope by `kind` means that of a key project.
const kind = Prisma.raw("x.kind");

export const fundFigures = figuresOn(funds as Base<keyof typeof funds.columns>, "flow")({
  "funds-received": { where: (column, at) => sql`${kind} = 'received' AND ${inTime(column, at)}`, measure: { is: "sum", of: "amount" }, unit: "wan" },
  "funds-spent": { where: (column, at) => sql`${kind} = 'spent' AND ${inTime(column, at)}`, measure: { is: "sum", of: "amount" }, unit: "wan" },
  "funds-use-rate": {
    where: inTime,
    measure: { is: "share", part: { of: "amount", where: () => sql`${kind} = 'spent'` }, whole: { of: "amount", where: () => sql`${kind} = 'received'` } },
    unit: "percent",
  },
  "funds-planned": { time: "year", where: ({ year }, at) => sql`${kind} = 'planned' AND ${year} = ${at.year}`, measure: { is: "sum", of: "amount" }, unit: "wan" },
  "funds-due": { time: "year", where: ({ year, day }, at) => sql`${kind} = 'planned' AND ${year} = ${at.year} AND ${day} <= ${at.on}`, measure: { is: "sum", of: "amount" }, unit: "wan" },
  "funds-planned-projects": {
    time: "year",
    where: ({ year, project }, at) => sql`${kind} = 'planned' AND ${year} = ${at.year} AND ${project} IS NOT NULL`,
    measure: { is: "distinct", of: "project", row: { kind: "project", id: "p.id", name: "p.name" } },
  },
});
