import { lastReportDay } from "@/lib/calendar/rules/reporting-week";
import { settingValuesFrom } from "@/lib/districts/rules";
import { may } from "@/lib/foundation/access/policy";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { yearOf, type Day } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { catalogue as words } from "@/lib/foundation/i18n/catalogue";
import { percentOf, wanFrom, wanOf, yuanOf } from "@/lib/foundation/money";
import { within, type Page, type Paged } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { heldOn } from "@/lib/foundation/spans";
import { Prisma } from "@/prisma/generated/client";
import type { Base, Figure, Moment, RowKind } from "./catalogue/base";
import { catalogue, figureKeys, isFigureKey, type FigureKey } from "./catalogue/figures";
import { aggregatesOf, amountsOf, ask, narrowsBy, rowOf, rowsOf } from "./catalogue/statement";
import { scopeOf, whenOf, type FigureQuery, type Scope, type When } from "./schema";

const sql = Prisma.sql;
const raw = Prisma.raw;

export type FigureValue = {
  /** Null when there is nothing to reckon from: such a figure is "—". */
  value: string | null;
  /** Of a share. */
  numerator: string | null;
  denominator: string | null;
  rows: number;
};
/** A column of their base by which figures are grouped. */
export type GroupedBy = "district" | "stage" | "status" | "light" | "level" | "kind" | "industry" | "township" | "unit" | "source";
export type FigureSum<K extends FigureKey = FigureKey> = { group: string | null; values: Record<K, FigureValue> };

/**
 * Many figures at once, of what the actor reaches within a scope: one statement for all that stand on one base, however many they are.
 * Without `by` one sum; with it one for each group that has rows.
 */
export async function sumFigures<K extends FigureKey>(actor: Actor, keys: readonly K[], scope: Scope, when: When, by?: GroupedBy): Promise<FigureSum<K>[]> {
  return sumOver(actor, keys, scope, when, by ? { by } : {});
}

/** The same figures as of the end of each of several days; annual ones of the given year, or of each day's own. */
export async function sumFiguresByDay<K extends FigureKey>(actor: Actor, keys: readonly K[], scope: Scope, days: readonly Day[], year?: number): Promise<FigureSum<K>[]> {
  if (days.length === 0) return [];
  return sumOver(actor, keys, scope, { on: days.at(-1)!, year }, { days });
}

export async function findFigure(actor: Actor, key: FigureKey, scope: Scope, when: When): Promise<FigureValue> {
  const [sum] = await sumFigures(actor, [key], scope, when);
  return sum!.values[key];
}

export type FigureRow = {
  kind: RowKind; id: string | null; name: string | null; districtId: string; districtName: string; day: Day | null; code: string | null;
  /** What it adds: to the figure, or to its numerator and its denominator. */
  amounts: (string | null)[];
};
type FoundRow = { id: string | null; name: string | null; district_id: string; district_name: string; day: string | null; code: string | null; one: string | null; two: string | null };

/** The rows that make a figure, a page of them, and the figure: their sum. Who knows it already hands it over. */
export async function listFigureRows(actor: Actor, key: FigureKey, scope: Scope, when: When, page: Page, known?: FigureValue): Promise<Paged<FigureRow> & { figure: FigureValue }> {
  const value = known ?? (await findFigure(actor, key, scope, when));
  const cutAt = within(page, value.rows);
  const figure: Figure = catalogue[key];
  const row = rowOf(figure);
  const at = await momentOf(actor, figure.base, when);
  const own = ask({ base: figure.base, scope, at, reach: sqlOf(actor, "figure.read", figure.base.alias) }, (columns) => {
    const [one, two] = amountsOf(figure, columns, at);
    return {
      of: sql`${raw(row.id)} AS id, ${raw(row.name)} AS name, ${columns.district!} AS district_id, ${raw(row.day ?? "NULL::date")} AS day, ${raw(row.code ?? "NULL")}::text AS code, ${one} AS one, ${two} AS two`,
      where: rowsOf(figure, columns, at),
    };
  });
  const rows = await reading(actor).rows<FoundRow>(sql`
    SELECT z.id, z.name, z.district_id, d.short_name AS district_name, z.day::text, z.code, z.one::text, z.two::text
    FROM (${figure.measure.is === "distinct" ? sql`SELECT DISTINCT ON (y.id) y.* FROM (${own}) AS y ORDER BY y.id` : own}) AS z JOIN district AS d ON d.id = z.district_id
    ORDER BY ${figure.measure.is === "smallest" ? sql`z.one ASC NULLS LAST` : sql`z.two DESC NULLS LAST, z.one DESC NULLS LAST`}, d.sort_order, z.day, z.name, z.id
    LIMIT ${cutAt.perPage} OFFSET ${(cutAt.page - 1) * cutAt.perPage}`);
  return {
    figure: value, total: value.rows, ...cutAt,
    rows: rows.map((found) => ({
      kind: row.kind, id: found.id, name: found.name, districtId: found.district_id, districtName: found.district_name, day: found.day, code: found.code,
      amounts: (figure.measure.is === "share" ? [found.one, found.two] : [found.one]).map((amount) => wanFrom(amount)),
    })),
  };
}

