import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dayFromDate } from "@/lib/foundation/calendar";
import { cut, type Page, type Paged, within } from "@/lib/foundation/page-of";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import type { Prisma } from "@/prisma/generated/client";
import type { UnitKind } from "@/prisma/generated/enums";
import type { UnitFilter } from "./schema";

type Row = Prisma.UnitGetPayload<object>;
const asRead = ({ retiredOn, namePinyin, nameInitials, ...row }: Row) => {
  void namePinyin;
  void nameInitials;
  return { ...row, retiredOn: retiredOn && dayFromDate(retiredOn) };
};
export type Unit = ReturnType<typeof asRead>;
export type UnitInLedger = Unit & { districtName: string; cadreCount: number };

const matching = (actor: Actor, { q, districtId, kind, retired }: UnitFilter): Prisma.UnitWhereInput => ({
  ...whereOf(actor, "unit.read"),
  AND: [
    districtId ? { districtId } : {},
    kind ? { kind } : {},
    retired === "all" ? {} : { retiredOn: retired === "only" ? { not: null } : null },
    q?.trim() ? { OR: [foundBy(q), { shortName: { contains: q.trim() } }] } : {},
  ],
});

type Order = Prisma.UnitOrderByWithRelationInput[];
const inOrder = (direction: "asc" | "desc"): Order => [
  { district: { sortOrder: direction } }, { districtId: direction }, { sortOrder: direction }, { namePinyin: direction }, { id: direction },
];
function orderOf(sort: UnitFilter["sort"]): Order {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  if (sort.endsWith("name")) return [{ namePinyin: direction }, { id: direction }];
  if (sort.endsWith("cadres")) return [{ cadres: { _count: direction } }, ...inOrder("asc")];
  return inOrder(direction);
}

/** Units of the districts the actor reads, and their city's; found by name, short name, pinyin or initials. */
export async function listUnits(actor: Actor, filter: UnitFilter, page: Page): Promise<Paged<UnitInLedger>> {
  const db = reading(actor);
  const where = matching(actor, filter);
  const total = await db.unit.count({ where });
  const at = within(page, total);
  const rows = await db.unit.findMany({
    where,
    orderBy: orderOf(filter.sort),
    include: { district: { select: { shortName: true } }, _count: { select: { cadres: { where: { retiredOn: null } } } } },
    ...cut(at),
  });
  return { total, ...at, rows: rows.map(({ district, _count, ...row }) => ({ ...asRead(row), districtName: district.shortName, cadreCount: _count.cadres })) };
}

/** Null when it does not exist, and when this actor may not see it. */
export async function findUnit(actor: Actor, id: string): Promise<(Unit & { districtName: string; mergedInto: { id: string; name: string } | null }) | null> {
  const row = await reading(actor).unit.findFirst({
    where: { id, ...whereOf(actor, "unit.read") },
    include: { district: { select: { shortName: true } }, mergedInto: { select: { id: true, name: true } } },
  });
  if (!row) return null;
  const { district, mergedInto, ...unit } = row;
  return { ...asRead(unit), districtName: district.shortName, mergedInto };
}

export type UnitChoice = { id: string; name: string; kind: UnitKind; districtId: string; keywords: string };

/** Units in use, for a choice: of one district, or of all the actor reads. */
export async function listUnitChoices(actor: Actor, districtId?: string): Promise<UnitChoice[]> {
  const rows = await reading(actor).unit.findMany({
    where: { ...whereOf(actor, "unit.read"), ...(districtId ? { AND: [{ districtId }] } : {}), retiredOn: null },
    select: { id: true, name: true, kind: true, districtId: true, shortName: true, namePinyin: true, nameInitials: true },
    orderBy: [{ sortOrder: "asc" }, { namePinyin: "asc" }],
    take: 2000,
  });
  return rows.map(({ shortName, namePinyin, nameInitials, ...row }) => ({ ...row, keywords: `${shortName} ${namePinyin} ${nameInitials}` }));
}

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageUnits(actor: Actor, { cursor, limit, districtId }: { cursor?: string; limit: number; districtId?: string }): Promise<Unit[]> {
  const rows = await reading(actor).unit.findMany({
    where: { ...whereOf(actor, "unit.read"), AND: [cursor ? { id: { gt: cursor } } : {}, districtId ? { districtId } : {}] },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(asRead);
}
