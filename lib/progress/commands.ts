import { relight } from "@/lib/lights/commands";
import { cutoffOf } from "@/lib/calendar/rules/reporting-week";
import { findSettingValues } from "@/lib/districts/queries";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Capability } from "@/lib/foundation/access/policy";
import { addDays, dateOf, dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { wanFrom, type Wan } from "@/lib/foundation/money";
import { Refusal, type RefusalCode } from "@/lib/foundation/refusal";
import { Prisma, type ProgressReport } from "@/prisma/generated/client";
import type { ProjectStatus, ReportStatus } from "@/prisma/generated/enums";
import { listPassedWeeks } from "./queries";
import { countingStatuses, marksOf, mayStep, reportSteps, valuesOf, whyNotAmount, whyNotReport, whyNotWeek, type ReportMark } from "./rules";
import { correctReportSchema, noteMissedReportsSchema, returnReportSchema, saveDraftSchema, submitReportsSchema, verifyReportSchema, verifyReportsSchema } from "./schema";

type Refused = { projectId: string; code: RefusalCode; values: ReturnType<typeof valuesOf> };
type Saved = { projectId: string; id: string; version: number; marks: ReportMark[] };

/**
 * A week's reports of one district. What a rule refuses is left out and told; the others are saved. When none can be saved, the first one's
 * reason is the refusal.
 */
export const submitReports = defineCommand({
  name: "report.submit",
  needs: "report.write",
  schema: submitReportsSchema,
  run: async (ctx, { districtId, asOfOn, reports }) => {
    ctx.requireIn(districtId);
    const { weekday, weeks } = await loadWeeks(ctx, districtId, asOfOn, reports.map((report) => report.projectId));
    const refused: Refused[] = [];
    const accepted: { week: Week; fields: ReturnType<typeof fieldsOf> }[] = [];
    for (const report of new Map(reports.map((one) => [one.projectId, one])).values()) {
      const week = weeks.get(report.projectId)!;
      const trouble = whyNotReport({ ...week, asOfOn, today: ctx.today, weekday, completedWan: report.completedWan });
      const values = valuesOf(week, { ...week, asOfOn, weekday, completedWan: report.completedWan });
      if (trouble) refused.push({ projectId: report.projectId, code: trouble, values });
      else if ((week.standing?.version ?? 0) !== (report.version ?? 0)) {
        if (reports.length === 1) throw changedMeanwhile(week.standing!, report);
        refused.push({ projectId: report.projectId, code: "changedMeanwhile", values });
      } else accepted.push({ week, fields: fieldsOf(ctx, week, asOfOn, report) });
    }
    if (accepted.length === 0) throw new Refusal(refused[0]!.code, refused[0]!.values);
    const added = accepted.filter(({ week }) => !week.standing);
    const ids = await ctx.addMany("progressReport", added.map(({ week, fields }) => ({ ...fields, districtId, projectId: week.projectId, year: yearOf(asOfOn), asOfOn: dateOf(asOfOn) })));
    const idOf = new Map(added.map(({ week }, at) => [week.projectId, ids[at]!]));
    for (const { week, fields } of accepted) if (week.standing) await ctx.change("progressReport", week.standing, week.standing.version, fields);
    const saved: Saved[] = accepted.map(({ week: { projectId, standing }, fields }) => ({
      projectId, id: standing?.id ?? idOf.get(projectId)!, version: (standing?.version ?? 0) + 1, marks: fields.marks,
    }));
    await ctx.stepMany("progressReport", accepted.map(({ week }, at) => ({
      row: { districtId, id: saved[at]!.id }, step: { step: "submit", from: week.standing?.status ?? null, to: "submitted" },
    })));
    const projectIds = saved.map((one) => one.projectId);
    await settleMissed(ctx, districtId, asOfOn, projectIds);
    await keepCounted(ctx, districtId, yearOf(asOfOn), projectIds);
    return { saved, refused };
  },
});

/** Saves what is typed so far, complete or not. What was submitted already is never touched by it. */
export const saveDraft = defineCommand({
  name: "report.saveDraft",
  needs: "report.write",
  schema: saveDraftSchema,
  savesDraft: true,
  run: async (ctx, { projectId, asOfOn, version = 0, ...typed }) => {
    const project = await ctx.db.project.findFirst({ where: { id: projectId, ...whereOf(ctx.actor, "report.write") }, select: { districtId: true } });
    if (!project) throw new Refusal("notFound");
    const { weekday, weeks } = await loadWeeks(ctx, project.districtId, asOfOn, [projectId]);
    const week = weeks.get(projectId)!;
    const { standing } = week;
    const trouble = whyNotWeek({ ...week, asOfOn, today: ctx.today, weekday });
    if (trouble) throw new Refusal(trouble, valuesOf(week, { ...week, asOfOn, weekday, completedWan: "0" }));
    if (standing && standing.status !== "draft" && standing.status !== "returned") throw new Refusal("reportNotDraft", { name: week.name, day: asOfOn });
    if ((standing?.version ?? 0) !== version) throw changedMeanwhile(standing!, typed);
    const saved = { savedAt: ctx.now, savedByName: ctx.actor.name };
    if (!standing) {
      const id = await ctx.add("progressReport", { districtId: project.districtId, projectId, year: yearOf(asOfOn), asOfOn: dateOf(asOfOn), status: "draft", ...typed, ...saved });
      return { id, version: 1, savedAt: ctx.now.toISOString() };
    }
    // A returned report stays whole until it is submitted again.
    const kept = standing.status === "returned" ? Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null)) : typed;
    await ctx.change("progressReport", standing, version, { ...kept, ...saved });
    return { id: standing.id, version: version + 1, savedAt: ctx.now.toISOString() };
  },
});

