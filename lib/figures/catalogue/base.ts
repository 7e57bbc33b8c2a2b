import { Prisma } from "@/prisma/generated/client";

/** When a figure is asked for, as SQL: the end of a day, the year of its key projects, and the first day of a time. */
export type Moment = { on: Prisma.Sql; year: Prisma.Sql; from: Prisma.Sql; /** The districts that are asked for, where some are named. */ districts?: readonly string[]; /** The report day that is due, in the district of t. */ week: Prisma.Sql };

/**
 * A relation whose rows are counted and summed. Its columns are SQL; a column may need a join, and only the joins of the columns that are
 * asked for are made. `alias` is the table whose district the actor must reach; a project stands under the alias p.
 */
export type Base<C extends string = string> = {
  alias: string;
  from(at: Moment): Prisma.Sql;
  where(at: Moment): Prisma.Sql;
  joins: { [name: string]: (at: Moment) => Prisma.Sql };
  columns: { [K in C]: { sql(at: Moment): Prisma.Sql; joins?: readonly string[] } };
  /** What a row is called and where it leads, as SQL on its tables. */
  row: RowOfBase;
  /** Its rows hang on the report day that is due. */
  goesByWeeks?: boolean;
};

/** `code` is a word of messages: figures.codes. */
export type RowOfBase = { kind: RowKind; id: string; name: string; day?: string; code?: string };
export type RowKind = "project" | "report" | "fund" | "duty" | "milestone" | "cadre" | "enterprise";

export const held = (alias: string, at: Moment): Prisma.Sql => {
  const [from, to] = [Prisma.raw(`${alias}.from_on`), Prisma.raw(`${alias}.to_on`)];
  return Prisma.sql`${from} <= ${at.on} AND (${to} IS NULL OR ${to} > ${at.on})`;
};
/** Held on at least one day of the time. */
export const overlapping = (alias: string, at: Moment): Prisma.Sql => {
  const [from, to] = [Prisma.raw(`${alias}.from_on`), Prisma.raw(`${alias}.to_on`)];
  return Prisma.sql`${from} <= ${at.on} AND (${to} IS NULL OR (${to} > ${at.from} AND ${to} > ${from}))`;
};
export const ofProject = (alias: string): Prisma.Sql => Prisma.raw(`${alias}.district_id = p.district_id AND ${alias}.project_id = p.id`);
export const plain = (sql: string) => ({ sql: () => Prisma.raw(sql) });

/**
 * The span that held of a project at the end of the day. The spans are read whole and joined by hash: row by row the planner would look
 * each one up in the index of the exclusion constraint, which is a hundred times slower.
 */
export const spanOf = (table: string, alias: string, more = "") => (at: Moment): Prisma.Sql =>
  Prisma.sql`LEFT JOIN (SELECT x.* FROM ${Prisma.raw(`${table} x`)} WHERE ${amongDistricts("x", at)} ${Prisma.raw(more)} OFFSET 0) ${Prisma.raw(alias)} ON ${ofProject(alias)} AND ${held(alias, at)}`;

/** Rows of the districts that are asked for, where some are named. */
const amongDistricts = (alias: string, { districts }: Moment): Prisma.Sql =>
  districts ? Prisma.sql`${Prisma.raw(`${alias}.district_id`)} = ANY(${[...districts]}::uuid[])` : Prisma.sql`true`;

/** What any project can be asked. */
export const projectColumns = {
  district: plain("p.district_id"),
  project: plain("p.id"),
  township: plain("p.township_id"),
  unit: plain("p.responsible_unit_id"),
  industry: plain("p.industry"),
  nature: plain("p.nature"),
  total: plain("p.total_wan"),
} as const;

/** How rows become a value. A share is a sum of its part ÷ a sum of its whole. */
export type Measure<C extends string> =
  | { is: "count" }
  | { is: "distinct"; of: C; row?: RowOfBase }
  | { is: "sum" | "smallest" | "largest"; of: C }
  | { is: "share"; part: Part<C>; whole: Part<C> };
/** The sum of a column, or with none the number of rows; of those that also fulfil `where`. */
export type Part<C extends string> = { of?: C; where?: Predicate<C> };
/** Written on the columns of a base; the ones it names decide what is joined. */
export type Predicate<C extends string> = (column: { readonly [K in C]: Prisma.Sql }, at: Moment) => Prisma.Sql;

/** A stock is asked on a day, a flow from a day to a day, an annual figure for a year as it stands on a day. */
export type Time = "stock" | "flow" | "year";
/** `each`: a plain quotient, so many of one thing for each of another. */
export type Unit = "count" | "wan" | "percent" | "points" | "months" | "each";

export type Figure<C extends string = string> = {
  base: Base<C>;
  time: Time;
  unit: Unit;
  where?: Predicate<C>;
  measure: Measure<C>;
  /** Rises when its definition changes: what was published names the version it was reckoned by. */
  version: number;
};

type Written<C extends string> = Omit<Figure<C>, "base" | "version" | "unit" | "time"> & { time?: Time; unit?: Unit; version?: number };

/** The figures of one base; each is a count of an annual figure unless it says otherwise. */
export const figuresOn =
  <C extends string>(base: Base<C>, time: Time) =>
  <K extends string>(figures: Record<K, Written<C>>): Record<K, Figure> =>
    Object.fromEntries(
      Object.entries<Written<C>>(figures).map(([key, figure]) => [key, { base, time, unit: "count", version: 1, ...figure }]),
    ) as unknown as Record<K, Figure>;
