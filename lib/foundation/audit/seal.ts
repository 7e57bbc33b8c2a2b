import { Prisma } from "@/prisma/generated/client";
import { listTenants } from "../auth/narrow";
import { mainClient, scopeTransaction, type Tx } from "../db";
import { env } from "../env";
import { appendAnchors, readAnchors, type Anchor } from "./anchor";
import { entryAsText, linkHash } from "./chain";

const atOnce = 500;

/**
 * Seals what was written since the last time into each district's chain, and notes each chain's new end outside the database.
 * No lock is held across business work; two sealers at once take turns per district. Answers how many entries were sealed.
 */
export async function sealAudit(): Promise<number> {
  const tenants = await listTenants();
  if (tenants.length === 0) return 0;
  const everywhere = { districtIds: tenants.map((one) => one.id), cityId: tenants[0]!.city_id };
  const waiting = await within(everywhere, (tx) => tx.$queryRaw<{ district_id: string }[]>`SELECT DISTINCT district_id FROM audit_pending`);
  const anchors: Anchor[] = [];
  let sealed = 0;
  for (const { district_id: districtId } of waiting) {
    let anchor: Anchor | null = null;
    for (;;) {
      const { count, last } = await within(everywhere, (tx) => sealSome(tx, districtId));
      sealed += count;
      anchor = last ?? anchor;
      if (count < atOnce) break;
    }
    if (anchor) anchors.push(anchor);
  }
  if (env.AUDIT_ANCHOR_FILE) appendAnchors(env.AUDIT_ANCHOR_FILE, [...anchors, ...(await overdueAnchors(everywhere, anchors))]);
  return sealed;
}

async function sealSome(tx: Tx, districtId: string): Promise<{ count: number; last: Anchor | null }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit-seal:' || ${districtId}, 0))::text`;
  const [tip] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM audit_seal WHERE district_id = ${districtId}::uuid ORDER BY seq DESC LIMIT 1`;
  const entries = await tx.$queryRaw<{ id: string; fields: (string | null)[] }[]>(Prisma.sql`
    SELECT e.id, ${entryAsText} AS fields FROM audit_pending p JOIN audit_entry e ON e.district_id = p.district_id AND e.id = p.entry_id
    WHERE p.district_id = ${districtId}::uuid ORDER BY p.entry_id LIMIT ${atOnce}`);
  if (entries.length === 0) return { count: 0, last: null };
  const algorithm = env.AUDIT_ALGORITHM;
  let { seq, hash } = tip ?? { seq: 0n, hash: "" };
  const seals = entries.map(({ id, fields }) => {
    const previousHash = hash;
    seq += 1n;
    hash = linkHash(algorithm, previousHash, seq, fields);
    return { seq: seq.toString(), entryId: id, algorithm, previousHash, hash };
  });
  await tx.$queryRaw`SELECT audit_append_seals(${districtId}::uuid, ${JSON.stringify(seals)}::jsonb)::text`;
  return { count: entries.length, last: { districtId, seq: seq.toString(), hash } };
}

let checkedAnchors = false;

/** Once a process: chains whose end was committed just before a crash and not noted outside. */
async function overdueAnchors(everywhere: { districtIds: string[]; cityId: string }, justNoted: Anchor[]): Promise<Anchor[]> {
  if (checkedAnchors) return [];
  checkedAnchors = true;
  const noted = readAnchors(env.AUDIT_ANCHOR_FILE!);
  const tips = await within(everywhere, (tx) => tx.$queryRaw<{ district_id: string; seq: bigint; hash: string }[]>`
    SELECT DISTINCT ON (district_id) district_id, seq, hash FROM audit_seal ORDER BY district_id, seq DESC`);
  const justNow = new Set(justNoted.map((anchor) => anchor.districtId));
  return tips
    .filter((tip) => !justNow.has(tip.district_id) && tip.seq > BigInt(noted.get(tip.district_id)?.at(-1)?.seq ?? 0))
    .map((tip) => ({ districtId: tip.district_id, seq: tip.seq.toString(), hash: tip.hash }));
}

const within = <T>(scope: { districtIds: string[]; cityId: string }, work: (tx: Tx) => Promise<T>): Promise<T> =>
  mainClient().$transaction(
    async (tx) => {
      await scopeTransaction(tx, scope, false);
      return work(tx);
    },
    { timeout: 60_000 },
  );
