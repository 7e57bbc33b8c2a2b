import { getTranslations } from "next-intl/server";
import { EndOtherSessions, EndSession } from "@/components/accounts/session-actions";
import { SessionTable } from "@/components/accounts/session-table";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnSessions } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";

export default async function SessionsPage() {
  const actor = await requireActor("session.own");
  const t = await getTranslations("accounts.sessions");
  const sessions = await readAs(actor, () => listOwnSessions(actor));
  return (
    <>
      <PageHeader title={t("own")} description={t("description")} trail={[{ label: t("own") }]} actions={<EndOtherSessions sessions={sessions} />} />
      <SessionTable sessions={sessions} pathname="/me/sessions" actions={(session) => <EndSession session={session} />} />
    </>
  );
}
