import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Ledger } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { StatusTag } from "@/components/ui/status-tag";
import type { District } from "@/lib/districts/queries";

export async function DistrictLedger({ rows, address }: { rows: readonly District[]; address: PageAddress }) {
  const t = await getTranslations("districts");
  if (rows.length === 0) return <EmptyState title={t("empty")} description={t("emptyNext")} />;
  return (
    <Ledger
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      address={address}
      columns={[
        { key: "name", header: t("fields.name"), onPhone: "title", render: (row) => <Link href={`/districts/${row.id}`} prefetch={false}>{row.name}</Link> },
        { key: "shortName", header: t("fields.shortName"), render: (row) => row.shortName },
        { key: "kind", header: t("fields.kind"), render: (row) => t(`kinds.${row.kind}`) },
        { key: "state", header: t("state.active"), render: (row) => <StatusTag tone={row.retiredOn ? "off" : "good"}>{t(row.retiredOn ? "state.retired" : "state.active")}</StatusTag> },
      ]}
    />
  );
}
