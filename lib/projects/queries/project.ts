import { mayIn } from "@/lib/foundation/access/policy";
import { reaches, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dayFromDate, yearOf, type Day } from "@/lib/foundation/calendar";
import { minusWan, percentOf, wanFrom, type Wan } from "@/lib/foundation/money";
import { reading } from "@/lib/foundation/read";
import { expectedWan } from "@/lib/lights/rules/expectation";
import type { Prisma } from "@/prisma/generated/client";
import { codeOf, isRenewalDue } from "../rules";

const day = (date: Date | null): Day | null => date && dayFromDate(date);

function yearAsRead(row: Prisma.ProjectYearGetPayload<object>, today: Day) {
  const months = row.monthsWan.map((month) => wanFrom(month));
  const [planWan, completedWan] = [wanFrom(row.planWan), wanFrom(row.completedWan)];
  const expected = expectedWan(planWan, months, row.year, today);
  const [rate, expectedRate] = [percentOf(completedWan, planWan), percentOf(expected, planWan)];
  return {
    id: row.id, year: row.year, level: row.level, kind: row.kind, isListed: row.isListed, goal: row.goal, version: row.version, monthsWan: months, planWan, completedWan,
    investedBeforeWan: wanFrom(row.investedBeforeWan), weekWan: wanFrom(row.weekWan), physicalPercent: row.physicalPercent?.toFixed(2) ?? null, reportOn: day(row.reportOn),
    expectedWan: expected, rate, expectedRate, difference: rate && expectedRate && minusWan(rate, expectedRate),
  };
}
export type YearOfProject = ReturnType<typeof yearAsRead>;

/**
 * What stands above every page of a project: what it is, its years with their figures as of a day, and what this actor may do with it.
 * Null when it does not exist, and when this actor may not see it.
 */
export async function findProjectHead(actor: Actor, id: string, today: Day) {
  const row = await reading(actor).project.findFirst({
    where: { id, AND: [whereOf(actor, "project.read")] },
    select: {
      id: true, districtId: true, codeYear: true, codeNumber: true, name: true, path: true, stage: true, stageOn: true, status: true, statusOn: true, light: true, lightOn: true,
      isWhitelisted: true, responsibleUnitId: true, totalWan: true, version: true, district: { select: { shortName: true } }, statuses: { where: { toOn: null }, select: { renewDueOn: true } }, years: { orderBy: { year: "desc" } },
    },
  });
  if (!row) return null;
  const { district, statuses, years, codeYear, codeNumber, totalWan, stageOn, statusOn, lightOn, ...project } = row;
  const isOpen = row.status !== "withdrawn";
  const listed = years.map((one) => yearAsRead(one, today));
  return {
    ...project, districtName: district.shortName, code: codeOf({ codeYear, codeNumber }), totalWan: wanFrom(totalWan), stageOn: dayFromDate(stageOn), statusOn: dayFromDate(statusOn), lightOn: day(lightOn),
    years: listed,
    isRenewalDue: isRenewalDue(row.status, day(statuses[0]?.renewDueOn ?? null), today),
    /** Of the business year, or else the latest. */
    year: listed.find((one) => one.isListed && one.year === yearOf(today)) ?? listed.find((one) => one.isListed) ?? null,
    mayWrite: isOpen && reaches(actor, "project.write", row),
    mayApprove: reaches(actor, "project.approve", row),
    mayReport: isOpen && reaches(actor, "report.write", row),
    mayVerify: reaches(actor, "report.verify", row),
    mayPlan: isOpen && reaches(actor, "schedule.write", row),
    mayApprovePlan: isOpen && reaches(actor, "schedule.approve", row),
    mayFund: isOpen && reaches(actor, "fund.write", row),
    mayAssign: isOpen && mayIn(actor, "duty.write", row.districtId),
    mayReveal: mayIn(actor, "project.phone", row.districtId),
  };
}
export type ProjectHead = NonNullable<Awaited<ReturnType<typeof findProjectHead>>>;

const named = { select: { name: true } } as const;

