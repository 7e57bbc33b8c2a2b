import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { readSorting, type PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import { StatusTag } from "@/components/ui/status-tag";
import type { EnterpriseInLedger } from "@/lib/enterprises/queries";
import { enterpriseSorts, type EnterpriseFilter } from "@/lib/enterprises/schema";
import type { Paged } from "@/lib/foundation/page-of";
import { EnterpriseState } from "./enterprise-state";

type EnterpriseLedgerProps = {
  enterprises: Paged<EnterpriseInLedger>;
  filter: EnterpriseFilter;
  address: PageAddress;
  hasDistricts: boolean;
  mayAdd: boolean;
};

export async function EnterpriseLedger({ enterprises, filter, address, hasDistricts, mayAdd }: EnterpriseLedgerProps) {
  const t = await getTranslations("enterprises");
  if (enterprises.total === 0) {
    const isFiltered = Object.values({ ...address.params, page: undefined, sort: undefined }).some(Boolean);
    if (isFiltered) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/enterprises">{t("clear")}</LinkButton>} />;
    return <EmptyState title={t("empty")} description={t("emptyNext")} action={mayAdd && <LinkButton href="/enterprises/new" tone="primary">{t("add")}</LinkButton>} />;
  }
  const columns: (Column<EnterpriseInLedger> | false)[] = [
    {
      key: "name", header: t("fields.name"), isSortable: true, onPhone: "title",
      render: ({ id, name }) => <Link href={`/enterprises/${id}`} prefetch={false}>{name}</Link>,
    },
    hasDistricts && { key: "district", header: t("fields.district"), isSortable: true, render: ({ districtName }) => districtName },
    { key: "uscc", header: t("fields.uscc"), isSortable: true, render: ({ uscc }) => uscc },
    { key: "contactName", header: t("fields.contactName"), render: ({ contactName }) => contactName ?? nothing },
    { key: "phone", header: t("fields.phone"), render: ({ phoneMasked }) => phoneMasked ?? nothing },
    {
      key: "whitelist", header: t("fields.whitelist"),
      render: ({ isWhitelisted }) => (isWhitelisted ? <StatusTag tone="good">{t("whitelist.yes")}</StatusTag> : nothing),
    },
    filter.retired !== "no" && { key: "state", header: t("fields.state"), render: ({ retiredOn }) => <EnterpriseState retiredOn={retiredOn} /> },
  ];
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={columns.filter((column) => column !== false)}
        rows={enterprises.rows}
        rowKey={(row) => row.id}
        address={address}
        sorting={readSorting(address.params.sort, enterpriseSorts, "name")}
      />
      <Pagination address={address} page={enterprises.page} pageSize={enterprises.perPage} total={enterprises.total} />
    </>
  );
}
