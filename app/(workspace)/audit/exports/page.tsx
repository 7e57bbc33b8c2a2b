import { getTranslations } from "next-intl/server";
import { ExportLedger } from "@/components/audit/export-ledger";
import { PageHeader } from "@/components/ui/page-header";
import { listExports } from "@/lib/audit/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function ExportsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("audit.read");
  const [t, params] = await Promise.all([getTranslations("audit"), searchParams]);
  const exports = await readAs(actor, () => listExports(actor, { page: pageNumber.parse(params.page), perPage: 50 }));
  return (
    <>
      <PageHeader title={t("exports.title")} description={t("exports.description")} trail={[{ label: t("title"), href: "/audit" }, { label: t("exports.title") }]} />
      <ExportLedger exports={exports} address={{ pathname: "/audit/exports", params }} hasDistricts={actor.districtIds.length > 1} />
    </>
  );
}
