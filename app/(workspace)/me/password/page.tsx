import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { findPasswordProfile } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";

export default async function PasswordPage() {
  const actor = await requireActor("password.own");
  const t = await getTranslations("accounts.password");
  const profile = await readAs(actor, () => findPasswordProfile(actor));
  return (
    <>
      <PageHeader title={t("title")} description={t(actor.mustChangePassword ? "first" : "description")} trail={[{ label: t("title") }]} />
      <Sheet>
        <ClientMessages of={["accounts"]}>
          <ChangePasswordForm login={actor.login ?? ""} profile={profile} isFirst={actor.mustChangePassword} />
        </ClientMessages>
      </Sheet>
    </>
  );
}
