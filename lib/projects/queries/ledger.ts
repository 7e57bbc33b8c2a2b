import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { yearOf, type Day } from "@/lib/foundation/calendar";
import { minusWan, percentOf, wanFrom, type Wan } from "@/lib/foundation/money";
import { within, type Page, type Paged } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { Prisma } from "@/prisma/generated/client";
import type { Industry, LightColour, ProjectKind, ProjectLevel, ProjectNature, ProjectStage, ProjectStatus } from "@/prisma/generated/enums";
import { codeOf } from "../rules";
import type { ProjectFilter, ProjectSort } from "../schema";

/** Which year's amounts stand in the ledger. */
type LedgerAt = { year: number; today: Day };
const figuresYear = (filter: ProjectFilter, today: Day): number => (typeof filter.year === "number" ? filter.year : yearOf(today));

const renewalDue = (today: Day) => Prisma.sql`(p.status = 'suspended' AND EXISTS (
  SELECT 1 FROM status_span AS v WHERE v.district_id = p.district_id AND v.project_id = p.id AND v.to_on IS NULL AND v.renew_due_on <= ${today}::date))`;

/** The rows a filter asks for, on the columns of the project and of its year alone. */
function askedFor(actor: Actor, filter: ProjectFilter, today: Day): Prisma.Sql {
  const { q, districtId, year = yearOf(today), level, kind, industry, stage, light, leadId, unitId, status } = filter;
  const holds: Prisma.Sql[] = [sqlOf(actor, "project.read", "p")];
  if (districtId) holds.push(Prisma.sql`p.district_id = ${districtId}::uuid`);
  if (typeof year === "number") holds.push(Prisma.sql`y.id IS NOT NULL`);
  if (year === "none") holds.push(Prisma.sql`y.id IS NULL`);
  if (level) holds.push(Prisma.sql`y.level = ${level}::project_level`);
  if (kind) holds.push(Prisma.sql`y.kind = ${kind}::project_kind`);
  if (industry) holds.push(Prisma.sql`p.industry = ${industry}::industry`);
  if (stage) holds.push(Prisma.sql`p.stage = ${stage}::project_stage`);
  if (light) holds.push(Prisma.sql`p.light = ${light}::light_colour`);
  if (leadId) holds.push(Prisma.sql`p.lead_cadre_id = ${leadId}::uuid`);
  if (unitId) holds.push(Prisma.sql`p.responsible_unit_id = ${unitId}::uuid`);
  if (status === "renewalDue") holds.push(renewalDue(today));
  else if (status !== "all") holds.push(status ? Prisma.sql`p.status = ${status}::project_status` : Prisma.sql`p.status <> 'withdrawn'`);
  if (q?.trim()) {
    const [text, latin] = [q.trim(), q.trim().toLowerCase().replaceAll(/\s+/g, "")];
    const code = /^(\d{4})-?(\d{1,6})$/.exec(latin);
    const byCode = code ? Prisma.sql` OR (p.code_year = ${Number(code[1])} AND p.code_number = ${Number(code[2])})` : Prisma.empty;
    holds.push(Prisma.sql`(strpos(p.name, ${text}) > 0 OR strpos(p.name_pinyin, ${latin}) > 0 OR strpos(p.name_initials, ${latin}) > 0${byCode})`);
  }
  // A filter by year begins at the year's rows, all others at the projects.
  const join = typeof year === "number" ? Prisma.sql`JOIN` : Prisma.sql`LEFT JOIN`;
  return Prisma.sql`project AS p ${join} project_year AS y ON y.district_id = p.district_id AND y.project_id = p.id AND y.year = ${figuresYear(filter, today)} AND y.is_listed
    WHERE ${Prisma.join(holds, " AND ")}`;
}

const expected = (year: number, today: Day) => Prisma.sql`expected_wan(y.plan_wan, y.months_wan, ${year}, ${today}::date)`;

const sortable: Record<ProjectSort, (at: LedgerAt) => Prisma.Sql> = {
  name: () => Prisma.sql`p.name_pinyin`,
  code: () => Prisma.sql`(p.code_year, p.code_number)`,
  district: () => Prisma.sql`(SELECT d.sort_order FROM district d WHERE d.id = p.district_id)`,
  level: () => Prisma.sql`y.level`,
  industry: () => Prisma.sql`p.industry`,
  totalWan: () => Prisma.sql`p.total_wan`,
  planWan: () => Prisma.sql`y.plan_wan`,
  weekWan: () => Prisma.sql`y.week_wan`,
  completedWan: () => Prisma.sql`y.completed_wan`,
  rate: () => Prisma.sql`y.completed_wan / nullif(y.plan_wan, 0)`,
  difference: ({ year, today }) => Prisma.sql`(y.completed_wan - ${expected(year, today)}) / nullif(y.plan_wan, 0)`,
  stage: () => Prisma.sql`p.stage`,
  light: () => Prisma.sql`p.light`,
  plannedStartOn: () => Prisma.sql`p.planned_start_on`,
  startedOn: () => Prisma.sql`p.started_on`,
  plannedCompletionOn: () => Prisma.sql`p.planned_completion_on`,
};

