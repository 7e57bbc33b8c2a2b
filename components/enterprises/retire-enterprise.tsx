import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { reinstateEnterprise, retireEnterprise } from "@/lib/enterprises/actions";
import type { EnterpriseInLedger } from "@/lib/enterprises/queries";

type RetireEnterpriseProps = { enterprise: Pick<EnterpriseInLedger, "id" | "version" | "name" | "retiredOn"> };

/** Out of the register, or back into it. */
export async function RetireEnterprise({ enterprise: { id, version, name, retiredOn } }: RetireEnterpriseProps) {
  const t = await getTranslations("enterprises");
  const input = { id, version };
  if (retiredOn) {
    return (
      <ConfirmButton
        label={t("reinstate")}
        title={t("reinstateTitle", { name })}
        body={t("reinstateBody")}
        confirmLabel={t("reinstate")}
        doneNotice={t("reinstated")}
        action={reinstateEnterprise}
        input={input}
      />
    );
  }
  return (
    <ConfirmButton
      label={t("retire")}
      title={t("retireTitle", { name })}
      body={t("retireBody")}
      confirmLabel={t("retire")}
      doneNotice={t("retired")}
      tone="danger"
      action={retireEnterprise}
      input={input}
    />
  );
}