export const verifyReports = defineCommand({
  name: "report.verify",
  needs: "report.verify",
  schema: verifyReportsSchema,
  run: async (ctx, { reports }) => verify(ctx, reports),
});

/** One report: what the API opens, with the version that was read. */
export const verifyReport = defineCommand({
  name: "report.verifyOne",
  needs: "report.verify",
  schema: verifyReportSchema,
  run: async (ctx, report) => {
    await verify(ctx, [report]);
    return { id: report.id };
  },
});

/** Back to the unit, with the reason. It no longer counts: the project stands as the report before says. */
export const returnReport = defineCommand({
  name: "report.return",
  needs: "report.verify",
  schema: returnReportSchema,
  run: async (ctx, { id, version, reason }) => {
    const report = await findReportTo(ctx, id, "report.verify");
    const asOfOn = dayFromDate(report.asOfOn);
    if (!mayStep("return", report.status)) throw new Refusal("reportNotReturnable", { name: report.project.name, day: asOfOn });
    await ctx.change("progressReport", report, version, { status: "returned", returnReason: reason, verifiedOn: null, verifiedByName: null });
    await ctx.step("progressReport", report, { step: "return", from: report.status, to: "returned", note: reason });
    const { districtId, projectId, year } = report;
    const { reportCutoffDays } = await findSettingValues(ctx.actor, districtId, asOfOn);
    if (ctx.today > cutoffOf(asOfOn, reportCutoffDays)) {
      const settled = await ctx.db.missedReport.findMany({ where: { districtId, projectId, asOfOn: report.asOfOn, settledOn: { not: null } } });
      await ctx.changeMany("missedReport", settled, { settledOn: null });
    }
    await keepCounted(ctx, districtId, year, [projectId]);
    return { id };
  },
});

