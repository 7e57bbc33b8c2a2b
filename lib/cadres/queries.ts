import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { cut, type Page, type Paged, within } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import { heldOn } from "@/lib/foundation/spans";
import type { Prisma } from "@/prisma/generated/client";
import type { CadreRank } from "@/prisma/generated/enums";
import type { CadreFilter } from "./schema";

const shown = {
  id: true, districtId: true, name: true, unitId: true, post: true, rank: true, phoneMasked: true, retiredOn: true, version: true,
  unit: { select: { name: true, district: { select: { shortName: true } } } },
} as const satisfies Prisma.CadreSelect;

/** Of a cadre of the city, a district's people see name, unit and post alone. */
function asRead(actor: Actor, { unit, retiredOn, rank, phoneMasked, ...row }: Prisma.CadreGetPayload<{ select: typeof shown }>) {
  const isOurs = seesAllOf(actor, row.districtId);
  return {
    ...row,
    unitName: unit.name,
    districtName: unit.district.shortName,
    retiredOn: retiredOn && dayFromDate(retiredOn),
    rank: isOurs ? rank : null,
    phoneMasked: isOurs ? phoneMasked : null,
  };
}
const seesAllOf = (actor: Actor, districtId: string): boolean => actor.districtIds.includes(districtId);
/** Part of a `where`: rows of which this actor sees all. */
const seenWhole = (actor: Actor) => ({ districtId: { in: [...actor.districtIds] } });

export type CadreInLedger = ReturnType<typeof asRead>;
export type CadrePost = { id: string; unitId: string; unitName: string; post: string; rank: CadreRank; fromOn: Day; toOn: Day | null };

const matching = (actor: Actor, { q, districtId, unitId, rank, retired }: CadreFilter): Prisma.CadreWhereInput => ({
  ...whereOf(actor, "cadre.read"),
  AND: [
    districtId ? { districtId } : {},
    unitId ? { unitId } : {},
    // Filtering by what is not shown would show it.
    rank ? { rank, ...seenWhole(actor) } : {},
    retired === "all" ? {} : { retiredOn: retired === "only" ? { not: null } : null },
    foundBy(q),
  ],
});

type Order = Prisma.CadreOrderByWithRelationInput[];
const byName = (direction: "asc" | "desc"): Order => [{ namePinyin: direction }, { id: direction }];
const byUnit = (direction: "asc" | "desc"): Order => [
  { unit: { district: { sortOrder: direction } } }, { districtId: direction }, { unit: { sortOrder: direction } }, { unit: { namePinyin: direction } }, { unitId: direction },
];
/** Within a unit the higher rank comes first. */
function orderOf(sort: CadreFilter["sort"]): Order {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  if (sort.endsWith("name")) return byName(direction);
  if (sort.endsWith("rank")) return [{ rank: direction }, ...byUnit("asc"), ...byName("asc")];
  return [...byUnit(direction), { rank: "asc" }, ...byName("asc")];
}

/** Cadres of the districts the actor reads, and names of their city's; found by name, pinyin or initials. */
export async function listCadres(actor: Actor, filter: CadreFilter, page: Page): Promise<Paged<CadreInLedger>> {
  const db = reading(actor);
  const where = matching(actor, filter);
  const total = await db.cadre.count({ where });
  const at = within(page, total);
  const rows = await db.cadre.findMany({ where, select: shown, orderBy: orderOf(filter.sort), ...cut(at) });
  return { total, ...at, rows: rows.map((row) => asRead(actor, row)) };
}

/** Null when it does not exist, and when this actor may not see it. With the posts held, the newest first. */
export async function findCadre(actor: Actor, id: string): Promise<(CadreInLedger & { posts: CadrePost[] }) | null> {
  const db = reading(actor);
  const row = await db.cadre.findFirst({ where: { id, ...whereOf(actor, "cadre.read") }, select: shown });
  if (!row) return null;
  const posts = await db.cadrePost.findMany({
    where: { ...whereOf(actor, "cadre.read"), AND: [seenWhole(actor)], cadreId: id },
    include: { unit: { select: { name: true } } },
    orderBy: { fromOn: "desc" },
    take: 500,
  });
  return {
    ...asRead(actor, row),
    posts: posts.map((post) => ({
      id: post.id, unitId: post.unitId, unitName: post.unit.name, post: post.post, rank: post.rank,
      fromOn: dayFromDate(post.fromOn), toOn: post.toOn && dayFromDate(post.toOn),
    })),
  };
}

/** Serving cadres, for a choice: of one district, or of all the actor reads. */
export async function listCadreChoices(actor: Actor, districtId?: string): Promise<{ id: string; name: string; districtId: string; unitName: string; post: string; keywords: string }[]> {
  const rows = await reading(actor).cadre.findMany({
    where: { ...whereOf(actor, "cadre.read"), ...(districtId ? { AND: [{ districtId }] } : {}), retiredOn: null },
    select: { id: true, name: true, districtId: true, post: true, namePinyin: true, nameInitials: true, unit: { select: { name: true } } },
    orderBy: byName("asc"),
    take: 2000,
  });
  return rows.map(({ unit, namePinyin, nameInitials, ...row }) => ({ ...row, unitName: unit.name, keywords: `${namePinyin} ${nameInitials}` }));
}

/** Where cadres of the actor's districts served at the end of a day. */
export async function listPostsOn(actor: Actor, day: Day, of: { cadreIds?: string[]; unitId?: string } = {}): Promise<{ cadreId: string; unitId: string; unitName: string; post: string; rank: CadreRank }[]> {
  const rows = await reading(actor).cadrePost.findMany({
    where: {
      ...whereOf(actor, "cadre.read"),
      AND: [
        seenWhole(actor),
        heldOn(day),
        of.cadreIds ? { cadreId: { in: of.cadreIds } } : {},
        of.unitId ? { unitId: of.unitId } : {},
        // Who came and left on one day served at the end of none.
        { cadre: { OR: [{ retiredOn: null }, { retiredOn: { gt: dateOf(day) } }] } },
      ],
    },
    select: { cadreId: true, unitId: true, post: true, rank: true, unit: { select: { name: true } } },
    orderBy: [{ cadreId: "asc" }],
    take: 10_000,
  });
  return rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.name }));
}

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageCadres(actor: Actor, { cursor, limit, districtId, unitId }: { cursor?: string; limit: number; districtId?: string; unitId?: string }): Promise<CadreInLedger[]> {
  const rows = await reading(actor).cadre.findMany({
    where: {
      ...whereOf(actor, "cadre.read"),
      AND: [cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}, unitId ? { unitId } : {}],
    },
    select: shown,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map((row) => asRead(actor, row));
}
