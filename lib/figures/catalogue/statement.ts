import { Refusal } from "@/lib/foundation/refusal";
import { Prisma } from "@/prisma/generated/client";
import type { Scope } from "../schema";
import { held, type Base, type Figure, type Moment, type Part, type RowOfBase } from "./base";

const sql = Prisma.sql;
const raw = Prisma.raw;
const both = (conditions: readonly Prisma.Sql[]) => (conditions.length === 0 ? sql`true` : sql`(${Prisma.join(conditions, " AND ")})`);

type Columns = { readonly [name: string]: Prisma.Sql };
/** What is asked of the rows of a base: which of them count, and what of them is selected. */
export type Question = { base: Base; scope: Scope; at: Moment; reach: Prisma.Sql; days?: readonly string[] };

/**
 * The FROM and WHERE of a base for a scope, with the joins of just those columns that `select` and the scope name.
 */
export function ask({ base, scope, at: moment, reach, days }: Question, select: (columns: Columns) => { of: Prisma.Sql; where?: Prisma.Sql; after?: Prisma.Sql }): Prisma.Sql {
  const at = { ...moment, districts: scope.districtIds };
  const joins = new Set<string>();
  const columns = new Proxy({} as Columns, {
    get: (_, name: string) => {
      const column = base.columns[name] as Base["columns"][string] | undefined;
      if (!column) throw new Refusal("figureNotBy", { by: name });
      column.joins?.forEach((join) => joins.add(join));
      return column.sql(at);
    },
  });
  const { of, where = sql`true`, after = Prisma.empty } = select(columns);
  const conditions = [reach, base.where(at), ...narrowed(base, scope, columns, at), where];
  const joined = Object.entries(base.joins).filter(([name]) => joins.has(name)).map(([, join]) => join(at));
  return sql`SELECT ${of} FROM ${days ? sql`unnest(${[...days]}::date[]) AS q(day) CROSS JOIN ` : Prisma.empty}${base.from(at)} ${Prisma.join([Prisma.empty, ...joined], " ")}
    WHERE ${Prisma.join(conditions, " AND ")} ${after}`;
}

function narrowed(base: Base, scope: Scope, columns: Columns, at: Moment): Prisma.Sql[] {
  const is = (column: string, id: string | undefined) => (id ? [sql`${columns[column]!} = ${id}::uuid`] : []);
  const among = (column: string, words: readonly string[] | undefined) => (words ? [sql`${columns[column]!}::text = ANY(${[...words]}::text[])`] : []);
  const conditions = [
    ...(scope.districtIds ? [sql`${columns.district!} = ANY(${[...scope.districtIds]}::uuid[])`] : []),
    ...(scope.projectIds ? [sql`${columns.project!} = ANY(${[...scope.projectIds]}::uuid[])`] : []),
    ...is("township", scope.townshipId), ...is("unit", scope.unitId),
    ...among("industry", scope.industries), ...among("nature", scope.natures), ...among("stage", scope.stages), ...among("status", scope.statuses),
    ...among("light", scope.lights), ...among("source", scope.sources), ...among("duty", scope.dutyKinds),
    ...(scope.minTotalWan ? [sql`${columns.total!} >= ${scope.minTotalWan}::numeric`] : []),
  ];
  if (!scope.levels && !scope.kinds) return conditions;
  if (base.columns.level) return [...conditions, ...among("level", scope.levels), ...among("kind", scope.kinds)];
  const ofYear = [...(scope.levels ? [sql`t.level::text = ANY(${[...scope.levels]}::text[])`] : []), ...(scope.kinds ? [sql`t.kind::text = ANY(${[...scope.kinds]}::text[])`] : [])];
  return [...conditions, sql`EXISTS (SELECT 1 FROM project_year_term t WHERE t.district_id = ${columns.district!} AND t.project_id = ${columns.project!} AND t.year = ${at.year} AND ${held("t", at)} AND ${both(ofYear)})`];
}

