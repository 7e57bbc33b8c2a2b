import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { retireCadre } from "@/lib/cadres/actions";
import type { CadreInLedger } from "@/lib/cadres/queries";

export async function RetireCadre({ cadre: { id, version, name } }: { cadre: Pick<CadreInLedger, "id" | "version" | "name"> }) {
  const t = await getTranslations("cadres");
  return (
    <ConfirmButton
      label={t("retire")}
      title={t("retireTitle", { name })}
      body={t("retireBody")}
      confirmLabel={t("retire")}
      doneNotice={t("retired")}
      tone="danger"
      action={retireCadre}
      input={{ id, version }}
    />
  );
}
