import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { AccountFilters } from "@/components/accounts/account-filters";
import { AccountLedger } from "@/components/accounts/account-ledger";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listAccounts } from "@/lib/accounts/queries";
import { accountFilter } from "@/lib/accounts/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("account.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Accounts actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Accounts({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("accounts");
  const { q, role, state, sort, district } = params;
  const filter = accountFilter.parse({ q, role, state, sort, districtId: district });
  const [accounts, districts] = await readAs(actor, async () => [
    await listAccounts(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    await listOwnDistricts(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={
          may(actor, "account.write") && (
            <>
              <LinkButton href="/accounts/new/many">{t("addMany")}</LinkButton>
              <LinkButton href="/accounts/new" tone="primary">{t("add")}</LinkButton>
            </>
          )
        }
      />
      <AccountFilters districts={districts} />
      <AccountLedger accounts={accounts} address={{ pathname: "/accounts", params }} hasDistricts={districts.length > 1} />
    </>
  );
}
