import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { cut, type Page, type Paged, within } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import { heldOn } from "@/lib/foundation/spans";
import type { Prisma } from "@/prisma/generated/client";
import { normalizeUscc } from "./rules";
import type { EnterpriseFilter } from "./schema";

const shown = {
  id: true, districtId: true, name: true, uscc: true, address: true, contactName: true, phoneMasked: true, isWhitelisted: true, retiredOn: true, version: true,
  district: { select: { shortName: true } },
} as const satisfies Prisma.EnterpriseSelect;

function asRead({ district, retiredOn, ...row }: Prisma.EnterpriseGetPayload<{ select: typeof shown }>) {
  return { ...row, districtName: district.shortName, retiredOn: retiredOn && dayFromDate(retiredOn) };
}
export type EnterpriseInLedger = ReturnType<typeof asRead>;

/** By name, pinyin or initials, or by the beginning of the code. */
const foundByNameOrCode = (q: string | undefined): Prisma.EnterpriseWhereInput =>
  q?.trim() ? { OR: [foundBy(q), { uscc: { startsWith: normalizeUscc(q) } }] } : {};

const matching = (actor: Actor, { q, districtId, whitelisted, retired }: EnterpriseFilter): Prisma.EnterpriseWhereInput => ({
  ...whereOf(actor, "enterprise.read"),
  AND: [
    districtId ? { districtId } : {},
    whitelisted ? { isWhitelisted: whitelisted === "yes" } : {},
    retired === "all" ? {} : { retiredOn: retired === "only" ? { not: null } : null },
    foundByNameOrCode(q),
  ],
});

type Order = Prisma.EnterpriseOrderByWithRelationInput[];
const byName = (direction: "asc" | "desc"): Order => [{ namePinyin: direction }, { id: direction }];
function orderOf(sort: EnterpriseFilter["sort"]): Order {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  if (sort.endsWith("uscc")) return [{ uscc: direction }, { id: direction }];
  if (sort.endsWith("district")) return [{ district: { sortOrder: direction } }, { districtId: direction }, ...byName("asc")];
  return byName(direction);
}

/** Enterprises of the districts the actor reads; an enterprise's own account sees its own. */
export async function listEnterprises(actor: Actor, filter: EnterpriseFilter, page: Page): Promise<Paged<EnterpriseInLedger>> {
  const db = reading(actor);
  const where = matching(actor, filter);
  const total = await db.enterprise.count({ where });
  const at = within(page, total);
  const rows = await db.enterprise.findMany({ where, select: shown, orderBy: orderOf(filter.sort), ...cut(at) });
  return { total, ...at, rows: rows.map(asRead) };
}

/** Null when it does not exist, and when this actor may not see it. With its times on the whitelist, the newest first. */
export async function findEnterprise(actor: Actor, id: string): Promise<(EnterpriseInLedger & { whitelistings: { id: string; fromOn: Day; toOn: Day | null }[] }) | null> {
  const row = await reading(actor).enterprise.findFirst({
    // AND: for an enterprise's account the reach names an id too, which must not replace the one asked for.
    where: { id, AND: [whereOf(actor, "enterprise.read")] },
    select: { ...shown, whitelistings: { select: { id: true, fromOn: true, toOn: true }, orderBy: { fromOn: "desc" }, take: 500 } },
  });
  if (!row) return null;
  const { whitelistings, ...enterprise } = row;
  return {
    ...asRead(enterprise),
    whitelistings: whitelistings.map((span) => ({ id: span.id, fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) })),
  };
}

/** Enterprises in use, for a choice: of one district, or of all the actor reads. */
export async function listEnterpriseChoices(actor: Actor, districtId?: string): Promise<{ id: string; name: string; districtId: string; keywords: string }[]> {
  const rows = await reading(actor).enterprise.findMany({
    where: { ...whereOf(actor, "enterprise.read"), ...(districtId ? { AND: [{ districtId }] } : {}), retiredOn: null },
    select: { id: true, name: true, districtId: true, uscc: true, namePinyin: true, nameInitials: true },
    orderBy: byName("asc"),
    take: 2000,
  });
  return rows.map(({ uscc, namePinyin, nameInitials, ...row }) => ({ ...row, keywords: `${namePinyin} ${nameInitials} ${uscc}` }));
}

/** Which enterprises stood on the whitelist at the end of a day, among those asked about. */
export async function listWhitelistedOn(actor: Actor, day: Day, enterpriseIds: string[]): Promise<string[]> {
  const rows = await reading(actor).enterprise.findMany({
    where: {
      ...whereOf(actor, "enterprise.read"),
      AND: [
        { id: { in: enterpriseIds } },
        { whitelistings: { some: heldOn(day) } },
        // What was listed and retired on one day stood there at the end of none.
        { OR: [{ retiredOn: null }, { retiredOn: { gt: dateOf(day) } }] },
      ],
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageEnterprises(actor: Actor, { cursor, limit, districtId }: { cursor?: string; limit: number; districtId?: string }): Promise<EnterpriseInLedger[]> {
  const rows = await reading(actor).enterprise.findMany({
    where: { ...whereOf(actor, "enterprise.read"), AND: [cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}] },
    select: shown,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(asRead);
}