/** Everything of a project that stands on its overview: all its facts, and its stages, status and whitelist with their history. */
export async function findProject(actor: Actor, id: string) {
  const row = await reading(actor).project.findFirst({
    where: { id, AND: [whereOf(actor, "project.read")] },
    include: {
      township: named, responsibleUnit: named, builder: named, lead: { select: { name: true, post: true } },
      stages: { orderBy: [{ fromOn: "asc" }, { id: "asc" }] },
      statuses: { orderBy: [{ fromOn: "desc" }, { id: "desc" }] },
      whitelistings: { orderBy: { fromOn: "desc" } },
    },
  });
  if (!row) return null;
  const { phoneCipher, namePinyin, nameInitials, ...shown } = row;
  void [phoneCipher, namePinyin, nameInitials];
  return {
    ...shown,
    code: codeOf(row), totalWan: wanFrom(row.totalWan), townshipName: row.township?.name ?? null, unitName: row.responsibleUnit.name, builderName: row.builder?.name ?? null,
    leadName: row.lead && `${row.lead.name}（${row.lead.post}）`, plannedStartOn: day(row.plannedStartOn), plannedCompletionOn: day(row.plannedCompletionOn), baselineStartOn: day(row.baselineStartOn),
    baselineCompletionOn: day(row.baselineCompletionOn), stageOn: dayFromDate(row.stageOn), startedOn: day(row.startedOn), completedOn: day(row.completedOn), statusOn: dayFromDate(row.statusOn), lightOn: day(row.lightOn),
    // One that ended on its first day held on none; the audit keeps it.
    stages: row.stages.map((span) => ({ ...span, fromOn: dayFromDate(span.fromOn), toOn: day(span.toOn) })).filter(({ fromOn, toOn }) => fromOn !== toOn),
    statuses: row.statuses.map((span) => ({ ...span, fromOn: dayFromDate(span.fromOn), toOn: day(span.toOn), expectedEndOn: day(span.expectedEndOn), renewDueOn: day(span.renewDueOn) })).filter(({ fromOn, toOn }) => fromOn !== toOn),
    whitelistings: row.whitelistings.map((span) => ({ id: span.id, fromOn: dayFromDate(span.fromOn), toOn: day(span.toOn) })),
  };
}
export type Project = NonNullable<Awaited<ReturnType<typeof findProject>>>;

export type ProjectChoice = { id: string; name: string; districtId: string; keywords: string };

export const projectChoicesAtMost = 2000;

/** Projects that were not withdrawn, for a choice: of one district, or of all the actor reads. Past the limit, the first by name. */
export async function listProjectChoices(actor: Actor, districtId?: string): Promise<ProjectChoice[]> {
  const rows = await reading(actor).project.findMany({
    where: { AND: [whereOf(actor, "project.read"), districtId ? { districtId } : {}], status: { not: "withdrawn" } },
    select: { id: true, name: true, districtId: true, namePinyin: true, nameInitials: true },
    orderBy: [{ namePinyin: "asc" }, { id: "asc" }],
    take: projectChoicesAtMost,
  });
  return rows.map(({ namePinyin, nameInitials, ...row }) => ({ ...row, keywords: `${namePinyin} ${nameInitials}` }));
}

type Asked = { cursor?: string | undefined; limit: number; districtId?: string | undefined };

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageProjects(actor: Actor, { cursor, limit, districtId, id }: Asked & { id?: string }) {
  const rows = await reading(actor).project.findMany({
    where: { AND: [whereOf(actor, "project.read"), cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}, id ? { id } : {}] },
    omit: { phoneCipher: true, namePinyin: true, nameInitials: true },
    include: { district: { select: { shortName: true } } },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(({ district, cityId, codeYear, codeNumber, responsibleUnitDistrictId, leadDistrictId, lightOn, ...row }) => {
    void [cityId, responsibleUnitDistrictId, leadDistrictId, lightOn];
    return {
      ...row, districtName: district.shortName, code: codeOf({ codeYear, codeNumber }), totalWan: wanFrom(row.totalWan), plannedStartOn: day(row.plannedStartOn), plannedCompletionOn: day(row.plannedCompletionOn),
      baselineStartOn: day(row.baselineStartOn), baselineCompletionOn: day(row.baselineCompletionOn), stageOn: dayFromDate(row.stageOn), startedOn: day(row.startedOn), completedOn: day(row.completedOn), statusOn: dayFromDate(row.statusOn),
    };
  });
}

/** For the API: one project. */
export const findProjectForApi = async (actor: Actor, id: string) => ((await findProjectHead(actor, id, "2000-01-01")) ? ((await pageProjects(actor, { limit: 1, id }))[0] ?? null) : null);

/** For the API: years of projects, by id, after a cursor. */
export async function pageProjectYears(actor: Actor, { cursor, limit, districtId, projectId, year }: Asked & { projectId?: string | undefined; year?: number | undefined }) {
  const rows = await reading(actor).projectYear.findMany({
    where: { AND: [whereOf(actor, "project.read"), cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}, projectId ? { projectId } : {}, year ? { year } : {}] },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(({ reportId, ...row }) => {
    void reportId;
    const text = (wan: Wan | { toFixed(): string }) => wanFrom(wan);
    return {
      ...row, planWan: text(row.planWan), investedBeforeWan: text(row.investedBeforeWan), completedWan: text(row.completedWan), weekWan: text(row.weekWan), monthsWan: row.monthsWan.map(text),
      physicalPercent: row.physicalPercent?.toFixed(2) ?? null, reportOn: day(row.reportOn),
    };
  });
}
