import { getTranslations } from "next-intl/server";
import { MakeTokenForm } from "@/components/accounts/make-token-form";
import { RevokeToken } from "@/components/accounts/revoke-token";
import { TokenTable } from "@/components/accounts/token-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section, Sheet } from "@/components/ui/section";
import { listOwnTokens } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";

export default async function TokensPage() {
  const actor = await requireActor("token.own");
  const t = await getTranslations("accounts.tokens");
  const tokens = await readAs(actor, () => listOwnTokens(actor));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} trail={[{ label: t("title") }]} actions={<LinkButton href="/api-docs">{t("docs")}</LinkButton>} />
      <TokenTable tokens={tokens} pathname="/me/tokens" actions={(token) => <RevokeToken token={token} />} />
      <Section title={t("make")}>
        <Sheet>
          <ClientMessages of={["accounts"]}>
            <MakeTokenForm />
          </ClientMessages>
        </Sheet>
      </Section>
    </>
  );
}
