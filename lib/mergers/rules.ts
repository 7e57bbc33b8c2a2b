import type { RefusalCode } from "@/lib/foundation/refusal";

type Merging = { id: string; districtId: string; retiredOn: unknown };

/** Why a unit may not be merged into another, or null. */
export function whyNotMerge(unit: Merging, into: Merging): RefusalCode | null {
  if (unit.id === into.id) return "mergeIntoItself";
  if (unit.districtId !== into.districtId) return "notFound";
  if (unit.retiredOn || into.retiredOn) return "isRetired";
  return null;
}

type Unit = { id: string; districtId: string; districtIds: readonly string[] };

/** Which projects a merger hands over, of the districts that its actor reaches: answered for by the unit, standing in it, and with it on site. */
export const projectsOf = ({ id, districtId, districtIds }: Unit) => ({
  projects: { districtId: { in: [...districtIds] }, responsibleUnitDistrictId: districtId, responsibleUnitId: id },
  places: { districtId, townshipId: id },
  sites: { districtId: { in: [...districtIds] }, unitDistrictId: districtId, unitId: id, toOn: null },
});
