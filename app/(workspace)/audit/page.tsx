import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditLedger } from "@/components/audit/audit-ledger";
import { ExportButton } from "@/components/audit/export-button";
import { RefusedNotice } from "@/components/audit/refused-notice";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { searchAudit } from "@/lib/audit/queries";
import { filterFrom } from "@/lib/audit/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { id } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;
const limit = 50;

export default async function AuditPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("audit.read");
  const [t, { refused, reference, ...params }] = await Promise.all([getTranslations("audit"), searchParams]);
  const filter = filterFrom(params);
  const cursor = id.safeParse(params.before).data;
  const [lines, districts] = await readAs(actor, async () => [await searchAudit(actor, filter, { cursor, limit }), await listOwnDistricts(actor)]);
  const olderFrom = lines.length > limit ? lines[limit - 1]!.id : null;
  return (
    <>
      <PageHeader
        title={t("title")} description={t("description")} trail={[{ label: t("title") }]}
        actions={
          <>
            {may(actor, "audit.verify") && <LinkButton href="/audit/verification">{t("verification.title")}</LinkButton>}
            <LinkButton href="/audit/exports">{t("exports.title")}</LinkButton>
            {may(actor, "audit.export") && <ExportButton filter={filter} />}
          </>
        }
      />
      <RefusedNotice code={refused} reference={reference} />
      <AuditFilters filter={filter} districts={districts} />
      <AuditLedger lines={lines.slice(0, limit)} olderFrom={olderFrom} address={{ pathname: "/audit", params }} hasDistricts={districts.length > 1} />
    </>
  );
}
