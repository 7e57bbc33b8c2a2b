import { Prisma } from "@/prisma/generated/client";
import { figuresOn, held, ofProject, overlapping, plain, projectColumns, spanOf, type Base, type Moment } from "./base";

const sql = Prisma.sql;
const projectRow = { kind: "project", id: "p.id", name: "p.name" } as const;
const stageOnDay = { joins: { stage: spanOf("stage_span", "s"), status: spanOf("status_span", "st"), light: spanOf("light_span", "li", "AND x.dimension = 'overall'") } };
const stageColumns = {
  stage: { ...plain("s.stage"), joins: ["stage"] },
  status: { ...plain("st.status"), joins: ["status"] },
  light: { ...plain("coalesce(li.colour, 'none')"), joins: ["light"] },
} as const;
const begun = (stage: Prisma.Sql) => sql`${stage} IN ('started', 'completed', 'in_production', 'at_capacity')`;
const whitelisted = (at: Moment) => sql`EXISTS (SELECT 1 FROM project_whitelisting x WHERE ${ofProject("x")} AND ${held("x", at)})`;
const finished = (stage: Prisma.Sql) => sql`${stage} IN ('completed', 'in_production', 'at_capacity')`;

/** What a leader moved the planned days to, where that held on the day; without one the baseline did. */
const movedDays = (at: Moment) => sql`LEFT JOIN moved_days AS mo ON ${ofProject("mo")} AND ${held("mo", at)}`;

/** Key projects of a year, listed on the day and not withdrawn by then. */
const years = {
  alias: "t",
  from: (at) => sql`project_year_term AS t JOIN project AS p ON ${ofProject("t")} ${stageOnDay.joins.status(at)}`,
  where: (at) => sql`t.year = ${at.year} AND ${held("t", at)} AND st.status IS DISTINCT FROM 'withdrawn'`,
  joins: {
    stage: stageOnDay.joins.stage,
    light: stageOnDay.joins.light,
    movedDays,
    report: (at) => sql`LEFT JOIN LATERAL (
      SELECT x.completed_wan FROM progress_report x
      WHERE ${ofProject("x")} AND x.year = t.year AND x.status IN ('submitted', 'verified') AND x.as_of_on <= ${at.on}
      ORDER BY x.as_of_on DESC LIMIT 1) r ON true`,
    // OFFSET 0: reckoned once a row, however many figures ask it.
    expected: (at) => sql`CROSS JOIN LATERAL (SELECT expected_wan(t.plan_wan, t.months_wan, t.year, ${at.on}) AS wan OFFSET 0) ex`,
    funds: (at) => sql`LEFT JOIN LATERAL (
      SELECT sum(x.amount_wan) FILTER (WHERE x.kind = 'planned') AS due, sum(x.amount_wan) FILTER (WHERE x.kind = 'received') AS received FROM fund_entry x
      WHERE ${ofProject("x")} AND x.year = t.year AND x.withdrawn_on IS NULL AND x.day <= ${at.on}) fu ON true`,
    duties: (at) => sql`LEFT JOIN LATERAL (SELECT count(*) AS leads FROM duty x WHERE ${ofProject("x")} AND x.kind = 'lead' AND ${held("x", at)}) du ON true`,
    siteUnits: (at) => sql`LEFT JOIN LATERAL (SELECT count(*) AS forces FROM site_unit x WHERE ${ofProject("x")} AND ${held("x", at)}) su ON true`,
  },
  columns: {
    ...projectColumns,
    ...stageColumns,
    status: plain("st.status"),
    level: plain("t.level"),
    kind: plain("t.kind"),
    plan: plain("t.plan_wan"),
    before: plain("t.invested_before_wan"),
    months: plain("t.months_wan"),
    completed: { ...plain("coalesce(r.completed_wan, 0)"), joins: ["report"] },
    expected: { ...plain("ex.wan"), joins: ["expected"] },
    ahead: { ...plain("(coalesce(r.completed_wan, 0) - ex.wan)"), joins: ["report", "expected"] },
    fundsDue: { ...plain("coalesce(fu.due, 0)"), joins: ["funds"] },
    fundsReceived: { ...plain("coalesce(fu.received, 0)"), joins: ["funds"] },
    leads: { ...plain("du.leads"), joins: ["duties"] },
    taskForces: { ...plain("su.forces"), joins: ["siteUnits"] },
    plannedStart: { ...plain("(CASE WHEN mo.id IS NULL THEN p.baseline_start_on ELSE mo.planned_start_on END)"), joins: ["movedDays"] },
    baselineCompletion: plain("p.baseline_completion_on"),
    completedOn: { sql: (at) => sql`(SELECT min(x.from_on) FROM stage_span x WHERE ${ofProject("x")} AND x.stage = 'completed' AND x.from_on <= ${at.on} AND (x.to_on IS NULL OR x.to_on > x.from_on))` },
  },
  row: projectRow,
} as const satisfies Base;