/** The names of what a scope names by id, for saying it in words; what the actor does not see has none. */
export async function listScopeNames(actor: Actor, { districtIds = [], townshipId, unitId, projectIds = [] }: Scope): Promise<Map<string, string>> {
  const db = reading(actor);
  const unitIds = [townshipId, unitId].filter((id) => id !== undefined);
  const districts = districtIds.length > 0 ? await db.district.findMany({ where: { AND: [whereOf(actor, "district.read"), { id: { in: [...districtIds] } }] }, select: { id: true, shortName: true } }) : [];
  const units = unitIds.length > 0 ? await db.unit.findMany({ where: { ...whereOf(actor, "unit.read"), AND: [{ id: { in: unitIds } }] }, select: { id: true, name: true } }) : [];
  const projects = projectIds.length > 0 ? await db.project.findMany({ where: { ...whereOf(actor, "figure.read"), AND: [{ id: { in: [...projectIds] } }] }, select: { id: true, name: true } }) : [];
  return new Map([...districts.map(({ id, shortName }) => [id, shortName] as const), ...[...units, ...projects].map(({ id, name }) => [id, name] as const)]);
}

/** The catalogue, for who may ask it. */
export async function listFigures(actor: Actor) {
  if (!may(actor, "figure.read")) return [];
  const { names } = words["zh-CN"].figures;
  return figureKeys.map((key) => {
    const figure: Figure = catalogue[key];
    return { key, name: names[key], time: figure.time, unit: figure.unit, version: figure.version, by: narrowsBy(figure) };
  });
}

/** Of districts that were asked for, one that the actor does not act in; asking for it is a look-up that found nothing, and the audit has it. */
export async function findStranger(actor: Actor, districtIds: readonly string[]): Promise<string | null> {
  const stranger = districtIds.find((id) => !actor.districtIds.includes(id)) ?? null;
  if (stranger) await reading(actor).district.findFirst({ where: { id: stranger, AND: [{ id: { in: [...actor.districtIds] } }] } });
  return stranger;
}

/** What the API is asked of a figure, answered with what it was taken to mean. Null when there is no such figure. */
export async function findFigureAsked(actor: Actor, key: string, query: FigureQuery) {
  if (!isFigureKey(key) || (await findStranger(actor, query.district ?? []))) return null;
  const when = whenOf(query, businessTime(actor.clockOffsetMs).today);
  const { version, unit } = catalogue[key] as Figure;
  return { key, version, unit, ...when, ...(await findFigure(actor, key, scopeOf(query), when)) };
}

/** The same with a page of its rows. */
export async function pageFigureRows(actor: Actor, key: string, query: FigureQuery, page: Page) {
  const asked = await findFigureAsked(actor, key, query);
  if (!asked || !isFigureKey(key)) return null;
  const { rows, page: at, perPage } = await listFigureRows(actor, key, scopeOf(query), asked, page, asked);
  return { ...asked, page: at, perPage, items: rows };
}

type Grouping = { by?: GroupedBy; days?: readonly Day[] };

