import { cutoffOf, lastReportDay, reportDayOf } from "@/lib/calendar/rules/reporting-week";
import { findSettingValues } from "@/lib/districts/queries";
import { settingValuesFrom } from "@/lib/districts/rules";
import { reaches, sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { addDays, dateOf, dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { wanFrom, type Wan } from "@/lib/foundation/money";
import { cut, within, type Page, type Paged } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import { heldOn } from "@/lib/foundation/spans";
import { codeOf } from "@/lib/projects/rules";
import { Prisma } from "@/prisma/generated/client";
import type { ReportStatus } from "@/prisma/generated/enums";
import { mayStep } from "./rules";
import type { ReportFilter } from "./schema";

/** The report day of a district's last due week, and until when a report is in time. */
export type DueWeek = { districtId: string; asOfOn: Day; cutoffOn: Day };

/** Of each district the actor acts in, the week that is due. */
export async function listDueWeeks(actor: Actor, today: Day): Promise<DueWeek[]> {
  const rows = await reading(actor).districtSetting.findMany({
    where: { districtId: { in: [...actor.districtIds, actor.cityId] }, key: { in: ["reportWeekday", "reportCutoffDays"] }, ...heldOn(today) },
    select: { districtId: true, key: true, value: true },
  });
  return actor.districtIds.map((districtId) => {
    const values = settingValuesFrom(rows.filter((row) => row.districtId === districtId || row.districtId === actor.cityId), districtId);
    const asOfOn = lastReportDay(today, values.reportWeekday);
    return { districtId, asOfOn, cutoffOn: cutoffOf(asOfOn, values.reportCutoffDays) };
  });
}

const weeksLookedBack = 5;

/** The weeks whose cut-off has passed, of the last five, each by the settings that held then. */
export async function listPassedWeeks(actor: Actor, districtId: string, today: Day): Promise<DueWeek[]> {
  const weeks: DueWeek[] = [];
  for (let back = 0; back < weeksLookedBack; back++) {
    const within = addDays(today, -7 * back);
    const { reportWeekday, reportCutoffDays } = await findSettingValues(actor, districtId, within);
    const asOfOn = reportDayOf(within, reportWeekday);
    const cutoffOn = cutoffOf(asOfOn, reportCutoffDays);
    if (cutoffOn < today) weeks.push({ districtId, asOfOn, cutoffOn });
  }
  return weeks;
}

/** The report days that the chooser offers: the due one and those before it, as far as the beginning of the year before. */
export async function listChoosableWeeks(actor: Actor, districtId: string, today: Day): Promise<Day[]> {
  const { reportWeekday } = await findSettingValues(actor, districtId, today);
  const due = lastReportDay(today, reportWeekday);
  return Array.from({ length: 26 }, (_, back) => reportDayOf(addDays(due, -7 * back), reportWeekday));
}

/** What stands in a row of the sheet, or is prefilled from the report before. Null: nothing yet. */
export type ReportText = { completedWan: Wan | null; physicalPercent: string | null; siteText: string | null; problems: string | null; nextPlan: string | null };
export type WeekOfProject = {
  projectId: string; districtId: string; name: string; code: string; unitName: string; planWan: Wan;
  report: (ReportText & { id: string; status: ReportStatus; version: number; returnReason: string | null; savedAt: string | null; savedByName: string | null; marks: string[] }) | null;
  before: (ReportText & { asOfOn: Day }) | null;
};

type WeekRow = {
  project_id: string; district_id: string; name: string; code_year: number; code_number: number; unit_name: string; plan: string;
  id: string | null; status: ReportStatus | null; version: number | null; return_reason: string | null; saved_at: Date | null; saved_by: string | null; marks: string[] | null;
  wan: string | null; percent: string | null; site: string | null; problems: string | null; next: string | null;
  b_on: string | null; b_wan: string | null; b_percent: string | null; b_site: string | null; b_problems: string | null; b_next: string | null; total: bigint;
};

/** The projects that this person reports of a week in one district: key projects of the day's year that were under construction on it. */
export async function listMyWeek(actor: Actor, districtId: string, asOfOn: Day, { q, unitId }: Pick<ReportFilter, "q" | "unitId">, page: Page): Promise<Paged<WeekOfProject>> {
  const holds = [owedOn(actor, asOfOn), Prisma.sql`"p"."district_id" = ${districtId}::uuid`, ...foundBySql(q), ...(unitId ? [Prisma.sql`"p"."responsible_unit_id" = ${unitId}::uuid`] : [])];
  const [{ count } = { count: 0n }] = await reading(actor).rows<{ count: bigint }>(Prisma.sql`SELECT count(*) AS "count" ${fromWeek(asOfOn)} WHERE ${Prisma.join(holds, " AND ")}`);
  const at = within(page, Number(count));
  const rows = await reading(actor).rows<WeekRow>(Prisma.sql`
    ${selectWeek} ${fromWeek(asOfOn)} ${reportAndBefore(asOfOn)} WHERE ${Prisma.join(holds, " AND ")}
    ORDER BY "p"."name_pinyin", "p"."id" LIMIT ${at.perPage} OFFSET ${(at.page - 1) * at.perPage}`);
  return { total: Number(count), ...at, rows: rows.map(asWeek) };
}

/** One project's week, as its form begins; null when this person does not report it or it owes none of that day. */
export async function findWeekOfProject(actor: Actor, projectId: string, asOfOn: Day): Promise<WeekOfProject | null> {
  const [row] = await reading(actor).rows<WeekRow>(Prisma.sql`
    ${selectWeek} ${fromWeek(asOfOn)} ${reportAndBefore(asOfOn)} WHERE ${owedOn(actor, asOfOn)} AND "p"."id" = ${projectId}::uuid`);
  return row ? asWeek(row) : null;
}

const selectWeek = Prisma.sql`
  SELECT "p"."id" AS "project_id", "p"."district_id", "p"."name", "p"."code_year", "p"."code_number", "u"."short_name" AS "unit_name", "t"."plan_wan"::text AS "plan",
    "r"."id", "r"."status"::text AS "status", "r"."version", "r"."return_reason", "r"."saved_at", "r"."saved_by_name" AS "saved_by", "r"."marks",
    "r"."completed_wan"::text AS "wan", "r"."physical_percent"::text AS "percent", "r"."site_text" AS "site", "r"."problems", "r"."next_plan" AS "next",
    "b"."as_of_on"::text AS "b_on", "b"."completed_wan"::text AS "b_wan", "b"."physical_percent"::text AS "b_percent", "b"."site_text" AS "b_site", "b"."problems" AS "b_problems", "b"."next_plan" AS "b_next"`;

const fromWeek = (asOfOn: Day) => Prisma.sql`
  FROM "project" AS "p"
  JOIN "unit" AS "u" ON "u"."district_id" = "p"."responsible_unit_district_id" AND "u"."id" = "p"."responsible_unit_id"
  JOIN "project_year_term" AS "t" ON "t"."district_id" = "p"."district_id" AND "t"."project_id" = "p"."id" AND "t"."year" = ${yearOf(asOfOn)} AND daterange("t"."from_on", "t"."to_on") @> ${asOfOn}::date
  JOIN "status_span" AS "s" ON "s"."district_id" = "p"."district_id" AND "s"."project_id" = "p"."id" AND daterange("s"."from_on", "s"."to_on") @> ${asOfOn}::date`;

const reportAndBefore = (asOfOn: Day) => Prisma.sql`
  LEFT JOIN "progress_report" AS "r" ON "r"."district_id" = "p"."district_id" AND "r"."project_id" = "p"."id" AND "r"."as_of_on" = ${asOfOn}::date
  LEFT JOIN LATERAL (
    SELECT "c".* FROM "progress_report" AS "c"
    WHERE "c"."district_id" = "p"."district_id" AND "c"."project_id" = "p"."id" AND "c"."year" = ${yearOf(asOfOn)} AND "c"."as_of_on" < ${asOfOn}::date AND "c"."status" IN ('submitted', 'verified')
    ORDER BY "c"."as_of_on" DESC LIMIT 1
  ) AS "b" ON true`;

const owedOn = (actor: Actor, asOfOn: Day) => Prisma.sql`${sqlOf(actor, "report.write", "p")} AND "s"."status" = 'active' AND "t"."year" = ${yearOf(asOfOn)}`;

function foundBySql(q: string | undefined): Prisma.Sql[] {
  const plain = q?.trim().toLowerCase();
  if (!plain) return [];
  const latin = plain.replaceAll(/\s+/g, "");
  return [Prisma.sql`(strpos("p"."name", ${q!.trim()}) > 0 OR strpos("p"."name_pinyin", ${latin}) > 0 OR strpos("p"."name_initials", ${latin}) > 0)`];
}

function asWeek(row: WeekRow): WeekOfProject {
  const text = (wan: string | null, percent: string | null, siteText: string | null, problems: string | null, nextPlan: string | null): ReportText => ({
    completedWan: wanFrom(wan), physicalPercent: wanFrom(percent), siteText, problems, nextPlan,
  });
  return {
    projectId: row.project_id, districtId: row.district_id, name: row.name, code: codeOf({ codeYear: row.code_year, codeNumber: row.code_number }), unitName: row.unit_name, planWan: wanFrom(row.plan),
    report: row.id
      ? {
          id: row.id, status: row.status!, version: row.version!, returnReason: row.return_reason, savedAt: row.saved_at && row.saved_at.toISOString(), savedByName: row.saved_by, marks: row.marks ?? [],
          ...text(row.wan, row.percent, row.site, row.problems, row.next),
        }
      : null,
    before: row.b_on ? { asOfOn: row.b_on, ...text(row.b_wan, row.b_percent, row.b_site, row.b_problems, row.b_next) } : null,
  };
}

/** How many of a week's reports this person owes, and how many are in. */
export async function countMyWeek(actor: Actor, districtId: string, asOfOn: Day): Promise<{ owed: number; reported: number; returned: number }> {
  const [row] = await reading(actor).rows<{ owed: bigint; reported: bigint; returned: bigint }>(Prisma.sql`
    SELECT count(*) AS "owed", count(*) FILTER (WHERE "r"."status" IN ('submitted', 'verified')) AS "reported", count(*) FILTER (WHERE "r"."status" = 'returned') AS "returned"
    ${fromWeek(asOfOn)} LEFT JOIN "progress_report" AS "r" ON "r"."district_id" = "p"."district_id" AND "r"."project_id" = "p"."id" AND "r"."as_of_on" = ${asOfOn}::date
    WHERE ${owedOn(actor, asOfOn)} AND "p"."district_id" = ${districtId}::uuid`);
  return { owed: Number(row?.owed ?? 0), reported: Number(row?.reported ?? 0), returned: Number(row?.returned ?? 0) };
}

/** The districts in which this person reports anything: more than one only for the city's people. */
export async function listReportedDistricts(actor: Actor): Promise<{ id: string; shortName: string }[]> {
  const rows = await reading(actor).rows<{ id: string; shortName: string }>(Prisma.sql`
    SELECT "d"."id", "d"."short_name" AS "shortName" FROM "district" AS "d"
    WHERE "d"."id" = ANY(${[...actor.districtIds]}::uuid[]) AND EXISTS (SELECT 1 FROM "project" AS "p" WHERE "p"."district_id" = "d"."id" AND ${sqlOf(actor, "report.write", "p")})
    ORDER BY "d"."sort_order", "d"."id"`);
  return rows;
}

const shown = {
  districtId: true, id: true, projectId: true, asOfOn: true, status: true, completedWan: true, physicalPercent: true, siteText: true, problems: true, nextPlan: true, marks: true,
  submittedOn: true, submittedByName: true, verifiedOn: true, verifiedByName: true, returnReason: true, correctedOn: true, version: true,
  project: { select: { name: true, id: true, districtId: true, responsibleUnitId: true, district: { select: { shortName: true } }, responsibleUnit: { select: { shortName: true } } } },
} as const satisfies Prisma.ProgressReportSelect;
const dayOrNull = (date: Date | null): Day | null => date && dayFromDate(date);

function asRead({ project, ...row }: Prisma.ProgressReportGetPayload<{ select: typeof shown }>) {
  return {
    ...row, projectName: project.name, asOfOn: dayFromDate(row.asOfOn), completedWan: wanFrom(row.completedWan), physicalPercent: row.physicalPercent && row.physicalPercent.toFixed(),
    submittedOn: dayOrNull(row.submittedOn), verifiedOn: dayOrNull(row.verifiedOn), correctedOn: dayOrNull(row.correctedOn),
  };
}
export type Report = ReturnType<typeof asRead>;

export type ReportToVerify = Report & { districtName: string; unitName: string; /** Of the counted report before, in the same year. */ beforeWan: Wan | null };

/** Submitted reports that await verification, the oldest week first. */
export async function listToVerify(actor: Actor, { q, districtId, unitId, week, marked }: ReportFilter, page: Page): Promise<Paged<ReportToVerify>> {
  const db = reading(actor);
  const where: Prisma.ProgressReportWhereInput = {
    ...whereOf(actor, "report.read"),
    AND: [
      { status: "submitted" },
      districtId ? { districtId } : {},
      week ? { asOfOn: dateOf(week) } : {},
      marked ? { marks: { isEmpty: marked === "no" } } : {},
      q || unitId ? { project: { AND: [foundBy(q), unitId ? { responsibleUnitId: unitId } : {}] } } : {},
    ],
  };
  const total = await db.progressReport.count({ where });
  const at = within(page, total);
  const rows = await db.progressReport.findMany({ where, select: shown, orderBy: [{ asOfOn: "asc" }, { project: { namePinyin: "asc" } }, { id: "asc" }], ...cut(at) });
  const before = await listAmountsBefore(actor, rows.map((row) => row.id));
  return {
    total, ...at,
    rows: rows.map((row) => ({ ...asRead(row), districtName: row.project.district.shortName, unitName: row.project.responsibleUnit.shortName, beforeWan: before.get(row.id) ?? null })),
  };
}

async function listAmountsBefore(actor: Actor, ids: string[]): Promise<Map<string, Wan>> {
  const rows = await reading(actor).rows<{ id: string; wan: string }>(Prisma.sql`
    SELECT "r"."id", "b"."completed_wan"::text AS "wan" FROM "progress_report" AS "r"
    JOIN LATERAL (
      SELECT "c"."completed_wan" FROM "progress_report" AS "c"
      WHERE "c"."district_id" = "r"."district_id" AND "c"."project_id" = "r"."project_id" AND "c"."year" = "r"."year" AND "c"."as_of_on" < "r"."as_of_on" AND "c"."status" IN ('submitted', 'verified')
      ORDER BY "c"."as_of_on" DESC LIMIT 1
    ) AS "b" ON true
    WHERE ${sqlOf(actor, "report.read", "r")} AND "r"."id" = ANY(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, wanFrom(row.wan)]));
}

export type MissingProject = {
  projectId: string; name: string; code: string; districtName: string; unitName: string; personName: string | null; phoneMasked: string | null;
  /** The weeks it has not reported, the oldest first; the last one may still be in time. */
  weeks: Day[];
  /** Its newest counted report of any year. */
  lastOn: Day | null;
};

type MissingRow = {
  id: string; name: string; code_year: number; code_number: number; district_name: string; unit_name: string; person_name: string | null; phone_masked: string | null;
  weeks: string[]; last_on: string | null;
};

/**
 * Who has not reported: the weeks that the nightly job noted, and the due week of each district with those that still have time. Longest silence
 * first.
 */
export async function listMissing(actor: Actor, due: readonly DueWeek[], { q, districtId, unitId }: ReportFilter, page: Page): Promise<Paged<MissingProject>> {
  const db = reading(actor);
  const weeks = due.filter((week) => !districtId || week.districtId === districtId);
  const missing = Prisma.sql`
    WITH "missing" AS (
      SELECT "m"."district_id", "m"."project_id", "m"."as_of_on" FROM "missed_report" AS "m" WHERE ${sqlOf(actor, "report.read", "m")} AND "m"."settled_on" IS NULL
      UNION
      SELECT "t"."district_id", "t"."project_id", "w"."as_of_on"
      FROM unnest(${weeks.map((week) => week.districtId)}::uuid[], ${weeks.map((week) => week.asOfOn)}::date[]) AS "w"("district_id", "as_of_on")
      JOIN "project_year_term" AS "t" ON "t"."district_id" = "w"."district_id" AND "t"."year" = extract(year FROM "w"."as_of_on") AND daterange("t"."from_on", "t"."to_on") @> "w"."as_of_on"
      JOIN "status_span" AS "s" ON "s"."district_id" = "t"."district_id" AND "s"."project_id" = "t"."project_id" AND "s"."status" = 'active' AND daterange("s"."from_on", "s"."to_on") @> "w"."as_of_on"
      WHERE ${sqlOf(actor, "report.read", "t")} AND NOT EXISTS (
        SELECT 1 FROM "progress_report" AS "r" WHERE "r"."district_id" = "t"."district_id" AND "r"."project_id" = "t"."project_id" AND "r"."as_of_on" = "w"."as_of_on" AND "r"."status" IN ('submitted', 'verified'))
    )`;
  const holds = Prisma.join([
    sqlOf(actor, "report.read", "p"),
    ...(districtId ? [Prisma.sql`"p"."district_id" = ${districtId}::uuid`] : []),
    ...(unitId ? [Prisma.sql`"p"."responsible_unit_id" = ${unitId}::uuid`] : []),
    ...foundBySql(q),
  ], " AND ");
  const from = Prisma.sql`FROM "missing" AS "x" JOIN "project" AS "p" ON "p"."district_id" = "x"."district_id" AND "p"."id" = "x"."project_id"`;
  const [{ count } = { count: 0n }] = await db.rows<{ count: bigint }>(Prisma.sql`${missing} SELECT count(DISTINCT "p"."id") AS "count" ${from} WHERE ${holds}`);
  const at = within(page, Number(count));
  const rows = await db.rows<MissingRow>(Prisma.sql`
    ${missing}
    SELECT "p"."id", "p"."name", "p"."code_year", "p"."code_number", "d"."short_name" AS "district_name", "u"."short_name" AS "unit_name", "p"."person_name", "p"."phone_masked",
      array_agg(DISTINCT "x"."as_of_on"::text ORDER BY "x"."as_of_on"::text) AS "weeks",
      (SELECT max("r"."as_of_on")::text FROM "progress_report" AS "r" WHERE "r"."district_id" = "p"."district_id" AND "r"."project_id" = "p"."id" AND "r"."status" IN ('submitted', 'verified')) AS "last_on"
    ${from}
    JOIN "district" AS "d" ON "d"."id" = "p"."district_id"
    JOIN "unit" AS "u" ON "u"."district_id" = "p"."responsible_unit_district_id" AND "u"."id" = "p"."responsible_unit_id"
    WHERE ${holds}
    GROUP BY "p"."district_id", "p"."id", "d"."id", "u"."district_id", "u"."id"
    ORDER BY count(DISTINCT "x"."as_of_on") DESC, "d"."sort_order", "p"."name_pinyin", "p"."id" LIMIT ${at.perPage} OFFSET ${(at.page - 1) * at.perPage}`);
  return {
    total: Number(count), ...at,
    rows: rows.map((row) => ({
      projectId: row.id, name: row.name, code: codeOf({ codeYear: row.code_year, codeNumber: row.code_number }), districtName: row.district_name, unitName: row.unit_name,
      personName: row.person_name, phoneMasked: row.phone_masked, weeks: row.weeks, lastOn: row.last_on,
    })),
  };
}

/** What happened to a report: `from` and `to` are amounts in a correction, else how it stood. */
export type ReportStep = { id: string; step: string; from: string | null; to: string | null; note: string | null; at: string; by: string };
export type ReportOfProject = Report & { steps: ReportStep[]; mayVerify: boolean; mayReturn: boolean; mayCorrect: boolean };

/** The weekly reports of a project, the newest first, with what happened to each, and what this person may do with it. */
export async function listReportsOfProject(actor: Actor, projectId: string, page: Page): Promise<Paged<ReportOfProject>> {
  const db = reading(actor);
  const where: Prisma.ProgressReportWhereInput = { ...whereOf(actor, "report.read"), AND: [{ projectId, status: { not: "draft" } }] };
  const total = await db.progressReport.count({ where });
  const at = within(page, total);
  const rows = await db.progressReport.findMany({ where, select: shown, orderBy: [{ asOfOn: "desc" }, { id: "desc" }], ...cut(at) });
  const steps = await listSteps(actor, rows.map((row) => row.id));
  return {
    total, ...at,
    rows: rows.map((row) => {
      const may = (step: "verify" | "return" | "correct", capability: "report.verify" | "report.write") => mayStep(step, row.status) && reaches(actor, capability, row.project);
      return { ...asRead(row), steps: steps.get(row.id) ?? [], mayVerify: may("verify", "report.verify"), mayReturn: may("return", "report.verify"), mayCorrect: may("correct", "report.write") };
    }),
  };
}

/** A bound that no page reaches: a report has a handful of steps. */
const stepsOfReport = 50;

async function listSteps(actor: Actor, reportIds: string[]): Promise<Map<string, ReportStep[]>> {
  const rows = await reading(actor).stepEvent.findMany({
    where: { ...whereOf(actor, "report.read"), AND: [{ kind: "progressReport", subjectId: { in: reportIds } }] },
    orderBy: { id: "desc" }, take: stepsOfReport * Math.max(1, reportIds.length),
  });
  const steps = new Map<string, ReportStep[]>();
  for (const { id, subjectId, step, from, to, note, happenedAt, actorName } of rows) {
    steps.set(subjectId, [...(steps.get(subjectId) ?? []), { id, step, from, to, note, at: happenedAt.toISOString(), by: actorName }]);
  }
  return steps;
}

/** For the API. Null when it does not exist, and when this actor may not see it: a draft is there only for those who write it. */
export async function findReport(actor: Actor, id: string): Promise<Report | null> {
  const row = await reading(actor).progressReport.findFirst({
    where: { id, ...whereOf(actor, "report.read"), AND: [{ OR: [{ status: { not: "draft" } }, { project: whereOf(actor, "report.write") }] }] }, select: shown,
  });
  return row && asRead(row);
}

/** For the API: by id, after a cursor; drafts only when asked for, and only to those who write them. One row more than the limit tells whether there is a next page. */
export async function pageReports(actor: Actor, { cursor, limit, projectId, week, status, districtId }: { cursor?: string; limit: number; projectId?: string; week?: Day; status?: ReportStatus; districtId?: string }): Promise<Report[]> {
  const rows = await reading(actor).progressReport.findMany({
    where: {
      ...whereOf(actor, "report.read"),
      AND: [
        cursor ? { id: { gt: cursor } } : {}, projectId ? { projectId } : {}, week ? { asOfOn: dateOf(week) } : {}, districtId ? { districtId } : {},
        status === "draft" ? { status, project: whereOf(actor, "report.write") } : { status: status ?? { not: "draft" } },
      ],
    },
    select: shown, orderBy: { id: "asc" }, take: limit + 1,
  });
  return rows.map(asRead);
}