export const keyProjectFigures = figuresOn(years as Base<keyof typeof years.columns>, "year")({
  "key-projects": { measure: { is: "count" } },
  "key-projects-total": { measure: { is: "sum", of: "total" }, unit: "wan" },
  "key-projects-plan": { measure: { is: "sum", of: "plan" }, unit: "wan" },
  "key-projects-before": { measure: { is: "sum", of: "before" }, unit: "wan" },
  "key-projects-completed": { measure: { is: "sum", of: "completed" }, unit: "wan" },
  "key-projects-expected": { measure: { is: "sum", of: "expected" }, unit: "wan" },
  // As in the four rates, suspended projects stand beside these two.
  "key-projects-completion-rate": { where: ({ status }) => sql`${status} = 'active'`, measure: { is: "share", part: { of: "completed" }, whole: { of: "plan" } }, unit: "percent" },
  "key-projects-ahead": { where: ({ status }) => sql`${status} = 'active'`, measure: { is: "share", part: { of: "ahead" }, whole: { of: "plan" } }, unit: "points" },
  "key-projects-smallest-total": { measure: { is: "smallest", of: "total" }, unit: "wan" },
  "key-projects-new": { where: ({ kind }) => sql`${kind} = 'new'`, measure: { is: "count" } },
  "key-projects-continuing": { where: ({ kind }) => sql`${kind} = 'continuing'`, measure: { is: "count" } },
  "key-projects-suspended": { where: ({ status }) => sql`${status} = 'suspended'`, measure: { is: "count" } },
  "key-projects-preparing": { where: ({ stage }) => sql`NOT ${begun(stage)}`, measure: { is: "count" } },
  "key-projects-started": { where: ({ stage }) => begun(stage), measure: { is: "count" } },
  "key-projects-scheduled": { where: ({ months }) => sql`cardinality(${months}) = 12`, measure: { is: "count" } },
  "key-projects-with-lead": { where: ({ leads }) => sql`${leads} > 0`, measure: { is: "count" } },
  "key-projects-without-lead": { where: ({ leads }) => sql`${leads} = 0`, measure: { is: "count" } },
  "key-projects-lead-rate": { measure: { is: "share", part: { where: ({ leads }) => sql`${leads} > 0` }, whole: {} }, unit: "percent" },
  "key-projects-leads-each": { measure: { is: "share", part: { of: "leads" }, whole: {} }, unit: "each" },
  "key-projects-most-leads": { measure: { is: "largest", of: "leads" } },
  "key-projects-with-task-force": { where: ({ taskForces }) => sql`${taskForces} > 0`, measure: { is: "count" } },
  "key-projects-task-forces-each": { measure: { is: "share", part: { of: "taskForces" }, whole: {} }, unit: "each" },
  "key-projects-most-task-forces": { measure: { is: "largest", of: "taskForces" } },
  "key-projects-whitelisted": { where: (_, at) => whitelisted(at), measure: { is: "count" } },
});

// Suspended projects stand beside the four rates, not in them.
export const rateFigures = figuresOn(years as Base<keyof typeof years.columns>, "year")({
  "rate-funds": { where: ({ status }) => sql`${status} = 'active'`, measure: { is: "share", part: { of: "fundsReceived" }, whole: { of: "fundsDue" } }, unit: "percent" },
  "rate-start": {
    where: ({ status, plannedStart }, at) => sql`${status} = 'active' AND ${plannedStart} <= ${at.on}`,
    measure: { is: "share", part: { where: ({ stage }) => begun(stage) }, whole: {} },
    unit: "percent",
  },
  "rate-investment": { where: ({ status }) => sql`${status} = 'active'`, measure: { is: "share", part: { of: "completed" }, whole: { of: "plan" } }, unit: "percent" },
  "rate-completion": {
    where: ({ status, baselineCompletion }, at) => sql`${status} = 'active' AND ${baselineCompletion} <= ${at.on}`,
    measure: { is: "share", part: { where: ({ stage, completedOn, baselineCompletion }) => sql`${finished(stage)} AND ${completedOn} <= ${baselineCompletion}` }, whole: {} },
    unit: "percent",
  },
});

/** Every project that stood in the ledger on the day, key project or not, and was not withdrawn. */
const projects = {
  alias: "p",
  from: () => sql`project AS p`,
  where: (at) => sql`EXISTS (SELECT 1 FROM stage_span x WHERE ${ofProject("x")} AND ${held("x", at)})
    AND NOT EXISTS (SELECT 1 FROM status_span x WHERE ${ofProject("x")} AND x.status = 'withdrawn' AND ${held("x", at)})`,
  joins: stageOnDay.joins,
  columns: { ...projectColumns, ...stageColumns },
  row: projectRow,
} as const satisfies Base;

export const projectFigures = figuresOn(projects as Base<keyof typeof projects.columns>, "stock")({
  projects: { measure: { is: "count" } },
  "projects-total": { measure: { is: "sum", of: "total" }, unit: "wan" },
  "projects-smallest-total": { measure: { is: "smallest", of: "total" }, unit: "wan" },
  "projects-whitelisted": { where: (_, at) => whitelisted(at), measure: { is: "count" } },
});

