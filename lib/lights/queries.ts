import { findSettingValues } from "@/lib/districts/queries";
import type { SettingValues } from "@/lib/districts/rules";
import { cutoffOf, lastReportDay, reportDaysBetween } from "@/lib/calendar/rules/reporting-week";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, dateOf, dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { wanFrom } from "@/lib/foundation/money";
import { reading } from "@/lib/foundation/read";
import { heldOn } from "@/lib/foundation/spans";
import { Prisma } from "@/prisma/generated/client";
import type { LightColour, LightDimension, ProjectStage, ProjectStatus } from "@/prisma/generated/enums";
import { expectedWan } from "./rules/expectation";
import { dimensions, judge, type Judgement, type LightInputs } from "./rules/judgement";

/** So far back are missed weeks counted: longer than any district waits for a red light. */
const daysLookedBack = 371;

type InputRow = {
  id: string; status: ProjectStatus; stage: ProjectStage; is_listed: boolean; planned_start_on: Day | null; plan_wan: string | null; months_wan: string[] | null;
  completed_wan: string | null; milestones: number; late_milestones: number; late_name: string | null; late_on: Day | null;
  funds_planned: string; funds_due: string; funds_received: string; missed_weeks: number;
};

/** What the lights of some projects of a district, or of all, are judged by as of a day: one statement however many they are. */
export async function listLightInputs(actor: Actor, districtId: string, projectIds: readonly string[] | null, day: Day, settings: SettingValues): Promise<(LightInputs & { projectId: string })[]> {
  const year = yearOf(day);
  const weeks = reportDaysBetween(addDays(day, -daysLookedBack), lastReportDay(day, settings.reportWeekday), settings.reportWeekday).filter(
    (asOfOn) => cutoffOf(asOfOn, settings.reportCutoffDays) < day,
  );
  const rows = await reading(actor).rows<InputRow>(Prisma.sql`
    SELECT p.id, p.status::text, p.stage::text, p.planned_start_on::text, t.id IS NOT NULL AS is_listed, t.plan_wan::text, t.months_wan::text[],
      r.completed_wan::text, m.milestones, m.late_milestones, l.name AS late_name, l.due_on::text AS late_on,
      coalesce(f.planned, 0)::text AS funds_planned, coalesce(f.due, 0)::text AS funds_due, coalesce(f.received, 0)::text AS funds_received,
      CASE WHEN t.id IS NULL OR p.status <> 'active' THEN 0 ELSE (
        SELECT count(*)::int FROM unnest(${weeks}::date[]) AS w(day)
        WHERE w.day > coalesce((
            SELECT x.as_of_on FROM progress_report x
            WHERE x.district_id = p.district_id AND x.project_id = p.id AND x.status IN ('submitted', 'verified') AND x.as_of_on <= ${weeks.at(-1) ?? day}::date
            ORDER BY x.as_of_on DESC LIMIT 1), '-infinity')
          AND EXISTS (SELECT 1 FROM project_year_term x WHERE x.district_id = p.district_id AND x.project_id = p.id AND x.year = extract(year FROM w.day)
            AND x.from_on <= w.day AND (x.to_on IS NULL OR x.to_on > w.day))
          AND EXISTS (SELECT 1 FROM status_span x WHERE x.district_id = p.district_id AND x.project_id = p.id AND x.status = 'active'
            AND x.from_on <= w.day AND (x.to_on IS NULL OR x.to_on > w.day))
      ) END AS missed_weeks
    FROM project AS p
    LEFT JOIN project_year_term t ON t.district_id = p.district_id AND t.project_id = p.id AND t.year = ${year}
      AND t.from_on <= ${day}::date AND (t.to_on IS NULL OR t.to_on > ${day}::date)
    LEFT JOIN LATERAL (
      SELECT x.completed_wan FROM progress_report x
      WHERE x.district_id = p.district_id AND x.project_id = p.id AND x.year = ${year} AND x.status IN ('submitted', 'verified') AND x.as_of_on <= ${day}::date
      ORDER BY x.as_of_on DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS milestones, count(*) FILTER (WHERE x.due_on < ${day}::date AND (x.done_on IS NULL OR x.done_on > ${day}::date))::int AS late_milestones FROM milestone x
      WHERE x.district_id = p.district_id AND x.project_id = p.id AND (x.withdrawn_on IS NULL OR x.withdrawn_on > ${day}::date)) m ON true
    LEFT JOIN LATERAL (
      SELECT x.name, x.due_on FROM milestone x
      WHERE x.district_id = p.district_id AND x.project_id = p.id AND (x.withdrawn_on IS NULL OR x.withdrawn_on > ${day}::date)
        AND x.due_on < ${day}::date AND (x.done_on IS NULL OR x.done_on > ${day}::date)
      ORDER BY x.due_on, x.id LIMIT 1) l ON true
    LEFT JOIN LATERAL (
      SELECT sum(x.amount_wan) FILTER (WHERE x.kind = 'planned') AS planned, sum(x.amount_wan) FILTER (WHERE x.kind = 'planned' AND x.day <= ${day}::date) AS due,
        sum(x.amount_wan) FILTER (WHERE x.kind = 'received' AND x.day <= ${day}::date) AS received
      FROM fund_entry x WHERE x.district_id = p.district_id AND x.project_id = p.id AND x.year = ${year} AND x.withdrawn_on IS NULL) f ON true
    WHERE ${sqlOf(actor, "light.read", "p")} AND p.district_id = ${districtId}::uuid ${projectIds ? Prisma.sql`AND p.id = ANY(${[...projectIds]}::uuid[])` : Prisma.empty}
    ORDER BY p.id`);
  return rows.map((row) => ({
    projectId: row.id, status: row.status, stage: row.stage, isListed: row.is_listed, plannedStartOn: row.planned_start_on,
    planWan: wanFrom(row.plan_wan ?? "0"),
    expectedWan: row.plan_wan === null ? "0" : expectedWan(wanFrom(row.plan_wan), (row.months_wan ?? []).map((wan) => wanFrom(wan)), year, day),
    completedWan: wanFrom(row.completed_wan ?? "0"),
    milestones: row.milestones, lateMilestones: row.late_milestones, lateMilestone: row.late_on === null ? null : { name: row.late_name!, dueOn: row.late_on },
    fundsPlannedWan: wanFrom(row.funds_planned), fundsDueWan: wanFrom(row.funds_due), fundsReceivedWan: wanFrom(row.funds_received), missedWeeks: row.missed_weeks,
  }));
}

