import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { retireAccount, unlockAccount } from "@/lib/accounts/actions";
import type { AccountInFull } from "@/lib/accounts/queries";
import { ResetPassword } from "./reset-password";

/** What an administrator may do with somebody else's account. Of their own they change name and cadre alone. */
export async function AccountActions({ account: { id, version, name, state }, isOwn }: { account: AccountInFull; isOwn: boolean }) {
  const t = await getTranslations("accounts");
  if (isOwn || state === "retired") return null;
  return (
    <>
      {state === "locked" && (
        <ConfirmButton
          label={t("unlock.label")} title={t("unlock.title", { name })} body={t("unlock.body")} confirmLabel={t("unlock.label")} doneNotice={t("unlock.done")}
          action={unlockAccount} input={{ id, version }}
        />
      )}
      <ResetPassword account={{ id, version, name }} />
      <ConfirmButton
        label={t("retire.label")} title={t("retire.title", { name })} body={t("retire.body")} confirmLabel={t("retire.label")} doneNotice={t("retire.done")} tone="danger"
        action={retireAccount} input={{ id, version }}
      />
    </>
  );
}
