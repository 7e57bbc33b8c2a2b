import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CadreFilters } from "@/components/cadres/cadre-filters";
import { CadreLedger } from "@/components/cadres/cadre-ledger";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listCadres } from "@/lib/cadres/queries";
import { cadreFilter } from "@/lib/cadres/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { listUnitChoices } from "@/lib/units/queries";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function CadresPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("cadre.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Cadres actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Cadres({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("cadres");
  const isCity = actor.districtKind === "city";
  const { q, unit, rank, retired, sort } = params;
  const filter = cadreFilter.parse({ q, unitId: unit, rank, retired, sort, districtId: isCity ? params.district : actor.districtId });
  const [cadres, districts, units] = await readAs(actor, async () => [
    await listCadres(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    await listOwnDistricts(actor),
    filter.districtId ? await listUnitChoices(actor, filter.districtId) : [],
  ]);
  const mayAdd = may(actor, "cadre.write");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={mayAdd && <LinkButton href="/cadres/new" tone="primary">{t("add")}</LinkButton>}
      />
      <CadreFilters districts={districts} units={units} />
      <CadreLedger cadres={cadres} filter={filter} address={{ pathname: "/cadres", params }} hasDistricts={isCity} mayAdd={mayAdd} />
    </>
  );
}
