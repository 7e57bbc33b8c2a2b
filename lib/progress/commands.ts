import { relight } from "@/lib/lights/commands";
import { cutoffOf } from "@/lib/calendar/rules/reporting-week";
import { findSettingValues } from "@/lib/districts/queries";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { addDays, dateOf, dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { wanFrom, type Wan } from "@/lib/foundation/money";
import { Refusal, type RefusalCode } from "@/lib/foundation/refusal";
import { lockProjects } from "@/lib/projects/commands/find";
import { Prisma, type ProgressReport } from "@/prisma/generated/client";
import type { ProjectStatus, ReportStatus } from "@/prisma/generated/enums";
import { listPassedWeeks } from "./queries";
import { countingStatuses, marksOf, mayStep, reportSteps, valuesOf, whyNotAmount, whyNotReport, whyNotWeek, type ReportMark } from "./rules";
import { correctReportSchema, noteMissedReportsSchema, returnReportSchema, saveDraftSchema, submitReportsSchema, verifyReportSchema, verifyReportsSchema } from "./schema";

type Refused = { projectId: string; code: RefusalCode; values: ReturnType<typeof valuesOf> };
type Saved = { projectId: string; id: string; version: number; marks: ReportMark[] };

/**
 * A week's reports of one district. What a rule refuses, and a project that is no longer one's own, is left out, told and noted in the audit;
 * the others are saved. One report alone is refused as anything else is.
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
      const { projectId, completedWan } = report;
      const week = weeks.get(projectId);
      const isStale = week && isConflict(week.standing, report.version, report);
      const code = !week ? "notFound" : (whyNotReport({ ...week, asOfOn, today: ctx.today, weekday, completedWan }) ?? (isStale ? "changedMeanwhile" : null));
      if (week && !code) accepted.push({ week, fields: fieldsOf(ctx, week, asOfOn, report) });
      else if (code === "changedMeanwhile" && reports.length === 1) throw changedMeanwhile(week!.standing!, report);
      else refused.push({ projectId, code: code!, values: valuesOf(week ?? { name: "" }, { before: null, after: null, ...week, asOfOn, weekday, completedWan }) });
    }
    if (refused.length > 0) await refuse(ctx, districtId, refused, reports.length === 1);
    if (accepted.length === 0) return { saved: [], refused };
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
    const { weekday, week } = await loadWeek(ctx, project.districtId, asOfOn, projectId);
    const { standing } = week;
    const trouble = whyNotWeek({ ...week, asOfOn, today: ctx.today, weekday });
    if (trouble) throw new Refusal(trouble, valuesOf(week, { ...week, asOfOn, weekday, completedWan: "0" }));
    if (standing && standing.status !== "draft" && standing.status !== "returned") throw new Refusal("reportNotDraft", { name: week.name, day: asOfOn });
    if (isConflict(standing, version, typed)) throw changedMeanwhile(standing!, typed);
    // The answer to this very text was lost on its way.
    if (standing && standing.version !== version) return { id: standing.id, version: standing.version, savedAt: (standing.savedAt ?? ctx.now).toISOString() };
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
    const report = await lockReport(ctx, id, "report.verify");
    const asOfOn = dayFromDate(report.asOfOn);
    if (!mayStep("return", report.status)) throw new Refusal("reportNotReturnable", { name: report.project.name, day: asOfOn });
    // What comes instead has not been verified by anybody.
    await ctx.change("progressReport", report, version, { status: "returned", returnReason: reason, verifiedOn: null, verifiedByName: null });
    await ctx.step("progressReport", report, { step: "return", from: report.status, to: "returned", note: reason });
    const { districtId, projectId, year } = report;
    await openMissed(ctx, districtId, asOfOn, projectId);
    await keepCounted(ctx, districtId, year, [projectId]);
    return { id };
  },
});

/**
 * Another figure for a report that counts, with a reason: between its neighbours. The old one stays in the history, the new one is to be verified
 * again; the day of the first verification stays, so that what waited on a past day does not change.
 */
export const correctReport = defineCommand({
  name: "report.correct",
  needs: "report.write",
  schema: correctReportSchema,
  run: async (ctx, { id, version, completedWan, physicalPercent, reason }) => {
    const report = await lockReport(ctx, id, "report.write");
    const { districtId, projectId, year } = report;
    const asOfOn = dayFromDate(report.asOfOn);
    const { weekday, week } = await loadWeek(ctx, districtId, asOfOn, projectId);
    if (!mayStep("correct", report.status)) throw new Refusal("reportNotCorrectable", { name: week.name, day: asOfOn });
    const trouble = whyNotAmount(completedWan, week);
    if (trouble) throw new Refusal(trouble, valuesOf(week, { ...week, asOfOn, weekday, completedWan }));
    const physical = physicalPercent ?? report.physicalPercent!.toFixed();
    const marks = marksOf({ ...week, asOfOn, completedWan, physicalPercent: physical, siteText: report.siteText! });
    await ctx.change("progressReport", report, version, {
      completedWan, physicalPercent: physical, marks, status: reportSteps.correct.to, correctedOn: dateOf(ctx.today),
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
    const projects = await ctx.db.project.findMany({ where: { districtId }, select: { id: true } });
    await lockProjects(ctx, projects.map((project) => project.id), "report.read");
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
  const found = await lockReports(ctx, ids, "report.verify");
  const wrong = found.find((row) => !mayStep("verify", row.status));
  if (wrong) throw new Refusal("reportNotVerifiable", { name: wrong.project.name, day: dayFromDate(wrong.asOfOn) });
  const seen = new Map(reports.map(({ id, version }) => [id, version]));
  const asSeen = (rows: typeof found) => rows.map(({ districtId, id }) => ({ districtId, id, version: seen.get(id)! }));
  const { to: status } = reportSteps.verify;
  await ctx.changeMany("progressReport", asSeen(found.filter((row) => !row.verifiedOn)), { status, verifiedOn: dateOf(ctx.today), verifiedByName: ctx.actor.name });
  // Verified again after a correction: the first day stays.
  await ctx.changeMany("progressReport", asSeen(found.filter((row) => row.verifiedOn)), { status });
  await ctx.stepMany("progressReport", found.map(({ districtId, id, status: from }) => ({ row: { districtId, id }, step: { step: "verify", from, to: status } })));
  return { ids };
}

const withName = { project: { select: { name: true } } } as const;

/** Reports by their ids as they stand once their projects are locked; one that is out of reach is not found. */
async function lockReports(ctx: CommandContext, ids: readonly string[], capability: "report.write" | "report.verify") {
  const reach = { ...whereOf(ctx.actor, "report.read"), project: whereOf(ctx.actor, capability) };
  const asked = await ctx.db.progressReport.findMany({ where: { ...reach, id: { in: [...ids] } }, select: { id: true, projectId: true } });
  for (const id of ids) if (!asked.some((row) => row.id === id) && !(await ctx.db.progressReport.findFirst({ where: { ...reach, id } }))) throw new Refusal("notFound");
  await lockProjects(ctx, asked.map((row) => row.projectId), capability);
  return ctx.db.progressReport.findMany({ where: { ...reach, id: { in: [...ids] } }, include: withName });
}

const lockReport = async (ctx: CommandContext, id: string, capability: "report.write" | "report.verify") => (await lockReports(ctx, [id], capability))[0]!;

/** What was refused of many is noted line by line, as each would be by itself. */
async function refuse(ctx: CommandContext, districtId: string, refused: readonly Refused[], isAlone: boolean): Promise<void> {
  if (isAlone) {
    const [{ projectId, code, values }] = refused as [Refused];
    // Asked for by itself, so that the miss is noted.
    if (code === "notFound") await ctx.db.project.findFirst({ where: { id: projectId, districtId, AND: [whereOf(ctx.actor, "report.write")] }, select: { id: true } });
    throw new Refusal(code, values);
  }
  for (const { projectId, code, values } of refused) {
    if (code === "notFound") ctx.record({ districtId: ctx.actor.districtId, action: "project.find", outcome: "missed", kind: "project", subjectId: projectId });
    ctx.record({ districtId, action: "report.submit", outcome: "refused", kind: "report", after: { projectId, name: values.name, asOfOn: values.day, completedWan: values.amount }, note: code });
  }
}

type Standing = Pick<ProgressReport, "districtId" | "id" | "version" | "savedAt" | "savedByName" | "submittedOn" | "submittedByName" | "siteText" | "problems" | "nextPlan"> & {
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
 * What a week's reports of some projects are judged by: two statements and the standing rows, however many they are. The projects are locked.
 * A project that this person may not report is not there.
 */
async function loadWeeks(ctx: CommandContext, districtId: string, asOfOn: Day, projectIds: readonly string[]): Promise<{ weekday: number; weeks: Map<string, Week> }> {
  await lockProjects(ctx, projectIds, "report.write");
  const mine = Prisma.sql`${sqlOf(ctx.actor, "report.write", "p")} AND "p"."district_id" = ${districtId}::uuid AND "p"."id" = ANY(${[...projectIds]}::uuid[])`;
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

async function loadWeek(ctx: CommandContext, districtId: string, asOfOn: Day, projectId: string): Promise<{ weekday: number; week: Week }> {
  const { weekday, weeks } = await loadWeeks(ctx, districtId, asOfOn, [projectId]);
  const week = weeks.get(projectId);
  if (!week) throw new Refusal("notFound");
  return { weekday, week };
}

type Typed = { completedWan?: Wan | null; physicalPercent?: string | null; siteText?: string | null; problems?: string | null; nextPlan?: string | null };

function fieldsOf(ctx: CommandContext, week: Week, asOfOn: Day, { completedWan, physicalPercent, siteText, problems, nextPlan }: { completedWan: Wan; physicalPercent: string; siteText: string; problems: string | null; nextPlan: string | null }) {
  const marks = marksOf({ ...week, asOfOn, completedWan, physicalPercent, siteText });
  return {
    status: reportSteps.submit.to, completedWan, physicalPercent, siteText, problems, nextPlan, marks,
    // The first submission, by whom and when: later ones are steps.
    submittedOn: week.standing?.submittedOn ?? dateOf(ctx.today), submittedByName: week.standing?.submittedByName ?? ctx.actor.name, savedAt: ctx.now, savedByName: ctx.actor.name, returnReason: null,
  };
}

const typedFields = ["completedWan", "physicalPercent", "siteText", "problems", "nextPlan"] as const;

const differencesOf = (standing: Standing, typed: Typed) =>
  typedFields.flatMap((field) => ((typed[field] ?? "") === (standing[field] ?? "") ? [] : [{ field, label: field, before: "", now: standing[field] ?? "" }]));

/** Whether something was written since the person looked. A draft that says the same is no conflict: it may be one's own, whose answer was lost. */
const isConflict = (standing: Standing | null, version: number | undefined, typed: Typed): boolean =>
  standing !== null && standing.version !== (version ?? 0) && !((standing.status === "draft" || standing.status === "returned") && differencesOf(standing, typed).length === 0);

/** Drafts leave no line in the audit, so who was first and what stands there now is told from the row itself. */
function changedMeanwhile(standing: Standing, typed: Typed): Refusal {
  const changes = differencesOf(standing, typed);
  return new Refusal("changedMeanwhile", {}, { by: standing.savedByName ?? standing.submittedByName ?? "", at: (standing.savedAt ?? new Date(0)).toISOString(), version: standing.version, changes });
}

async function settleMissed(ctx: CommandContext, districtId: string, asOfOn: Day, projectIds: readonly string[]): Promise<void> {
  const missed = await ctx.db.missedReport.findMany({ where: { districtId, projectId: { in: [...projectIds] }, asOfOn: dateOf(asOfOn), settledOn: null } });
  await ctx.changeMany("missedReport", missed, { settledOn: dateOf(ctx.today) });
}

/** A report that was sent back after its week's cut-off is missing again; if it had come in time, from today on. */
async function openMissed(ctx: CommandContext, districtId: string, asOfOn: Day, projectId: string): Promise<void> {
  const { reportCutoffDays } = await findSettingValues(ctx.actor, districtId, asOfOn);
  if (ctx.today <= cutoffOf(asOfOn, reportCutoffDays)) return;
  if ((await listOwed(ctx, districtId, [asOfOn], projectId)).length === 0) return;
  const [standing] = await ctx.db.missedReport.findMany({ where: { districtId, projectId, asOfOn: dateOf(asOfOn) } });
  if (!standing) await ctx.add("missedReport", { districtId, projectId, asOfOn: dateOf(asOfOn), missedOn: dateOf(ctx.today) });
  else if (standing.settledOn) await ctx.change("missedReport", standing, standing.version, { settledOn: null });
}

/** Which projects owe a counted report of these report days: key projects of the day's year, under construction on that day. */
async function listOwed(ctx: CommandContext, districtId: string, days: readonly Day[], projectId?: string): Promise<{ projectId: string; asOfOn: Day }[]> {
  return ctx.db.rows(Prisma.sql`
    SELECT "t"."project_id" AS "projectId", "d"."day"::text AS "asOfOn"
    FROM unnest(${[...days]}::date[]) AS "d"("day")
    JOIN "project_year_term" AS "t" ON "t"."year" = extract(year FROM "d"."day") AND daterange("t"."from_on", "t"."to_on") @> "d"."day"
    JOIN "status_span" AS "s" ON "s"."district_id" = "t"."district_id" AND "s"."project_id" = "t"."project_id" AND "s"."status" = 'active' AND daterange("s"."from_on", "s"."to_on") @> "d"."day"
    WHERE ${sqlOf(ctx.actor, "report.read", "t")} AND "t"."district_id" = ${districtId}::uuid ${projectId ? Prisma.sql`AND "t"."project_id" = ${projectId}::uuid` : Prisma.empty}
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