/** Projects that were being built on at least one day of a time. */
const works = {
  ...projects,
  where: (at) => sql`EXISTS (SELECT 1 FROM stage_span x WHERE ${ofProject("x")} AND x.stage = 'started' AND ${overlapping("x", at)})
    AND EXISTS (SELECT 1 FROM status_span x WHERE ${ofProject("x")} AND x.status = 'active' AND ${overlapping("x", at)})`,
} as const satisfies Base;

export const workFigures = figuresOn(works as Base<keyof typeof works.columns>, "flow")({
  "projects-under-way": { measure: { is: "count" } },
  "projects-under-way-total": { measure: { is: "sum", of: "total" }, unit: "wan" },
});

/** Projects by the stage they came to in a time; one that was taken back and came again counts once, by its last day. */
const stages = {
  alias: "x",
  from: () => sql`stage_span AS x JOIN project AS p ON ${ofProject("x")}`,
  where: (at) => sql`x.from_on BETWEEN ${at.from} AND ${at.on} AND (x.to_on IS NULL OR x.to_on > x.from_on)
    AND NOT EXISTS (SELECT 1 FROM stage_span y WHERE ${ofProject("y")} AND y.stage = x.stage AND y.from_on > x.from_on AND y.from_on <= ${at.on} AND (y.to_on IS NULL OR y.to_on > y.from_on))`,
  joins: {},
  columns: { ...projectColumns, stage: plain("x.stage") },
  row: { ...projectRow, day: "x.from_on", code: "x.stage" },
} as const satisfies Base;

export const stageFigures = figuresOn(stages as Base<keyof typeof stages.columns>, "flow")({
  "stage-entries": { measure: { is: "count" } },
  "stage-entries-total": { measure: { is: "sum", of: "total" }, unit: "wan" },
  "stage-entries-smallest-total": { measure: { is: "smallest", of: "total" }, unit: "wan" },
});

const entered = (stage: string) => sql`(SELECT min(x.from_on) FROM stage_span x WHERE ${ofProject("x")} AND x.stage = ${Prisma.raw(`'${stage}'`)} AND (x.to_on IS NULL OR x.to_on > x.from_on))`;
const between = (from: string, to: string) => ({ sql: () => sql`round((${entered(to)} - ${entered(from)}) * 12 / 365.2425, 1)` });

/** How long projects took from a stage to another that they had reached by the day. */
const courses = {
  ...projects,
  columns: {
    ...projects.columns,
    signedToProduction: between("signed", "in_production"),
    landedToProduction: between("landed", "in_production"),
    startedToProduction: between("started", "in_production"),
    startedToCompletion: between("started", "completed"),
    production: { sql: () => entered("in_production") },
    completion: { sql: () => entered("completed") },
  },
} as const satisfies Base;

export const courseFigures = figuresOn(courses as Base<keyof typeof courses.columns>, "stock")({
  "months-signed-to-production": { where: ({ signedToProduction, production }, at) => sql`${signedToProduction} IS NOT NULL AND ${production} <= ${at.on}`, measure: { is: "largest", of: "signedToProduction" }, unit: "months" },
  "months-landed-to-production": { where: ({ landedToProduction, production }, at) => sql`${landedToProduction} IS NOT NULL AND ${production} <= ${at.on}`, measure: { is: "largest", of: "landedToProduction" }, unit: "months" },
  "months-started-to-production": { where: ({ startedToProduction, production }, at) => sql`${startedToProduction} IS NOT NULL AND ${production} <= ${at.on}`, measure: { is: "largest", of: "startedToProduction" }, unit: "months" },
  "months-started-to-completion": { where: ({ startedToCompletion, completion }, at) => sql`${startedToCompletion} IS NOT NULL AND ${completion} <= ${at.on}`, measure: { is: "largest", of: "startedToCompletion" }, unit: "months" },
});

/** Nodes of the schedules, without those that had been taken out. */
const milestones = {
  alias: "x",
  from: () => sql`milestone AS x JOIN project AS p ON ${ofProject("x")}`,
  where: (at) => sql`(x.withdrawn_on IS NULL OR x.withdrawn_on > ${at.on})`,
  joins: { status: stageOnDay.joins.status, moves: (at) => sql`LEFT JOIN moved_milestone AS mm ON mm.district_id = x.district_id AND mm.milestone_id = x.id AND ${held("mm", at)}` },
  columns: { ...projectColumns, status: stageColumns.status, due: { ...plain("coalesce(mm.due_on, x.baseline_on)"), joins: ["moves"] }, done: plain("x.done_on") },
  row: { kind: "milestone", id: "p.id", name: "x.name || '（' || p.name || '）'", day: "x.due_on" },
} as const satisfies Base;

export const milestoneFigures = figuresOn(milestones as Base<keyof typeof milestones.columns>, "stock")({
  "milestones-due": { where: ({ due }, at) => sql`${due} <= ${at.on}`, measure: { is: "count" } },
  "milestones-late": { where: ({ due, done, status }, at) => sql`${due} < ${at.on} AND (${done} IS NULL OR ${done} > ${at.on}) AND ${status} = 'active'`, measure: { is: "count" } },
  "milestones-reached": { where: ({ done }, at) => sql`${done} <= ${at.on}`, measure: { is: "count" } },
});
