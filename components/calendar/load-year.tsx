import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { loadKnownYear } from "@/lib/calendar/actions";

/** The year as it was published, where the system brings it along. */
export async function LoadYear({ year, count, districtId }: { year: number; count: number; districtId: string }) {
  const t = await getTranslations("calendar");
  const label = t("load", { year: String(year) });
  return <ConfirmButton label={label} title={t("loadTitle", { year: String(year) })} body={t("loadBody", { count })} confirmLabel={label} doneNotice={t("loaded")} action={loadKnownYear} input={{ districtId, year }} />;
}
