import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/ui/status-tag";

export async function CadreState({ retiredOn }: { retiredOn: string | null }) {
  const t = await getTranslations("cadres");
  return <StatusTag tone={retiredOn ? "off" : "good"}>{t(retiredOn ? "state.retired" : "state.active")}</StatusTag>;
}
