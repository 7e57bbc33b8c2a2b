import { Prisma } from "@/prisma/generated/client";
import { figuresOn, held, ofProject, overlapping, plain, projectColumns, type Base } from "./base";

const sql = Prisma.sql;

/** Duties held on at least one day of a time; asked from a day to the same day, those held on it. */
const duties = {
  alias: "x",
  from: () => sql`duty AS x LEFT JOIN project AS p ON ${ofProject("x")} LEFT JOIN enterprise AS e ON e.district_id = x.district_id AND e.id = x.enterprise_id
    JOIN cadre AS c ON c.district_id = x.cadre_district_id AND c.id = x.cadre_id`,
  where: (at) => overlapping("x", at),
  joins: {},
  columns: { ...projectColumns, district: plain("x.district_id"), project: plain("x.project_id"), enterprise: plain("x.enterprise_id"), cadre: plain("x.cadre_id"), duty: plain("x.kind") },
  row: { kind: "duty", id: "p.id", name: "c.name || ' · ' || coalesce(p.name, e.name)", day: "x.from_on", code: "x.kind" },
} as const satisfies Base;

const projectRow = { kind: "project", id: "p.id", name: "p.name" } as const;
const cadreRow = { kind: "cadre", id: "c.id", name: "c.name" } as const;

export const dutyFigures = figuresOn(duties as Base<keyof typeof duties.columns>, "flow")({
  duties: { measure: { is: "count" } },
  "duty-projects": { where: ({ project }) => sql`${project} IS NOT NULL`, measure: { is: "distinct", of: "project", row: projectRow } },
  "duty-project-cadres": { where: ({ project }) => sql`${project} IS NOT NULL`, measure: { is: "distinct", of: "cadre", row: cadreRow } },
  "duty-enterprises": { where: ({ enterprise }) => sql`${enterprise} IS NOT NULL`, measure: { is: "distinct", of: "enterprise", row: { kind: "enterprise", id: "e.id", name: "e.name" } } },
  "duty-enterprise-cadres": { where: ({ enterprise }) => sql`${enterprise} IS NOT NULL`, measure: { is: "distinct", of: "cadre", row: cadreRow } },
  "duty-key-project-leaders": {
    where: ({ duty }, at) => sql`${duty} = 'lead' AND EXISTS (SELECT 1 FROM project_year_term t WHERE ${ofProject("t")} AND t.year = ${at.year} AND ${held("t", at)})`,
    measure: { is: "distinct", of: "cadre", row: cadreRow },
  },
  "duty-cadres": { measure: { is: "distinct", of: "cadre", row: cadreRow } },
});

/** Enterprises in the register on the day. */
const enterprises = {
  alias: "e",
  from: () => sql`enterprise AS e`,
  where: (at) => sql`(e.retired_on IS NULL OR e.retired_on > ${at.on})`,
  joins: {},
  columns: { district: plain("e.district_id") },
  row: { kind: "enterprise", id: "e.id", name: "e.name" },
} as const satisfies Base;

export const enterpriseFigures = figuresOn(enterprises as Base<keyof typeof enterprises.columns>, "stock")({
  enterprises: { measure: { is: "count" } },
  "enterprises-whitelisted": { where: (_, at) => sql`EXISTS (SELECT 1 FROM enterprise_whitelisting x WHERE x.district_id = e.district_id AND x.enterprise_id = e.id AND ${held("x", at)})`, measure: { is: "count" } },
  "enterprises-with-officer": { where: (_, at) => sql`EXISTS (SELECT 1 FROM duty x WHERE x.district_id = e.district_id AND x.enterprise_id = e.id AND ${held("x", at)})`, measure: { is: "count" } },
});