export type LightOnPage = Judgement & { dimension: LightDimension; sinceOn: Day | null };

/** Each light of a project as it stands today: judged by what is known now, and since when it shines. Null when there is no such project. */
export async function findLights(actor: Actor, districtId: string, projectId: string, today: Day): Promise<LightOnPage[] | null> {
  const settings = await findSettingValues(actor, districtId, today);
  const [inputs] = await listLightInputs(actor, districtId, [projectId], today, settings);
  if (!inputs) return null;
  const judged = judge(inputs, today, settings);
  const spans = await reading(actor).lightSpan.findMany({ where: { ...whereOf(actor, "light.read"), AND: [{ districtId, projectId }, heldOn(today)] } });
  return (["overall", ...dimensions] as const).map((dimension) => {
    const span = spans.find((one) => one.dimension === dimension && one.colour === judged[dimension].colour);
    return { ...judged[dimension], dimension, sinceOn: span ? dayFromDate(span.fromOn) : null };
  });
}

export type LightStretch = { dimension: LightDimension; colour: LightColour; fromOn: Day; toOn: Day | null };

/** How the lights of a project shone from a day on, in the order of days. */
export async function listLightHistory(actor: Actor, districtId: string, projectId: string, fromOn: Day): Promise<LightStretch[]> {
  const spans = await reading(actor).lightSpan.findMany({
    where: { ...whereOf(actor, "light.read"), AND: [{ districtId, projectId }, { OR: [{ toOn: null }, { toOn: { gt: dateOf(fromOn) } }] }] },
    orderBy: [{ dimension: "asc" }, { fromOn: "asc" }],
    take: 2000,
  });
  return spans
    .map((span) => ({ dimension: span.dimension, colour: span.colour, fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) }))
    .filter((span) => span.toOn !== span.fromOn);
}
