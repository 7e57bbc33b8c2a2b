import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { AddFunds } from "@/components/funds/add-funds";
import { FundFilters } from "@/components/funds/fund-filters";
import { FundsOfDistrict } from "@/components/funds/funds-of-district";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnDistricts } from "@/lib/districts/queries";
import { rowsOf } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";
import { listFunds, listFundYears, sumFunds } from "@/lib/funds/queries";
import { fundFilter } from "@/lib/funds/schema";
import { listProjectChoices, projectChoicesAtMost } from "@/lib/projects/queries/project";

type Params = Record<string, string | string[] | undefined>;

export default async function FundsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("fund.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Funds actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Funds({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("funds");
  const isCity = actor.districtKind === "city";
  const { year, source, kind, of, withdrawn } = params;
  const filter = fundFilter.parse({ year, source, kind, of, withdrawn, districtId: isCity ? params.district : actor.districtId });
  const mayAdd = rowsOf(actor, "fund.write") === "districts";
  const districtId = filter.districtId ?? actor.districtId;
  const [funds, sums, years, districts, projects] = await readAs(actor, async () => [
    await listFunds(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    await sumFunds(actor, filter),
    await listFundYears(actor),
    await listOwnDistricts(actor),
    mayAdd ? await listProjectChoices(actor, districtId) : [],
  ]);
  const home = districts.find(({ id }) => id === districtId);
  const add = mayAdd && home && (
    <ClientMessages of={["funds"]}>
      <AddFunds districtId={districtId} projects={projects.map(({ id: value, name: label, keywords }) => ({ value, label, keywords }))} isCut={projects.length === projectChoicesAtMost} title={t("add.titleOf", { district: home.shortName })} />
    </ClientMessages>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} trail={[{ label: t("title") }]} actions={add} />
      <FundFilters years={years} districts={districts} />
      <FundsOfDistrict funds={funds} sums={sums} address={{ pathname: "/funds", params }} hasDistricts={isCity} mayWithdraw={mayAdd} />
    </>
  );
}
