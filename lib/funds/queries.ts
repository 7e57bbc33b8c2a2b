import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dayFromDate } from "@/lib/foundation/calendar";
import { wanFrom, type Wan } from "@/lib/foundation/money";
import { cut, type Page, type Paged, within } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import type { Prisma } from "@/prisma/generated/client";
import type { FundKind } from "@/prisma/generated/enums";
import { fundLines, type FundLine } from "./rules";
import { fundKinds, fundSources, type FundFilter } from "./schema";

const shown = {
  id: true, districtId: true, projectId: true, year: true, source: true, kind: true, day: true, amountWan: true, note: true,
  withdrawnOn: true, withdrawReason: true, version: true,
  project: { select: { name: true } }, district: { select: { shortName: true } },
} as const satisfies Prisma.FundEntrySelect;

const asRead = ({ project, district, day, amountWan, withdrawnOn, ...row }: Prisma.FundEntryGetPayload<{ select: typeof shown }>) => ({
  ...row, projectName: project?.name ?? null, districtName: district.shortName,
  day: dayFromDate(day), amountWan: wanFrom(amountWan), withdrawnOn: withdrawnOn && dayFromDate(withdrawnOn),
});
export type FundEntry = ReturnType<typeof asRead>;

/** Every reader of funds reads all of a district's; the reach of its writers alone is by project. */
const readable = (actor: Actor) => whereOf(actor, "fund.read");

const matching = (actor: Actor, { districtId, year, source, kind, of, withdrawn }: FundFilter): Prisma.FundEntryWhereInput => ({
  ...readable(actor),
  AND: [
    districtId ? { districtId } : {},
    year ? { year } : {},
    source ? { source } : {},
    kind ? { kind } : {},
    of ? { projectId: of === "whole" ? null : { not: null } } : {},
    withdrawn === "all" ? {} : { withdrawnOn: withdrawn === "only" ? { not: null } : null },
  ],
});

/** Amounts of the districts the actor reads, the latest day first. */
export async function listFunds(actor: Actor, filter: FundFilter, page: Page): Promise<Paged<FundEntry>> {
  const db = reading(actor);
  const where = matching(actor, filter);
  const total = await db.fundEntry.count({ where });
  const at = within(page, total);
  const rows = await db.fundEntry.findMany({ where, select: shown, orderBy: [{ day: "desc" }, { id: "desc" }], ...cut(at) });
  return { total, ...at, rows: rows.map(asRead) };
}

/** What is filtered, summed by kind; what was withdrawn does not count. */
export async function sumFunds(actor: Actor, filter: FundFilter): Promise<Record<FundKind, Wan>> {
  const groups = await reading(actor).fundEntry.groupBy({ by: ["kind"], where: { ...matching(actor, filter), withdrawnOn: null }, _sum: { amountWan: true } });
  const sumOf = (kind: FundKind): Wan => {
    const sum = groups.find((group) => group.kind === kind)?._sum.amountWan;
    return sum ? wanFrom(sum) : "0";
  };
  return { planned: sumOf("planned"), received: sumOf("received"), spent: sumOf("spent") };
}

/** Years of which there are entries, the newest first: of a project, or of all the actor reads. */
export async function listFundYears(actor: Actor, projectId?: string): Promise<number[]> {
  const groups = await reading(actor).fundEntry.groupBy({ by: ["year"], where: { ...readable(actor), ...(projectId ? { AND: [{ projectId }] } : {}) }, orderBy: { year: "desc" } });
  return groups.map(({ year }) => year);
}

/** The entries of a project's year, the latest first, and those that count as lines of source and kind by month. */
export async function findFundsOfYear(actor: Actor, projectId: string, year: number): Promise<{ entries: FundEntry[]; lines: FundLine[] }> {
  const rows = await reading(actor).fundEntry.findMany({
    where: { ...readable(actor), AND: [{ projectId, year }] }, select: shown, orderBy: [{ day: "desc" }, { id: "desc" }], take: 1000,
  });
  const entries = rows.map(asRead);
  const counting = entries.filter(({ withdrawnOn }) => !withdrawnOn).map((entry) => ({ ...entry, month: Number(entry.day.slice(5, 7)) }));
  return { entries, lines: fundLines(counting, fundSources, fundKinds) };
}

type FundPage = { cursor?: string; limit: number; districtId?: string; projectId?: string; year?: number };

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageFunds(actor: Actor, { cursor, limit, ...of }: FundPage): Promise<Omit<FundEntry, "projectName" | "districtName">[]> {
  const rows = await reading(actor).fundEntry.findMany({
    where: { ...readable(actor), AND: [cursor ? { id: { gt: cursor } } : {}, of] }, select: shown, orderBy: { id: "asc" }, take: limit + 1,
  });
  return rows.map((row) => {
    const { id, districtId, projectId, year, source, kind, day, amountWan, note, withdrawnOn, withdrawReason, version } = asRead(row);
    return { id, districtId, projectId, year, source, kind, day, amountWan, note, withdrawnOn, withdrawReason, version };
  });
}