/** Without a wish: the order of registration, district by district. What is missing comes last, whichever way. */
function inOrder(sort: ProjectFilter["sort"], at: LedgerAt): Prisma.Sql {
  if (!sort) return Prisma.sql`p.district_id, p.code_year, p.code_number`;
  const by = sort.replace(/^-/, "") as ProjectSort;
  const direction = sort.startsWith("-") ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${sortable[by](at)} ${direction} NULLS LAST, p.district_id, p.id`;
}

type Amounts = { totalWan: Wan; planWan: Wan; completedWan: Wan; weekWan: Wan; ratedPlanWan: Wan; ratedCompletedWan: Wan; expectedWan: Wan };
type Sums = Amounts & { count: number; suspended: number };

/** Sums of everything a filter finds. Rates are those of the projects that are not suspended, sum ÷ sum (DOMAIN: the four rates). */
export async function sumProjects(actor: Actor, filter: ProjectFilter, today: Day) {
  const year = figuresYear(filter, today);
  const [sums] = await reading(actor).rows<Sums>(Prisma.sql`
    SELECT count(*)::integer AS count, (count(*) FILTER (WHERE p.status = 'suspended'))::integer AS suspended,
           coalesce(sum(p.total_wan), 0)::text AS "totalWan", coalesce(sum(y.plan_wan), 0)::text AS "planWan", coalesce(sum(y.completed_wan), 0)::text AS "completedWan",
           coalesce(sum(y.week_wan), 0)::text AS "weekWan",
           coalesce(sum(y.plan_wan) FILTER (WHERE p.status = 'active'), 0)::text AS "ratedPlanWan", coalesce(sum(y.completed_wan) FILTER (WHERE p.status = 'active'), 0)::text AS "ratedCompletedWan",
           coalesce(sum(${expected(year, today)}) FILTER (WHERE p.status = 'active'), 0)::text AS "expectedWan"
    FROM ${askedFor(actor, filter, today)}`);
  const { count, suspended, ...amounts } = sums!;
  const wan = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, wanFrom(amount)])) as Amounts;
  const [rate, expectedRate] = [percentOf(wan.ratedCompletedWan, wan.ratedPlanWan), percentOf(wan.expectedWan, wan.ratedPlanWan)];
  return { year, count, suspended, ...wan, rate, expectedRate, difference: rate && expectedRate && minusWan(rate, expectedRate) };
}
export type ProjectSums = Awaited<ReturnType<typeof sumProjects>>;

type Row = {
  id: string; districtId: string; districtName: string; codeYear: number; codeNumber: number; name: string; industry: Industry; nature: ProjectNature; location: string | null; scope: string | null;
  startYear: number | null; endYear: number | null; totalWan: Wan | null; plannedStartOn: Day | null; startedOn: Day | null; plannedCompletionOn: Day | null; isInStatistics: boolean; isWhitelisted: boolean;
  stage: ProjectStage; status: ProjectStatus; isRenewalDue: boolean; light: LightColour; remark: string | null; personName: string | null; phoneMasked: string | null; unitName: string; builderName: string | null; leadName: string | null;
  headName: string | null; level: ProjectLevel | null; kind: ProjectKind | null; planWan: Wan | null; investedBeforeWan: Wan | null; completedWan: Wan | null; weekWan: Wan | null; expectedWan: Wan | null;
  physicalPercent: string | null; goal: string | null; siteText: string | null; problems: string | null; nextPlan: string | null;
};

/** A page of the ledger, in one statement: the page is cut on the project and its year, and only its rows look up names and reports. */
export async function listProjects(actor: Actor, filter: ProjectFilter, page: Page, today: Day): Promise<Paged<ProjectInLedger> & { sums: ProjectSums }> {
  const sums = await sumProjects(actor, filter, today);
  const at = within(page, sums.count);
  const { year } = sums;
  const rows = await reading(actor).rows<Row>(Prisma.sql`
    WITH picked AS MATERIALIZED (
      SELECT p.district_id, p.id, y.id AS year_id, row_number() OVER (ORDER BY ${inOrder(filter.sort, { year, today })}) AS place
      FROM ${askedFor(actor, filter, today)} ORDER BY ${inOrder(filter.sort, { year, today })} LIMIT ${at.perPage} OFFSET ${(at.page - 1) * at.perPage}
    )
    SELECT p.id::text, p.district_id::text AS "districtId", d.short_name AS "districtName", p.code_year AS "codeYear", p.code_number AS "codeNumber", p.name, p.industry, p.nature, p.location, p.scope,
           p.start_year AS "startYear", p.end_year AS "endYear", p.total_wan::text AS "totalWan", p.planned_start_on::text AS "plannedStartOn", p.started_on::text AS "startedOn",
           p.planned_completion_on::text AS "plannedCompletionOn", p.is_in_statistics AS "isInStatistics", p.is_whitelisted AS "isWhitelisted", p.stage, p.status, ${renewalDue(today)} AS "isRenewalDue", p.light, p.remark,
           p.person_name AS "personName", p.phone_masked AS "phoneMasked", u.name AS "unitName", b.name AS "builderName", l.name AS "leadName", h.name AS "headName",
           y.level, y.kind, y.plan_wan::text AS "planWan", y.invested_before_wan::text AS "investedBeforeWan", y.completed_wan::text AS "completedWan", y.week_wan::text AS "weekWan",
           ${expected(year, today)}::text AS "expectedWan", y.physical_percent::text AS "physicalPercent", y.goal, r.site_text AS "siteText", r.problems, r.next_plan AS "nextPlan"
    FROM picked JOIN project AS p ON p.district_id = picked.district_id AND p.id = picked.id
    JOIN district AS d ON d.id = p.district_id
    JOIN unit AS u ON u.district_id = p.responsible_unit_district_id AND u.id = p.responsible_unit_id
    LEFT JOIN project_year AS y ON y.district_id = picked.district_id AND y.id = picked.year_id
    LEFT JOIN progress_report AS r ON r.district_id = y.district_id AND r.id = y.report_id
    LEFT JOIN enterprise AS b ON b.district_id = p.district_id AND b.id = p.builder_id
    LEFT JOIN cadre AS l ON l.district_id = p.lead_district_id AND l.id = p.lead_cadre_id
    LEFT JOIN site_unit AS s ON s.district_id = p.district_id AND s.project_id = p.id AND daterange(s.from_on, s.to_on) @> ${today}::date
    LEFT JOIN cadre AS h ON h.district_id = s.head_district_id AND h.id = s.head_cadre_id
    WHERE ${sqlOf(actor, "project.read", "p")} ORDER BY picked.place`);
  return { total: sums.count, ...at, sums, rows: rows.map(asRead) };
}

function asRead({ codeYear, codeNumber, expectedWan, ...row }: Row) {
  const [planWan, completedWan, due] = [wanFrom(row.planWan), wanFrom(row.completedWan), wanFrom(expectedWan)];
  const rate = planWan && completedWan ? percentOf(completedWan, planWan) : null;
  const expectedRate = planWan && due ? percentOf(due, planWan) : null;
  return {
    ...row, code: codeOf({ codeYear, codeNumber }), totalWan: wanFrom(row.totalWan), planWan, completedWan, investedBeforeWan: wanFrom(row.investedBeforeWan), weekWan: wanFrom(row.weekWan),
    rate, expectedRate, difference: rate && expectedRate && minusWan(rate, expectedRate),
  };
}
export type ProjectInLedger = ReturnType<typeof asRead>;

type Choices = { units: { id: string; name: string }[]; leads: { id: string; name: string }[]; years: number[] };
const choicesAtMost = 1000;

/** What the ledger can be filtered by: units and leaders that answer for a project there, and the years that have key projects. Past the limit, the first in their order. */
export async function listLedgerChoices(actor: Actor, districtId: string | undefined): Promise<Choices> {
  const db = reading(actor);
  const own = { AND: [whereOf(actor, "project.read"), districtId ? { districtId } : {}] };
  const within = Prisma.sql`${sqlOf(actor, "project.read", "p")} AND ${districtId ? Prisma.sql`p.district_id = ${districtId}::uuid` : Prisma.sql`true`}`;
  const units = await db.rows<{ id: string; name: string }>(Prisma.sql`
    SELECT u.id::text, u.name FROM unit u WHERE (u.district_id, u.id) IN (
      SELECT p.responsible_unit_district_id, p.responsible_unit_id FROM project p WHERE ${within}
    ) ORDER BY u.sort_order, u.name_pinyin, u.id LIMIT ${choicesAtMost}`);
  const leads = await db.rows<{ id: string; name: string }>(Prisma.sql`
    SELECT c.id::text, c.name FROM cadre c WHERE (c.district_id, c.id) IN (
      SELECT p.lead_district_id, p.lead_cadre_id FROM project p WHERE ${within} AND p.lead_cadre_id IS NOT NULL
    ) ORDER BY c.name_pinyin, c.id LIMIT ${choicesAtMost}`);
  const years = await db.projectYear.groupBy({ by: ["year"], where: own, orderBy: { year: "desc" }, take: 50 });
  return { units, leads, years: years.map(({ year }) => year) };
}