/** Another figure for a report that counts, with a reason: between its neighbours. The old one stays in the history, the new one is to be verified. */
export const correctReport = defineCommand({
  name: "report.correct",
  needs: "report.write",
  schema: correctReportSchema,
  run: async (ctx, { id, version, completedWan, physicalPercent, reason }) => {
    const report = await findReportTo(ctx, id, "report.read");
    const { districtId, projectId, year } = report;
    const asOfOn = dayFromDate(report.asOfOn);
    const { weekday, weeks } = await loadWeeks(ctx, districtId, asOfOn, [projectId]);
    const week = weeks.get(projectId)!;
    if (!mayStep("correct", report.status)) throw new Refusal("reportNotCorrectable", { name: week.name, day: asOfOn });
    const trouble = whyNotAmount(completedWan, week);
    if (trouble) throw new Refusal(trouble, valuesOf(week, { ...week, asOfOn, weekday, completedWan }));
    const physical = physicalPercent ?? report.physicalPercent!.toFixed();
    const marks = marksOf({ ...week, asOfOn, completedWan, physicalPercent: physical, siteText: report.siteText! });
    await ctx.change("progressReport", report, version, {
      completedWan, physicalPercent: physical, marks, status: reportSteps.correct.to, verifiedOn: null, verifiedByName: null, correctedOn: dateOf(ctx.today),
    }, reason);
    await ctx.step("progressReport", report, { step: "correct", from: wanFrom(report.completedWan!), to: completedWan, note: reason });
    await keepCounted(ctx, districtId, year, [projectId]);
    return { id };
  },
});

/** Which weeks were not reported by their cut-off: added when owed, settled when reported or no longer owed, opened again when returned. */
export const noteMissedReports = defineCommand({
  name: "report.noteMissed",
  needs: "light.judge",
  schema: noteMissedReportsSchema,
  run: async (ctx, { districtId }) => {
    ctx.requireIn(districtId);
    const standing = await ctx.db.missedReport.findMany({ where: { districtId, OR: [{ settledOn: null }, { missedOn: { gte: dateOf(addDays(ctx.today, -60)) } }] } });
    const passed = await listPassedWeeks(ctx.actor, districtId, ctx.today);
    const days = [...new Set([...passed.map((week) => week.asOfOn), ...standing.filter((row) => !row.settledOn).map((row) => dayFromDate(row.asOfOn))])];
    const owed = await listOwed(ctx, districtId, days);
    const missedOn = new Map(passed.map((week) => [week.asOfOn, addDays(week.cutoffOn, 1)]));
    const keyOf = (row: { projectId: string; asOfOn: Day | Date }) => `${row.projectId}/${typeof row.asOfOn === "string" ? row.asOfOn : dayFromDate(row.asOfOn)}`;
    const owedKeys = new Set(owed.map(keyOf));
    const known = new Set(standing.map(keyOf));
    const added = owed.filter((row) => !known.has(keyOf(row)) && missedOn.has(row.asOfOn));
    const settled = standing.filter((row) => !row.settledOn && !owedKeys.has(keyOf(row)));
    const opened = standing.filter((row) => row.settledOn && owedKeys.has(keyOf(row)));
    await ctx.addMany("missedReport", added.map(({ projectId, asOfOn }) => ({ districtId, projectId, asOfOn: dateOf(asOfOn), missedOn: dateOf(missedOn.get(asOfOn)!) })));
    await ctx.changeMany("missedReport", settled, { settledOn: dateOf(ctx.today) });
    await ctx.changeMany("missedReport", opened, { settledOn: null });
    ctx.record({ districtId, action: "report.noteMissed", kind: "district", subjectId: districtId, after: { added: added.length, settled: settled.length, opened: opened.length } });
    return { added: added.length, settled: settled.length, opened: opened.length };
  },
});

