import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { reading } from "@/lib/foundation/read";
import { placeKinds } from "@/lib/projects/rules";
import { projectsOf } from "./rules";

export type MergePreview = { count: number; projects: number; places: number; sites: number; cadres: { id: string; name: string; post: string }[]; targets: { id: string; name: string; keywords: string }[] };

/** What merging a unit would move, and into which units it may go. Null when it cannot be merged by this actor, or at all. */
export async function findMergePreview(actor: Actor, unitId: string): Promise<MergePreview | null> {
  const db = reading(actor);
  const unit = await db.unit.findFirst({ where: { id: unitId, ...whereOf(actor, "unit.write") } });
  if (!unit || unit.retiredOn) return null;
  const { districtId } = unit;
  const serving = { districtId, unitId, retiredOn: null };
  const count = await db.cadre.count({ where: serving });
  const whose = projectsOf({ id: unitId, districtId, districtIds: actor.districtIds });
  const projects = await db.project.count({ where: whose.projects });
  const places = await db.project.count({ where: whose.places });
  const sites = await db.siteUnit.count({ where: whose.sites });
  const cadres = await db.cadre.findMany({
    where: serving,
    select: { id: true, name: true, post: true },
    orderBy: [{ rank: "asc" }, { namePinyin: "asc" }, { id: "asc" }],
    take: 100,
  });
  const targets = await db.unit.findMany({
    // What stands in a township or park goes on standing in one.
    where: { districtId, retiredOn: null, id: { not: unitId }, ...(places > 0 ? { kind: { in: [...placeKinds] } } : {}) },
    select: { id: true, name: true, shortName: true, namePinyin: true, nameInitials: true },
    orderBy: [{ sortOrder: "asc" }, { namePinyin: "asc" }, { id: "asc" }],
    take: 2000,
  });
  return { count, projects, places, sites, cadres, targets: targets.map(({ id, name, ...more }) => ({ id, name, keywords: `${more.shortName} ${more.namePinyin} ${more.nameInitials}` })) };
}
