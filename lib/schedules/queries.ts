import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dayFromDate, type Day } from "@/lib/foundation/calendar";
import { minusWan, wanFrom, type Wan } from "@/lib/foundation/money";
import { reading } from "@/lib/foundation/read";
import type { Prisma } from "@/prisma/generated/client";

/** A node stands under its project, whose reach it has. */
const ofReadable = (actor: Actor) => ({ districtId: { in: [...actor.districtIds] }, project: whereOf(actor, "schedule.read") }) satisfies Prisma.MilestoneWhereInput;

const shown = {
  id: true, districtId: true, projectId: true, kind: true, name: true, ownerName: true, measure: true,
  baselineOn: true, dueOn: true, doneOn: true, evidence: true, withdrawnOn: true, version: true,
} as const satisfies Prisma.MilestoneSelect;

const dayOrNull = (date: Date | null): Day | null => date && dayFromDate(date);
const asRead = ({ baselineOn, dueOn, doneOn, withdrawnOn, ...row }: Prisma.MilestoneGetPayload<{ select: typeof shown }>) => ({
  ...row, baselineOn: dayFromDate(baselineOn), dueOn: dayFromDate(dueOn), doneOn: dayOrNull(doneOn), withdrawnOn: dayOrNull(withdrawnOn),
});
export type Milestone = ReturnType<typeof asRead>;

/** The schedule of a project, by the day on which each node is due. */
export async function listMilestones(actor: Actor, projectId: string): Promise<Milestone[]> {
  const rows = await reading(actor).milestone.findMany({
    where: { ...ofReadable(actor), projectId }, select: shown, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: 500,
  });
  return rows.map(asRead);
}

export type YearByMonth = { year: number; version: number; planWan: Wan; monthsWan: Wan[]; completedWan: (Wan | null)[] };

/** The years of which a project is a key project, the newest first: the plan of each month, and what was completed in it by the reports that count. */
export async function listYearsByMonth(actor: Actor, projectId: string): Promise<YearByMonth[]> {
  const db = reading(actor);
  const where = { ...whereOf(actor, "schedule.read"), AND: [{ projectId }] };
  const years = await db.projectYear.findMany({
    where: { ...where, isListed: true }, select: { year: true, version: true, planWan: true, monthsWan: true }, orderBy: { year: "desc" }, take: 10,
  });
  const reports = await db.progressReport.findMany({
    where: { ...where, status: { in: ["submitted", "verified"] }, year: { in: years.map(({ year }) => year) } },
    select: { year: true, asOfOn: true, completedWan: true }, orderBy: { asOfOn: "asc" }, take: 1000,
  });
  return years.map(({ year, version, planWan, monthsWan }) => ({
    year, version, planWan: wanFrom(planWan), monthsWan: monthsWan.map((month) => wanFrom(month)),
    completedWan: completedByMonth(reports.flatMap((report) => (report.year === year && report.completedWan ? [{ on: dayFromDate(report.asOfOn), wan: wanFrom(report.completedWan) }] : []))),
  }));
}

/** What each month added to the last report before it; null for a month without a report. */
function completedByMonth(reports: readonly { on: Day; wan: Wan }[]): (Wan | null)[] {
  let before: Wan = "0";
  return Array.from({ length: 12 }, (_, at) => {
    const last = reports.findLast(({ on }) => Number(on.slice(5, 7)) === at + 1);
    if (!last) return null;
    const added = minusWan(last.wan, before);
    before = last.wan;
    return added;
  });
}

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageMilestones(actor: Actor, { cursor, limit, ...of }: { cursor?: string; limit: number; districtId?: string; projectId?: string }): Promise<Milestone[]> {
  const rows = await reading(actor).milestone.findMany({
    where: { ...ofReadable(actor), AND: [cursor ? { id: { gt: cursor } } : {}, of] }, select: shown, orderBy: { id: "asc" }, take: limit + 1,
  });
  return rows.map(asRead);
}
