import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { readSorting, type PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { AccountInLedger } from "@/lib/accounts/queries";
import { accountSorts } from "@/lib/accounts/schema";
import type { Paged } from "@/lib/foundation/page-of";
import { AccountState } from "./account-state";

type AccountLedgerProps = { accounts: Paged<AccountInLedger>; address: PageAddress; hasDistricts: boolean };

export async function AccountLedger({ accounts, address, hasDistricts }: AccountLedgerProps) {
  const t = await getTranslations("accounts");
  if (accounts.total === 0) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/accounts">{t("clear")}</LinkButton>} />;
  const columns: (Column<AccountInLedger> | false)[] = [
    {
      key: "name", header: t("fields.name"), isSortable: true, onPhone: "title",
      render: ({ id, name }) => <Link href={`/accounts/${id}`} prefetch={false}>{name}</Link>,
    },
    { key: "login", header: t("fields.login"), isSortable: true, render: ({ login }) => login },
    { key: "role", header: t("fields.role"), render: ({ role }) => t(`roles.${role}`) },
    hasDistricts && { key: "order", header: t("fields.district"), isSortable: true, render: ({ districtName }) => districtName },
    { key: "belongs", header: t("fields.belongs"), render: ({ cadreName, enterpriseName }) => cadreName ?? enterpriseName },
    { key: "state", header: t("fields.state"), render: (account) => <AccountState account={account} /> },
    { key: "lastSignIn", header: t("fields.lastSignIn"), isSortable: true, render: ({ lastSignInAt }) => formatMoment(lastSignInAt) },
  ];
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={columns.filter((column) => column !== false)}
        rows={accounts.rows}
        rowKey={(row) => row.id}
        address={address}
        sorting={readSorting(address.params.sort, accountSorts, "order")}
      />
      <Pagination address={address} page={accounts.page} pageSize={accounts.perPage} total={accounts.total} />
    </>
  );
}
