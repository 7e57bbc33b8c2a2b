import { findSettingValues } from "@/lib/districts/queries";
import { fourRates, type FigureKey } from "@/lib/figures/catalogue/figures";
import { listFigureRows, sumFigures, sumFiguresByDay, type FigureSum, type FigureValue } from "@/lib/figures/queries";
import type { Scope } from "@/lib/figures/schema";
import type { Actor } from "@/lib/foundation/actor";
import type { Day } from "@/lib/foundation/calendar";
import { monthEnds, recentWeeks } from "./rules";

const heads = [
  "key-projects", "key-projects-total", "key-projects-plan", "key-projects-completed", "key-projects-expected", "key-projects-completion-rate", "key-projects-ahead",
  "key-projects-new", "key-projects-continuing", "key-projects-suspended", ...fourRates,
] as const satisfies FigureKey[];
const weekly = ["reports-due", "reports-submitted", "reports-outstanding", "reports-awaiting", "reports-marked", "reports-missed"] as const satisfies FigureKey[];
const progress = ["key-projects", "key-projects-plan", "key-projects-completed", "key-projects-expected", "key-projects-completion-rate", "key-projects-ahead"] as const satisfies FigureKey[];
const course = ["key-projects-completed", "key-projects-expected", "key-projects-completion-rate", "key-projects-plan"] as const satisfies FigureKey[];

const listed = 8;

type DashboardAsked = { districtId: string | null; levels: Scope["levels"] | null; year: number; on: Day };

/** All that the dashboard shows of a district, or of everything the actor reaches, as of the end of a day. */
export async function findDashboard(actor: Actor, { districtId, levels, year, on }: DashboardAsked) {
  const scope: Scope = { ...(districtId ? { districtIds: [districtId] } : {}), ...(levels ? { levels } : {}) };
  const when = { on, year };
  const { reportWeekday } = await findSettingValues(actor, districtId ?? actor.cityId, on);
  const [months, weeks] = [monthEnds(year, on), recentWeeks(year, on, reportWeekday)];
  const [head] = await sumFigures(actor, heads, scope, when);
  const stages = await sumFigures(actor, ["key-projects"], scope, when, "stage");
  const lights = await sumFigures(actor, ["key-projects"], scope, when, "light");
  const parts = await sumFigures(actor, progress, scope, when, districtId ? "industry" : "district");
  const days = await sumFiguresByDay(actor, course, scope, [...new Set([...weeks, ...months])].sort(), year);
  const [reports] = await sumFigures(actor, weekly, scope, when);
  const rowsOf = async (key: FigureKey, narrowed: Scope, figure: FigureValue) => {
    if (figure.rows === 0) return [];
    return (await listFigureRows(actor, key, narrowed, when, { page: 1, perPage: listed }, figure)).rows;
  };
  const red: Scope = { ...scope, lights: ["red"] };
  const redFigure = valueOf(lights, "red");
  return {
    head: head!.values,
    stages, lights, parts,
    months: daysOf(days, months), weeks: daysOf(days, weeks),
    reports: reports!.values,
    outstanding: await rowsOf("reports-outstanding", scope, reports!.values["reports-outstanding"]),
    marked: await rowsOf("reports-marked", scope, reports!.values["reports-marked"]),
    red: await rowsOf("key-projects-plan", red, redFigure),
    redFigure,
  };
}
export type Dashboard = Awaited<ReturnType<typeof findDashboard>>;

const none: FigureValue = { value: "0", numerator: null, denominator: null, rows: 0 };
const valueOf = (sums: readonly FigureSum<"key-projects">[], group: string): FigureValue => sums.find((sum) => sum.group === group)?.values["key-projects"] ?? none;
const daysOf = <K extends FigureKey>(sums: readonly FigureSum<K>[], days: readonly Day[]) => sums.filter(({ group }) => days.includes(group!)).map(({ group, values }) => ({ on: group!, values }));
