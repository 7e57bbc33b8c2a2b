import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountActions } from "@/components/accounts/account-actions";
import { AccountDetails } from "@/components/accounts/account-details";
import { AccountState } from "@/components/accounts/account-state";
import { ChangeAccountForm } from "@/components/accounts/change-account-form";
import { SessionTable } from "@/components/accounts/session-table";
import { TokenTable } from "@/components/accounts/token-table";
import { RecordHistory } from "@/components/audit/record-history";
import { PageHeader } from "@/components/ui/page-header";
import { Section, Sheet } from "@/components/ui/section";
import { findAccount, listCadreChoices, listEnterpriseChoices } from "@/lib/accounts/queries";
import { listHistory } from "@/lib/audit/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("account.read");
  const [t, { id }] = await Promise.all([getTranslations("accounts"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const found = await readAs(actor, async () => {
    const account = await findAccount(actor, id);
    if (!account) return null;
    const cadres = await listCadreChoices(actor, [account.districtId], account.cadreId);
    return { account, history: await listHistory(actor, "account", id), choices: { cadres, enterprises: await listEnterpriseChoices(actor, [account.districtId]) } };
  });
  if (!found) notFound();
  const { account, history, choices } = found;
  const mayWrite = mayIn(actor, "account.write", account.districtId) && account.state !== "retired";
  return (
    <ClientMessages of={["accounts"]}>
      <PageHeader
        title={account.name} trail={[{ label: t("title"), href: "/accounts" }, { label: account.login }]} status={<AccountState account={account} />}
        actions={mayWrite && <AccountActions account={account} isOwn={account.id === actor.accountId} />}
      />
      <AccountDetails account={account} hasDistricts={actor.districtIds.length > 1} />
      {mayWrite && <Section title={t("edit")}><Sheet><ChangeAccountForm account={account} choices={choices} /></Sheet></Section>}
      <Section title={t("sessions.title")}><SessionTable sessions={account.sessions} pathname={`/accounts/${id}`} /></Section>
      <Section title={t("tokens.title")}><TokenTable tokens={account.tokens} pathname={`/accounts/${id}`} /></Section>
      <Section title={t("history")}><RecordHistory entries={history} /></Section>
    </ClientMessages>
  );
}
