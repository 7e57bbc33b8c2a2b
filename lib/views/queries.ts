import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { reading } from "@/lib/foundation/read";
import type { Place } from "./schema";

export type SavedView = { id: string; version: number; name: string; address: string; isForUnit: boolean; isOwn: boolean };

/** The views of a ledger that this person saved, and those that were saved for their unit. */
export async function listViews(actor: Actor, place: Place): Promise<SavedView[]> {
  const rows = await reading(actor).savedView.findMany({
    where: { AND: [whereOf(actor, "view.read")], place, removedOn: null, OR: [{ accountId: actor.accountId ?? actor.districtId }, { unitId: { in: [...actor.unitIds] } }] },
    select: { id: true, version: true, name: true, address: true, unitId: true, accountId: true },
    orderBy: [{ unitId: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ unitId, accountId, ...row }) => ({ ...row, isForUnit: unitId !== null, isOwn: accountId === actor.accountId }));
}