/** By what the rows of a figure can be narrowed. */
export const narrowsBy = ({ base }: Figure): string[] =>
  [
    ["district", "district"], ["project", "project"], ["township", "township"], ["unit", "unit"], ["level", "project"], ["kind", "project"], ["industry", "industry"], ["nature", "nature"],
    ["stage", "stage"], ["status", "status"], ["light", "light"], ["source", "source"], ["duty", "duty"], ["minTotal", "total"],
  ].filter(([, column]) => base.columns[column!]).map(([name]) => name!);

/** In what the numerator and the denominator of a share are: both in 万元, or both numbers. */
export const partUnitOf = ({ measure, unit }: Figure): "count" | "wan" => (measure.is === "share" && measure.whole.of && unit !== "each" ? "wan" : "count");

const ofFigure = (figure: Figure, columns: Columns, at: Moment): Prisma.Sql[] => (figure.where ? [figure.where(columns, at)] : []);
const ofPart = (part: Part<string>, columns: Columns, at: Moment): Prisma.Sql[] => (part.where ? [part.where(columns, at)] : []);

/** Which rows a figure counts, sums or compares. */
export function rowsOf(figure: Figure, columns: Columns, at: Moment): Prisma.Sql {
  const { measure } = figure;
  const either = measure.is === "share" && measure.part.where && measure.whole.where ? [sql`(${both(ofPart(measure.part, columns, at))} OR ${both(ofPart(measure.whole, columns, at))})`] : [];
  return both([...ofFigure(figure, columns, at), ...either]);
}

/** What a row adds to the figure, or to its numerator and its denominator. */
export function amountsOf({ measure }: Figure, columns: Columns, at: Moment): [Prisma.Sql, Prisma.Sql] {
  const amount = (part: Part<string>) => sql`(CASE WHEN ${both(ofPart(part, columns, at))} THEN ${part.of ? columns[part.of]! : sql`1`} ELSE 0 END)::numeric`;
  if (measure.is === "share") return [amount(measure.part), amount(measure.whole)];
  if (measure.is === "count" || measure.is === "distinct") return [sql`1::numeric`, sql`NULL::numeric`];
  return [sql`(${columns[measure.of]!})::numeric`, sql`NULL::numeric`];
}

/** The figure over all its rows: itself, or its numerator and its denominator; and how many rows these are. */
export function aggregatesOf(figure: Figure, columns: Columns, at: Moment): { sums: [Prisma.Sql, Prisma.Sql]; rows: Prisma.Sql } {
  const { measure } = figure;
  const where = rowsOf(figure, columns, at);
  const rows = measure.is === "distinct" ? sql`count(DISTINCT ${columns[measure.of]!}) FILTER (WHERE ${where})` : sql`count(*) FILTER (WHERE ${where})`;
  const nothing = sql`NULL`;
  if (measure.is === "count" || measure.is === "distinct") return { sums: [rows, nothing], rows };
  if (measure.is === "share") {
    const sum = (part: Part<string>) => {
      const filter = both([...ofFigure(figure, columns, at), ...ofPart(part, columns, at)]);
      return part.of ? sql`coalesce(sum(${columns[part.of]!}) FILTER (WHERE ${filter}), 0)` : sql`count(*) FILTER (WHERE ${filter})`;
    };
    return { sums: [sum(measure.part), sum(measure.whole)], rows };
  }
  const aggregate = raw({ sum: "sum", smallest: "min", largest: "max" }[measure.is]);
  const value = sql`${aggregate}(${columns[measure.of]!}) FILTER (WHERE ${where})`;
  return { sums: [measure.is === "sum" ? sql`coalesce(${value}, 0)` : value, nothing], rows };
}

/** How a row of a figure is called: that of its base, or of what it counts once each. */
export const rowOf = ({ base, measure }: Figure): RowOfBase => (measure.is === "distinct" && measure.row) || base.row;
