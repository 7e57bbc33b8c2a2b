import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { UnitFilters } from "@/components/units/unit-filters";
import { UnitLedger } from "@/components/units/unit-ledger";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { listUnits } from "@/lib/units/queries";
import { pageNumber } from "@/lib/foundation/schema";
import { unitFilter } from "@/lib/units/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function UnitsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("unit.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Units actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Units({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("units");
  const isCity = actor.districtKind === "city";
  const { q, kind, retired, sort } = params;
  const filter = unitFilter.parse({ q, kind, retired, sort, districtId: isCity ? params.district : actor.districtId });
  const [units, districts] = await readAs(actor, async () => [
    await listUnits(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    await listOwnDistricts(actor),
  ]);
  const mayAdd = may(actor, "unit.write");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={mayAdd && <LinkButton href="/units/new" tone="primary">{t("add")}</LinkButton>}
      />
      <UnitFilters districts={districts} />
      <UnitLedger units={units} filter={filter} address={{ pathname: "/units", params }} hasDistricts={isCity} mayAdd={mayAdd} />
    </>
  );
}