async function verify(ctx: CommandContext, reports: readonly { id: string; version: number }[]): Promise<{ ids: string[] }> {
  const ids = [...new Set(reports.map((report) => report.id))];
  const found = await ctx.db.progressReport.findMany({
    where: { ...whereOf(ctx.actor, "report.verify"), AND: [{ id: { in: ids } }] },
    select: { districtId: true, id: true, status: true, asOfOn: true, project: { select: { name: true } } },
  });
  for (const id of ids) if (!found.some((row) => row.id === id)) await findReportTo(ctx, id, "report.verify");
  const wrong = found.find((row) => !mayStep("verify", row.status));
  if (wrong) throw new Refusal("reportNotVerifiable", { name: wrong.project.name, day: dayFromDate(wrong.asOfOn) });
  const seen = new Map(reports.map(({ id, version }) => [id, version]));
  await ctx.changeMany("progressReport", found.map(({ districtId, id }) => ({ districtId, id, version: seen.get(id)! })), {
    status: reportSteps.verify.to, verifiedOn: dateOf(ctx.today), verifiedByName: ctx.actor.name,
  });
  await ctx.stepMany("progressReport", found.map(({ districtId, id, status }) => ({ row: { districtId, id }, step: { step: "verify", from: status, to: "verified" } })));
  return { ids };
}

async function findReportTo(ctx: CommandContext, id: string, capability: Capability) {
  const report = await ctx.db.progressReport.findFirst({ where: { id, ...whereOf(ctx.actor, capability) }, include: { project: { select: { name: true } } } });
  if (!report) throw new Refusal("notFound");
  return report;
}

type Standing = Pick<ProgressReport, "districtId" | "id" | "version" | "savedAt" | "savedByName" | "submittedByName" | "siteText" | "problems" | "nextPlan"> & {
  status: ReportStatus; completedWan: Wan | null; physicalPercent: string | null;
};
type Week = {
  projectId: string; name: string; totalWan: Wan | null; planWan: Wan; investedBeforeWan: Wan; isKeyProject: boolean; projectStatus: ProjectStatus | null;
  standing: Standing | null; before: { asOfOn: Day; completedWan: Wan; siteText: string | null } | null; after: { asOfOn: Day; completedWan: Wan } | null;
};

type WeekRow = {
  id: string; name: string; total: string | null; plan: string | null; invested: string | null; project_status: ProjectStatus | null;
  before_on: string | null; before_wan: string | null; before_text: string | null; after_on: string | null; after_wan: string | null;
};

/**
 * What a week's reports of some projects are judged by: two statements and the standing rows, however many they are. The projects are locked,
 * so that two reports of one project wait for each other. A project that this person may not report is not there.
 */
