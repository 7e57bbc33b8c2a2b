import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/ui/status-tag";
import type { Unit } from "@/lib/units/queries";

export async function UnitState({ unit }: { unit: Pick<Unit, "retiredOn" | "mergedIntoId"> }) {
  const t = await getTranslations("units");
  const state = unit.mergedIntoId ? "merged" : unit.retiredOn ? "retired" : "active";
  return <StatusTag tone={state === "active" ? "good" : "off"}>{t(`state.${state}`)}</StatusTag>;
}
