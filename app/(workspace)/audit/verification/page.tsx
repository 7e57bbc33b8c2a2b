import { getTranslations } from "next-intl/server";
import { ChainReports } from "@/components/audit/chain-reports";
import { VerifyButton } from "@/components/audit/verify-button";
import { formatMoment } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { listChainReports } from "@/lib/audit/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";

/** Recomputes only when asked to: it reads every line there is. */
export default async function VerificationPage({ searchParams }: { searchParams: Promise<{ run?: string }> }) {
  const actor = await requireActor("audit.verify");
  const [t, { run }] = await Promise.all([getTranslations("audit"), searchParams]);
  const reports = run ? await listChainReports(actor) : null;
  return (
    <>
      <PageHeader
        title={t("verification.title")}
        description={reports ? t("verification.verifiedAt", { at: formatMoment(new Date()) }) : t("verification.description")}
        trail={[{ label: t("title"), href: "/audit" }, { label: t("verification.title") }]}
        actions={<VerifyButton label={t(reports ? "verification.again" : "verification.run")} />}
      />
      {reports && <ChainReports reports={reports} />}
    </>
  );
}
