import { getTranslations } from "next-intl/server";
import { CadreFilters } from "@/components/cadres/cadre-filters";
import { CadreLedger } from "@/components/cadres/cadre-ledger";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listCadres } from "@/lib/cadres/queries";
import { cadreFilter } from "@/lib/cadres/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { listUnitChoices } from "@/lib/units/queries";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function CadresPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("cadre.read");
  const [t, params] = await Promise.all([getTranslations("cadres"), searchParams]);
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
