import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DistrictLedger } from "@/components/districts/district-ledger";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { search } from "@/lib/foundation/schema";

type Params = { q?: string; retired?: string };

export default async function DistrictsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("district.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Districts actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Districts({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("districts");
  const q = search.catch(undefined).parse(params.q);
  const rows = await readAs(actor, () => listDistricts(actor, { q, retired: params.retired === "all" }));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={may(actor, "district.write") && <LinkButton href="/districts/new" tone="primary">{t("add")}</LinkButton>}
      />
      <FilterBar>
        <SearchBox />
        <FilterSelect name="retired" label={t("state.active")} allLabel={t("state.active")} options={[{ value: "all", label: t("showRetired") }]} />
      </FilterBar>
      <DistrictLedger rows={rows} address={{ pathname: "/districts", params }} />
    </>
  );
}