async function loadWeeks(ctx: CommandContext, districtId: string, asOfOn: Day, projectIds: readonly string[]): Promise<{ weekday: number; weeks: Map<string, Week> }> {
  const mine = Prisma.sql`${sqlOf(ctx.actor, "report.write", "p")} AND "p"."district_id" = ${districtId}::uuid AND "p"."id" = ANY(${[...projectIds]}::uuid[])`;
  const locked = await ctx.db.rows<{ id: string }>(Prisma.sql`SELECT "p"."id" FROM "project" AS "p" WHERE ${mine} ORDER BY "p"."id" FOR NO KEY UPDATE`);
  const reached = new Set(locked.map((row) => row.id));
  for (const id of projectIds) {
    // Asked for by itself, so that the miss is noted.
    if (!reached.has(id)) await ctx.db.project.findFirst({ where: { id, districtId, AND: [whereOf(ctx.actor, "report.write")] }, select: { id: true } });
  }
  if (projectIds.some((id) => !reached.has(id))) throw new Refusal("notFound");
  const day = Prisma.sql`${asOfOn}::date`;
  const neighbour = (order: "before" | "after") => Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT "c"."as_of_on", "c"."completed_wan", "c"."site_text" FROM "progress_report" AS "c"
      WHERE "c"."district_id" = "p"."district_id" AND "c"."project_id" = "p"."id" AND "c"."year" = ${yearOf(asOfOn)} AND "c"."status" IN ('submitted', 'verified')
        AND "c"."as_of_on" ${order === "before" ? Prisma.sql`<` : Prisma.sql`>`} ${day} ORDER BY "c"."as_of_on" ${order === "before" ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT 1
    ) AS ${Prisma.raw(`"${order}"`)} ON true`;
  const rows = await ctx.db.rows<WeekRow>(Prisma.sql`
    SELECT "p"."id", "p"."name", "p"."total_wan"::text AS "total", "t"."plan_wan"::text AS "plan", "t"."invested_before_wan"::text AS "invested", "s"."status"::text AS "project_status",
      "before"."as_of_on"::text AS "before_on", "before"."completed_wan"::text AS "before_wan", "before"."site_text" AS "before_text",
      "after"."as_of_on"::text AS "after_on", "after"."completed_wan"::text AS "after_wan"
    FROM "project" AS "p"
    LEFT JOIN "project_year_term" AS "t" ON "t"."district_id" = "p"."district_id" AND "t"."project_id" = "p"."id" AND "t"."year" = ${yearOf(asOfOn)} AND daterange("t"."from_on", "t"."to_on") @> ${day}
    LEFT JOIN "status_span" AS "s" ON "s"."district_id" = "p"."district_id" AND "s"."project_id" = "p"."id" AND daterange("s"."from_on", "s"."to_on") @> ${day}
    ${neighbour("before")} ${neighbour("after")}
    WHERE ${mine}`);
  const reports = await ctx.db.progressReport.findMany({ where: { districtId, projectId: { in: [...projectIds] }, asOfOn: dateOf(asOfOn) } });
  const standing = new Map(reports.map((row) => [row.projectId, { ...row, completedWan: wanFrom(row.completedWan), physicalPercent: row.physicalPercent && row.physicalPercent.toFixed() }]));
  const { reportWeekday } = await findSettingValues(ctx.actor, districtId, asOfOn);
  return {
    weekday: reportWeekday,
    weeks: new Map(rows.map((row) => [row.id, {
      projectId: row.id, name: row.name, totalWan: wanFrom(row.total), planWan: wanFrom(row.plan ?? "0"), investedBeforeWan: wanFrom(row.invested ?? "0"),
      isKeyProject: row.plan !== null, projectStatus: row.project_status, standing: standing.get(row.id) ?? null,
      before: row.before_on ? { asOfOn: row.before_on, completedWan: wanFrom(row.before_wan!), siteText: row.before_text } : null,
      after: row.after_on ? { asOfOn: row.after_on, completedWan: wanFrom(row.after_wan!) } : null,
    }])),
  };
}

type Typed = { completedWan?: Wan | null; physicalPercent?: string | null; siteText?: string | null; problems?: string | null; nextPlan?: string | null };

function fieldsOf(ctx: CommandContext, week: Week, asOfOn: Day, { completedWan, physicalPercent, siteText, problems, nextPlan }: { completedWan: Wan; physicalPercent: string; siteText: string; problems: string | null; nextPlan: string | null }) {
  const marks = marksOf({ ...week, asOfOn, completedWan, physicalPercent, siteText });
  return {
    status: reportSteps.submit.to, completedWan, physicalPercent, siteText, problems, nextPlan, marks,
    submittedOn: dateOf(ctx.today), submittedByName: ctx.actor.name, savedAt: ctx.now, savedByName: ctx.actor.name, returnReason: null,
  };
}

/** Drafts leave no line in the audit, so who was first and what stands there now is told from the row itself. */
function changedMeanwhile(standing: Standing, typed: Typed): Refusal {
  const fields = ["completedWan", "physicalPercent", "siteText", "problems", "nextPlan"] as const;
  const changes = fields.flatMap((field) => {
    const [mine, theirs] = [typed[field] ?? "", standing[field] ?? ""];
    return mine === theirs ? [] : [{ field, label: field, before: "", now: theirs }];
  });
  return new Refusal("changedMeanwhile", {}, { by: standing.savedByName ?? standing.submittedByName ?? "", at: (standing.savedAt ?? new Date(0)).toISOString(), version: standing.version, changes });
}

async function settleMissed(ctx: CommandContext, districtId: string, asOfOn: Day, projectIds: readonly string[]): Promise<void> {
  const missed = await ctx.db.missedReport.findMany({ where: { districtId, projectId: { in: [...projectIds] }, asOfOn: dateOf(asOfOn), settledOn: null } });
  await ctx.changeMany("missedReport", missed, { settledOn: dateOf(ctx.today) });
}

/** Which projects owe a counted report of these report days: key projects of the day's year, under construction on that day. */
async function listOwed(ctx: CommandContext, districtId: string, days: readonly Day[]): Promise<{ projectId: string; asOfOn: Day }[]> {
  return ctx.db.rows(Prisma.sql`
    SELECT "t"."project_id" AS "projectId", "d"."day"::text AS "asOfOn"
    FROM unnest(${[...days]}::date[]) AS "d"("day")
    JOIN "project_year_term" AS "t" ON "t"."year" = extract(year FROM "d"."day") AND daterange("t"."from_on", "t"."to_on") @> "d"."day"
    JOIN "status_span" AS "s" ON "s"."district_id" = "t"."district_id" AND "s"."project_id" = "t"."project_id" AND "s"."status" = 'active' AND daterange("s"."from_on", "s"."to_on") @> "d"."day"
    WHERE ${sqlOf(ctx.actor, "report.read", "t")} AND "t"."district_id" = ${districtId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "progress_report" AS "r" WHERE "r"."district_id" = "t"."district_id" AND "r"."project_id" = "t"."project_id" AND "r"."as_of_on" = "d"."day" AND "r"."status" IN ('submitted', 'verified'))`);
}

/** Brings what a project's year repeats of its reports up to date, and its lights with it. */
async function keepCounted(ctx: CommandContext, districtId: string, year: number, projectIds: readonly string[]): Promise<void> {
  const latest = (as: string, until: Prisma.Sql) => Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT "r"."id", "r"."as_of_on", "r"."completed_wan", "r"."physical_percent" FROM "progress_report" AS "r"
      WHERE "r"."district_id" = "k"."district_id" AND "r"."project_id" = "k"."project_id" AND "r"."year" = "k"."year" AND "r"."status" IN (${Prisma.join(countingStatuses.map((status) => Prisma.sql`${status}::report_status`))}) ${until}
      ORDER BY "r"."as_of_on" DESC LIMIT 1
    ) AS ${Prisma.raw(`"${as}"`)} ON true`;
  await ctx.derive(Prisma.sql`UPDATE "project_year" AS "y" SET "completed_wan" = coalesce("n"."now_wan", 0), "week_wan" = coalesce("n"."now_wan" - coalesce("n"."before_wan", 0), 0),
      "physical_percent" = "n"."physical_percent", "report_id" = "n"."report_id", "report_on" = "n"."report_on"
    FROM (
      SELECT "k"."id", "a"."id" AS "report_id", "a"."as_of_on" AS "report_on", "a"."completed_wan" AS "now_wan", "a"."physical_percent", "b"."completed_wan" AS "before_wan"
      FROM "project_year" AS "k" ${latest("a", Prisma.empty)} ${latest("b", Prisma.sql`AND "r"."as_of_on" < "a"."as_of_on"`)}
      WHERE "k"."district_id" = ${districtId}::uuid AND "k"."year" = ${year} AND "k"."project_id" = ANY(${[...projectIds]}::uuid[])
    ) AS "n"
    WHERE "y"."district_id" = ${districtId}::uuid AND "y"."id" = "n"."id" AND ${sqlOf(ctx.actor, "report.read", "y")}`);
  await relight(ctx, districtId, projectIds);
}
