import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/ui/status-tag";

export async function EnterpriseState({ retiredOn }: { retiredOn: string | null }) {
  const t = await getTranslations("enterprises");
  return <StatusTag tone={retiredOn ? "off" : "good"}>{t(retiredOn ? "state.retired" : "state.active")}</StatusTag>;
}
