import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { retireUnit } from "@/lib/units/actions";
import type { Unit } from "@/lib/units/queries";

export async function RetireUnit({ unit: { id, version, name } }: { unit: Pick<Unit, "id" | "version" | "name"> }) {
  const t = await getTranslations("units");
  return (
    <ConfirmButton
      label={t("retire")}
      title={t("retireTitle", { name })}
      body={t("retireBody")}
      confirmLabel={t("retire")}
      doneNotice={t("retired")}
      tone="danger"
      action={retireUnit}
      input={{ id, version }}
    />
  );
}
