import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatFigure, formatMoment } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { RegisteredExport } from "@/lib/audit/queries";
import type { Paged } from "@/lib/foundation/page-of";

type ExportLedgerProps = { exports: Paged<RegisteredExport>; address: PageAddress; hasDistricts: boolean };

/** Every export with its number, and the way back to what it was asked for. */
export async function ExportLedger({ exports, address, hasDistricts }: ExportLedgerProps) {
  const t = await getTranslations("audit");
  if (exports.total === 0) return <EmptyState title={t("exports.none")} description={t("exports.noneNext")} />;
  const columns: (Column<RegisteredExport> | false)[] = [
    { key: "number", header: t("exports.number"), onPhone: "title", render: ({ year, number }) => t("exports.numbered", { year: String(year), number: String(number) }) },
    { key: "at", header: t("fields.at"), render: ({ exportedAt }) => formatMoment(exportedAt) },
    { key: "by", header: t("fields.by"), render: ({ by }) => by },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    { key: "rows", header: t("exports.rows"), align: "end", render: ({ rowCount }) => formatFigure(rowCount) },
    {
      key: "filter", header: t("exports.filter"),
      render: ({ filter }) => <Link href={`/audit?${new URLSearchParams(filter)}`} prefetch={false}>{t("exports.sameFilter", { count: Object.keys(filter).length })}</Link>,
    },
  ];
  return (
    <>
      <Ledger caption={t("exports.title")} columns={columns.filter((column) => column !== false)} rows={exports.rows} rowKey={({ id }) => id} address={address} />
      <Pagination address={address} page={exports.page} pageSize={exports.perPage} total={exports.total} />
    </>
  );
}
