import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { revokeToken } from "@/lib/accounts/actions";
import type { OwnToken } from "@/lib/accounts/queries";

export async function RevokeToken({ token: { id, name, ending, state } }: { token: OwnToken }) {
  const t = await getTranslations("accounts.tokens");
  if (state !== "valid") return null;
  return (
    <ConfirmButton
      label={t("revoke")} title={t("revokeTitle", { name })} body={t("revokeBody", { ending })} confirmLabel={t("revoke")} doneNotice={t("revoked")} tone="danger"
      action={revokeToken} input={{ id }}
    />
  );
}
