import { Prisma } from "@/prisma/generated/client";
import { listTenants } from "../auth/narrow";
import { mainClient, scopeTransaction } from "../db";
import { env } from "../env";
import { readAnchors, type Anchor } from "./anchor";
import { entryAsText, linkHash, type Algorithm } from "./chain";

export type ChainReport = {
  districtId: string;
  districtName: string;
  sealed: number;
  unsealed: number;
  algorithm: Algorithm | null;
  lastSeq: string | null;
  lastHash: string | null;
  lastSealedAt: Date | null;
  /** Each a sentence in English and data for the page: what is broken, and where. Empty: the chain holds. */
  problems: ChainProblem[];
};
export type ChainProblem = { what: "entryChanged" | "entryMissing" | "sealMissing" | "linkBroken" | "entryUnaccounted" | "endMissing" | "endChanged"; seq: string | null; entryId: string | null };

type Link = { seq: bigint; entry_id: string; algorithm: Algorithm; previous_hash: string; hash: string; sealed_at: Date; fields: (string | null)[] | null };
const atOnce = 2000;
const problemsAtMost = 20;

/** Recomputes every chain from the rows as they stand, and compares its end with the one kept outside the database. */
export async function verifyChains(districtIds: readonly string[]): Promise<ChainReport[]> {
  const tenants = (await listTenants()).filter((one) => districtIds.includes(one.id));
  const anchors = env.AUDIT_ANCHOR_FILE ? readAnchors(env.AUDIT_ANCHOR_FILE) : new Map<string, Anchor[]>();
  const reports: ChainReport[] = [];
  for (const { id, name, city_id } of tenants) {
    reports.push(
      await mainClient().$transaction(
        async (tx) => {
          await scopeTransaction(tx, { districtIds: [id], cityId: city_id }, true);
          // One snapshot: entries sealed while this runs are neither missing nor unaccounted for.
          await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
          return verifyChain(tx, id, name, anchors.get(id) ?? []);
        },
        { timeout: 30 * 60_000, isolationLevel: "RepeatableRead" },
      ),
    );
  }
  return reports;
}

type Db = Parameters<Parameters<ReturnType<typeof mainClient>["$transaction"]>[0]>[0];

async function verifyChain(tx: Db, districtId: string, districtName: string, anchors: Anchor[]): Promise<ChainReport> {
  const problems: ChainProblem[] = [];
  const found = (what: ChainProblem["what"], seq: bigint | null, entryId: string | null = null) => {
    if (problems.length < problemsAtMost) problems.push({ what, seq: seq?.toString() ?? null, entryId });
  };
  let last: Link | null = null;
  let sealed = 0;
  const ends = new Map<string, Set<string>>();
  for (const { seq, hash } of anchors) ends.set(seq, (ends.get(seq) ?? new Set()).add(hash));
  for (;;) {
    const links: Link[] = await tx.$queryRaw<Link[]>(Prisma.sql`
      SELECT s.seq, s.entry_id, s.algorithm, s.previous_hash, s.hash, s.sealed_at, CASE WHEN e.id IS NULL THEN NULL ELSE ${entryAsText} END AS fields
      FROM audit_seal s LEFT JOIN audit_entry e ON e.district_id = s.district_id AND e.id = s.entry_id
      WHERE s.district_id = ${districtId}::uuid AND s.seq > ${last?.seq ?? 0n} ORDER BY s.seq LIMIT ${atOnce}`);
    for (const link of links) {
      const expected: bigint = (last?.seq ?? 0n) + 1n;
      if (link.seq !== expected) found("sealMissing", expected);
      else if (link.previous_hash !== (last?.hash ?? "")) found("linkBroken", link.seq, link.entry_id);
      if (!link.fields) found("entryMissing", link.seq, link.entry_id);
      else if (linkHash(link.algorithm, link.previous_hash, link.seq, link.fields) !== link.hash) found("entryChanged", link.seq, link.entry_id);
      const noted = ends.get(link.seq.toString());
      if (noted && (noted.size > 1 || !noted.has(link.hash))) found("endChanged", link.seq, link.entry_id);
      ends.delete(link.seq.toString());
      last = link;
      sealed++;
    }
    if (links.length < atOnce) break;
  }
  for (const seq of ends.keys()) found("endMissing", BigInt(seq));
  const lost = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM audit_entry e WHERE e.district_id = ${districtId}::uuid
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.district_id = e.district_id AND s.entry_id = e.id)
      AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.district_id = e.district_id AND p.entry_id = e.id) LIMIT ${problemsAtMost}`;
  for (const { id } of lost) found("entryUnaccounted", null, id);
  const gone = await tx.$queryRaw<{ entry_id: string }[]>`
    SELECT p.entry_id FROM audit_pending p WHERE p.district_id = ${districtId}::uuid
      AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.district_id = p.district_id AND e.id = p.entry_id) LIMIT ${problemsAtMost}`;
  for (const { entry_id } of gone) found("entryMissing", null, entry_id);
  const [{ count: unsealed }] = await tx.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM audit_pending WHERE district_id = ${districtId}::uuid`;
  return {
    districtId, districtName, sealed, unsealed: Number(unsealed), algorithm: last?.algorithm ?? null, lastSeq: last?.seq.toString() ?? null,
    lastHash: last?.hash ?? null, lastSealedAt: last?.sealed_at ?? null, problems,
  };
}
