import { rowsOf, may } from "@/lib/foundation/access/policy";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { verifyChains, type ChainReport } from "@/lib/foundation/audit/verify";
import { addDays, momentOf } from "@/lib/foundation/calendar";
import { cut, type Page, type Paged } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { Prisma } from "@/prisma/generated/client";
import { capabilityToRead, changesOf, firstIdAt, kindsOf, kindsOfProject, linesInHistory, rowsInExport, type Change, type Outcome } from "./rules";
import type { AuditFilter } from "./schema";

export type HistoryLine = {
  id: string; at: string; by: string; via: string; action: string; changes: Change[]; note: string | null;
  /** Which of several records: a report's week, a node's name. Null where the page is about one record. */
  about: string | null;
};

/** Who did what to a record, newest first: for whoever may read that kind, of the districts they act in. */
export async function listHistory(actor: Actor, kind: string, id: string): Promise<HistoryLine[]> {
  if (!mayReadHistory(actor, kind, id)) return [];
  const rows = await reading(actor).auditEntry.findMany({
    where: { districtId: { in: [...actor.districtIds] }, kind, subjectId: id, outcome: "done" },
    orderBy: { id: "desc" },
    take: linesInHistory,
  });
  return withNames(actor, rows.map((row) => lineOf({ ...row, about: null })));
}

type FoundLine = { id: string; at: Date; actorName: string; via: string; action: string; before: unknown; after: unknown; note: string | null; about: string | null };
const lineOf = ({ id, at, actorName, via, action, before, after, note, about }: FoundLine): HistoryLine => ({
  id, at: at.toISOString(), by: actorName, via, action, changes: changesOf(before, after), note, about,
});

/** Who did what to a project and to what is kept of it (years, reports, duties, nodes, money), newest first: of the kinds that this actor may read. */
export async function listProjectHistory(actor: Actor, projectId: string): Promise<HistoryLine[]> {
  const kinds = kindsOfProject.filter((kind) => mayReadHistory(actor, kind, projectId));
  const own = (alias: string) => Prisma.raw(`${alias}.district_id = p.district_id AND ${alias}.project_id = p.id`);
  const rows = await reading(actor).rows<FoundLine>(Prisma.sql`
    SELECT e.id::text, e.at, e.actor_name AS "actorName", e.via, e.action, e.before, e.after, e.note, r.about
    FROM project p CROSS JOIN LATERAL (
      SELECT 'project' AS kind, p.id, NULL AS about
      UNION ALL SELECT 'projectYear', y.id, y.year::text FROM project_year y WHERE ${own("y")}
      UNION ALL SELECT 'progressReport', w.id, w.as_of_on::text FROM progress_report w WHERE ${own("w")}
      UNION ALL SELECT 'duty', d.id, c.name FROM duty d JOIN cadre c ON c.district_id = d.cadre_district_id AND c.id = d.cadre_id WHERE ${own("d")}
      UNION ALL SELECT 'siteUnit', s.id, u.short_name FROM site_unit s JOIN unit u ON u.district_id = s.unit_district_id AND u.id = s.unit_id WHERE ${own("s")}
      UNION ALL SELECT 'builderContact', b.id, b.name FROM builder_contact b WHERE ${own("b")}
      UNION ALL SELECT 'milestone', m.id, m.name FROM milestone m WHERE ${own("m")}
      UNION ALL SELECT 'fundEntry', f.id, f.day::text FROM fund_entry f WHERE ${own("f")}
    ) AS r(kind, id, about)
    JOIN audit_entry e ON e.district_id = p.district_id AND e.kind = r.kind AND e.subject_id = r.id::text AND e.outcome = 'done'
    WHERE ${sqlOf(actor, "project.read", "p")} AND p.id = ${projectId}::uuid AND r.kind = ANY(${kinds}::text[])
    ORDER BY e.id DESC LIMIT ${linesInHistory}`);
  return withNames(actor, rows.map(lineOf));
}

function mayReadHistory(actor: Actor, kind: string, id: string): boolean {
  const capability = capabilityToRead(kind);
  const rows = capability && rowsOf(actor, capability);
  if (rows === "ownEnterprise") return id === actor.enterpriseId;
  if (rows === "own") return id === actor.accountId;
  return rows !== null;
}

const namedBy: Record<string, "unit" | "cadre" | "enterprise"> = {
  unitId: "unit", mergedIntoId: "unit", responsibleUnitId: "unit", townshipId: "unit", cadreId: "cadre", headCadreId: "cadre", enterpriseId: "enterprise", builderId: "enterprise",
};

