import type { RefusalCode } from "@/lib/foundation/refusal";

type Merging = { id: string; districtId: string; retiredOn: unknown };

/** Why a unit may not be merged into another, or null. */
export function whyNotMerge(unit: Merging, into: Merging): RefusalCode | null {
  if (unit.id === into.id) return "mergeIntoItself";
  if (unit.districtId !== into.districtId) return "notFound";
  if (unit.retiredOn || into.retiredOn) return "isRetired";
  return null;
}
