import type { RefusalCode } from "@/lib/foundation/refusal";

/** Why a unit may not be merged into another, or null. Both belong to one district, which the database holds to as well. */
export function whyNotMerge(unit: { id: string; retiredOn: unknown }, into: { id: string; retiredOn: unknown }): RefusalCode | null {
  if (unit.id === into.id) return "mergeIntoItself";
  if (unit.retiredOn || into.retiredOn) return "isRetired";
  return null;
}
