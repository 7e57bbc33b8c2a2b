import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { readSorting, type PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { CadreInLedger } from "@/lib/cadres/queries";
import { cadreSorts, type CadreFilter } from "@/lib/cadres/schema";
import type { Paged } from "@/lib/foundation/page-of";
import { CadreState } from "./cadre-state";

type CadreLedgerProps = { cadres: Paged<CadreInLedger>; filter: CadreFilter; address: PageAddress; hasDistricts: boolean; mayAdd: boolean };

export async function CadreLedger({ cadres, filter, address, hasDistricts, mayAdd }: CadreLedgerProps) {
  const t = await getTranslations("cadres");
  if (cadres.total === 0) {
    const isFiltered = Object.values({ ...address.params, page: undefined, sort: undefined }).some(Boolean);
    if (isFiltered) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/cadres">{t("clear")}</LinkButton>} />;
    return <EmptyState title={t("empty")} description={t("emptyNext")} action={mayAdd && <LinkButton href="/cadres/new" tone="primary">{t("add")}</LinkButton>} />;
  }
  const columns: (Column<CadreInLedger> | false)[] = [
    {
      key: "name", header: t("fields.name"), isSortable: true, onPhone: "title",
      render: ({ id, name }) => <Link href={`/cadres/${id}`} prefetch={false}>{name}</Link>,
    },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    {
      key: "unit", header: t("fields.unit"), isSortable: true,
      render: ({ unitId, unitName }) => <Link href={`/units/${unitId}`} prefetch={false}>{unitName}</Link>,
    },
    { key: "post", header: t("fields.post"), render: ({ post }) => post },
    { key: "rank", header: t("fields.rank"), isSortable: true, render: ({ rank }) => (rank ? t(`ranks.${rank}`) : nothing) },
    { key: "phone", header: t("fields.phone"), render: ({ phoneMasked }) => phoneMasked ?? nothing },
    filter.retired !== "no" && { key: "state", header: t("fields.state"), render: (cadre) => <CadreState retiredOn={cadre.retiredOn} /> },
  ];
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={columns.filter((column) => column !== false)}
        rows={cadres.rows}
        rowKey={(row) => row.id}
        address={address}
        sorting={readSorting(address.params.sort, cadreSorts, "unit")}
      />
      <Pagination address={address} page={cadres.page} pageSize={cadres.perPage} total={cadres.total} />
    </>
  );
}
