import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { readSorting, type PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { Paged } from "@/lib/foundation/page-of";
import type { UnitInLedger } from "@/lib/units/queries";
import { unitSorts, type UnitFilter } from "@/lib/units/schema";
import { UnitState } from "./unit-state";

type UnitLedgerProps = { units: Paged<UnitInLedger>; filter: UnitFilter; address: PageAddress; hasDistricts: boolean; mayAdd: boolean };

export async function UnitLedger({ units, filter, address, hasDistricts, mayAdd }: UnitLedgerProps) {
  const t = await getTranslations("units");
  if (units.total === 0) {
    const isFiltered = Object.values({ ...address.params, page: undefined, sort: undefined }).some(Boolean);
    if (isFiltered) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/units">{t("clear")}</LinkButton>} />;
    return <EmptyState title={t("empty")} description={t("emptyNext")} action={mayAdd && <LinkButton href="/units/new" tone="primary">{t("add")}</LinkButton>} />;
  }
  const columns: (Column<UnitInLedger> | false)[] = [
    {
      key: "name", header: t("fields.name"), isSortable: true, onPhone: "title",
      render: ({ id, name }) => <Link href={`/units/${id}`} prefetch={false}>{name}</Link>,
    },
    { key: "shortName", header: t("fields.shortName"), render: ({ shortName }) => shortName },
    { key: "kind", header: t("fields.kind"), render: ({ kind }) => t(`kinds.${kind}`) },
    hasDistricts && { key: "order", header: t("fields.district"), isSortable: true, render: ({ districtName }) => districtName },
    {
      key: "cadres", header: t("fields.cadres"), isSortable: true, align: "end",
      render: ({ id, cadreCount }) => (cadreCount > 0 ? <Link href={`/cadres?unit=${id}`} prefetch={false}>{cadreCount}</Link> : 0),
    },
    filter.retired !== "no" && { key: "state", header: t("fields.state"), render: (unit) => <UnitState unit={unit} /> },
  ];
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={columns.filter((column) => column !== false)}
        rows={units.rows}
        rowKey={(row) => row.id}
        address={address}
        sorting={readSorting(address.params.sort, unitSorts, "order")}
      />
      <Pagination address={address} page={units.page} pageSize={units.perPage} total={units.total} />
    </>
  );
}
