import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { Wan } from "@/lib/foundation/money";
import type { Paged } from "@/lib/foundation/page-of";
import type { FundEntry } from "@/lib/funds/queries";
import type { FundKind } from "@/prisma/generated/enums";
import { FundLedger } from "./fund-ledger";
import { FundSums } from "./fund-sums";

type FundsOfDistrictProps = { funds: Paged<FundEntry>; sums: Record<FundKind, Wan>; address: PageAddress; hasDistricts: boolean; mayWithdraw: boolean };

/** What is filtered, its sums first. */
export async function FundsOfDistrict({ funds, sums, address, hasDistricts, mayWithdraw }: FundsOfDistrictProps) {
  const t = await getTranslations("funds");
  if (funds.total === 0) {
    const isFiltered = Object.values({ ...address.params, page: undefined }).some(Boolean);
    if (isFiltered) return <EmptyState title={t("noMatch")} description={t("noMatchNext")} action={<LinkButton href="/funds">{t("clear")}</LinkButton>} />;
    return <EmptyState title={t("none")} description={t("noneNext")} />;
  }
  return (
    <>
      <FundSums sums={sums} />
      <FundLedger entries={funds.rows} address={address} hasProjects hasDistricts={hasDistricts} mayWithdraw={() => mayWithdraw} />
      <Pagination address={address} page={funds.page} pageSize={funds.perPage} total={funds.total} />
    </>
  );
}