/** An id among the changes becomes the name of what it points to, where this actor may read that. */
async function withNames(actor: Actor, lines: HistoryLine[]): Promise<HistoryLine[]> {
  const db = reading(actor);
  const names = new Map<string, string>();
  for (const model of ["unit", "cadre", "enterprise"] as const) {
    const pointing = lines.flatMap((line) => line.changes).filter(({ field }) => namedBy[field] === model);
    const ids = [...new Set(pointing.flatMap(({ before, now }) => [before, now]).filter((id) => id !== null))];
    if (ids.length === 0) continue;
    const where = { ...whereOf(actor, `${model}.read`), AND: [{ id: { in: ids } }] };
    const select = { id: true, name: true } as const;
    const rows = model === "unit" ? db.unit.findMany({ where, select }) : model === "cadre" ? db.cadre.findMany({ where, select }) : db.enterprise.findMany({ where, select });
    for (const { id, name } of await rows) names.set(id, name);
  }
  const named = (text: string | null) => (text && names.get(text)) ?? text;
  return lines.map((line) => ({
    ...line,
    changes: line.changes.map((change) => (namedBy[change.field] ? { ...change, before: named(change.before), now: named(change.now) } : change)),
  }));
}

export type AuditLine = {
  id: string; at: string; districtId: string; districtName: string; actorId: string | null; actorName: string; actorRole: string; via: string; address: string | null;
  requestId: string | null; action: string; outcome: Outcome; kind: string; subjectId: string | null; before: unknown; after: unknown; note: string | null;
};

/** Lines of the audit, newest first, after a cursor. One more than the limit tells whether there are older ones. */
export async function searchAudit(actor: Actor, filter: AuditFilter, { cursor, limit }: { cursor?: string; limit: number }): Promise<AuditLine[]> {
  return findLines(actor, filter, limit + 1, cursor ?? null);
}

/** Everything a filter finds, for a file; one more than a file may hold tells that it is too much. */
export const listForExport = (actor: Actor, filter: AuditFilter): Promise<AuditLine[]> => findLines(actor, filter, rowsInExport + 1, null);

async function findLines(actor: Actor, filter: AuditFilter, limit: number, cursor: string | null): Promise<AuditLine[]> {
  const { from, to, by, kind, action, outcome, subjectId, districtId, q } = filter;
  const asked = districtId ? actor.districtIds.filter((one) => one === districtId) : [...actor.districtIds];
  const holds: Prisma.Sql[] = [sqlOf(actor, "audit.read", "a")];
  if (from) holds.push(Prisma.sql`a.id >= ${firstIdAt(momentOf(from))}::uuid`);
  if (to) holds.push(Prisma.sql`a.id < ${firstIdAt(momentOf(addDays(to, 1)))}::uuid`);
  if (cursor) holds.push(Prisma.sql`a.id < ${cursor}::uuid`);
  if (by) holds.push(Prisma.sql`(strpos(lower(a.actor_name), lower(${by})) > 0 OR a.actor_id::text = lower(${by}))`);
  if (kind) holds.push(Prisma.sql`a.kind = ANY(${kindsOf(kind)}::text[])`);
  if (action) holds.push(Prisma.sql`starts_with(a.action, ${action})`);
  if (outcome) holds.push(Prisma.sql`a.outcome = ${outcome}`);
  if (subjectId) holds.push(Prisma.sql`a.subject_id = ${subjectId}`);
  if (q) holds.push(Prisma.sql`strpos(lower(concat_ws(' ', a.action, a.note, a.address, a.request_id, a.before, a.after)), lower(${q})) > 0`);
  // Each district's newest by its own key, then the newest of these: no sort over the whole audit.
  const rows = await reading(actor).rows<Omit<AuditLine, "at"> & { at: Date }>(Prisma.sql`
    SELECT e.id::text, e.at, e.district_id::text AS "districtId", d.short_name AS "districtName", e.actor_id::text AS "actorId", e.actor_name AS "actorName",
           e.actor_role AS "actorRole", e.via, e.address, e.request_id AS "requestId", e.action, e.outcome, e.kind, e.subject_id AS "subjectId", e.before, e.after, e.note
    FROM district d CROSS JOIN LATERAL (
      SELECT a.* FROM audit_entry a WHERE a.district_id = d.id AND ${Prisma.join(holds, " AND ")} ORDER BY a.id DESC LIMIT ${limit}
    ) e WHERE d.id = ANY(${asked}::uuid[]) ORDER BY e.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export type RegisteredExport = { id: string; year: number; number: number; by: string; districtName: string; filter: Record<string, string>; rowCount: number; exportedAt: string };

/** The register of exports, the latest first. */
export async function listExports(actor: Actor, page: Page): Promise<Paged<RegisteredExport>> {
  const db = reading(actor);
  const where = whereOf(actor, "audit.read");
  const total = await db.auditExport.count({ where });
  const rows = await db.auditExport.findMany({
    where,
    include: { account: { select: { name: true, district: { select: { shortName: true } } } } },
    orderBy: { id: "desc" },
    ...cut(page),
  });
  return {
    total, ...page,
    rows: rows.map(({ id, year, number, account, filter, rowCount, exportedAt }) => ({
      id, year, number, rowCount, by: account.name, districtName: account.district.shortName, filter: filter as Record<string, string>, exportedAt: exportedAt.toISOString(),
    })),
  };
}

/** Every chain the actor may verify, recomputed now. */
export async function listChainReports(actor: Actor): Promise<ChainReport[]> {
  return may(actor, "audit.verify") ? verifyChains(actor.districtIds) : [];
}