async function sumOver<K extends FigureKey>(actor: Actor, keys: readonly K[], scope: Scope, when: When, { by, days }: Grouping): Promise<FigureSum<K>[]> {
  const groups = new Map<string | null, Partial<Record<FigureKey, FigureValue>>>((days ?? (by ? [] : [null])).map((group) => [group, {}]));
  for (const base of new Set(keys.map((key) => (catalogue[key] as Figure).base))) {
    const figures = keys.filter((key) => (catalogue[key] as Figure).base === base).map((key) => ({ key, figure: catalogue[key] as Figure }));
    const at = await momentOf(actor, base, when, days && raw("q.day"));
    const statement = ask({ base, scope, at, reach: sqlOf(actor, "figure.read", base.alias), days }, (columns) => {
      const group = days ? sql`q.day::text` : by ? sql`${columns[by]!}::text` : sql`NULL`;
      const sums = figures.map(({ figure }, place) => {
        const { sums: [one, two], rows } = aggregatesOf(figure, columns, at);
        return sql`${one}::text AS ${raw(`one_${place}`)}, ${two}::text AS ${raw(`two_${place}`)}, ${rows}::int AS ${raw(`rows_${place}`)}`;
      });
      return { of: sql`${group} AS "group", ${Prisma.join(sums)}`, after: days || by ? sql`GROUP BY 1` : Prisma.empty };
    });
    for (const found of await reading(actor).rows<Record<string, string | number | null>>(statement)) {
      const group = found.group as string | null;
      const values: Partial<Record<FigureKey, FigureValue>> = groups.get(group) ?? {};
      figures.forEach(({ key, figure }, place) => (values[key] = valueOf(figure, found[`one_${place}`] as string | null, found[`two_${place}`] as string | null, found[`rows_${place}`] as number)));
      groups.set(group, values);
    }
  }
  const complete = (values: Partial<Record<FigureKey, FigureValue>>) =>
    Object.fromEntries(keys.map((key) => [key, values[key] ?? valueOf(catalogue[key] as Figure, null, null, 0)])) as Record<K, FigureValue>;
  return [...groups].map(([group, values]) => ({ group, values: complete(values) })).sort((a, b) => ((a.group ?? "") < (b.group ?? "") ? -1 : 1));
}

function valueOf({ measure, unit }: Figure, one: string | null, two: string | null, rows: number): FigureValue {
  const [first, second] = [wanFrom(one), wanFrom(two)];
  if (measure.is === "smallest" || measure.is === "largest") return { value: first, numerator: null, denominator: null, rows };
  if (measure.is !== "share") return { value: first ?? "0", numerator: null, denominator: null, rows };
  const [numerator, denominator] = [first ?? "0", second ?? "0"];
  // A plain quotient is a percentage of a hundred times the whole.
  return { value: percentOf(numerator, unit === "each" ? wanOf(yuanOf(denominator) * 100n) : denominator), numerator, denominator, rows };
}

/** When it is, as SQL: a day and a year that were asked for, or those of a column of days. */
async function momentOf(actor: Actor, base: Base, { on, year, from }: When, day?: Prisma.Sql): Promise<Moment> {
  const inYear = day && year === undefined ? sql`extract(year FROM ${day})::int` : sql`${year ?? yearOf(on)}::int`;
  return {
    on: day ?? sql`${on}::date`, year: inYear, from: from ? sql`${from}::date` : sql`make_date(${inYear}, 1, 1)`,
    week: base.goesByWeeks ? await weekOf(actor, on) : Prisma.empty,
  };
}

/** The report day that is due, in each district by its own weekday. */
async function weekOf(actor: Actor, on: Day): Promise<Prisma.Sql> {
  const rows = await reading(actor).districtSetting.findMany({
    where: { districtId: { in: [...actor.districtIds, actor.cityId] }, key: "reportWeekday", ...heldOn(on) }, select: { districtId: true, key: true, value: true },
  });
  const dueIn = (id: string) => lastReportDay(on, settingValuesFrom(rows.filter(({ districtId }) => districtId === id || districtId === actor.cityId), id).reportWeekday);
  const usual = dueIn(actor.cityId);
  const others = actor.districtIds.filter((id) => dueIn(id) !== usual);
  if (others.length === 0) return sql`${usual}::date`;
  return sql`(CASE t.district_id ${Prisma.join(others.map((id) => sql`WHEN ${id}::uuid THEN ${dueIn(id)}::date`), " ")} ELSE ${usual}::date END)`;
}
