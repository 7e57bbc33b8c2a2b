import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { EnterpriseFilters } from "@/components/enterprises/enterprise-filters";
import { EnterpriseLedger } from "@/components/enterprises/enterprise-ledger";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnDistricts } from "@/lib/districts/queries";
import { listEnterprises } from "@/lib/enterprises/queries";
import { enterpriseFilter } from "@/lib/enterprises/schema";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function EnterprisesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("enterprise.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Enterprises actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Enterprises({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("enterprises");
  const isCity = actor.districtKind === "city";
  const { q, whitelisted, retired, sort } = params;
  const filter = enterpriseFilter.parse({ q, whitelisted, retired, sort, districtId: isCity ? params.district : actor.districtId });
  const [enterprises, districts] = await readAs(actor, async () => [
    await listEnterprises(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    await listOwnDistricts(actor),
  ]);
  const mayAdd = may(actor, "enterprise.write");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={mayAdd && <LinkButton href="/enterprises/new" tone="primary">{t("add")}</LinkButton>}
      />
      <EnterpriseFilters districts={districts} />
      <EnterpriseLedger enterprises={enterprises} filter={filter} address={{ pathname: "/enterprises", params }} hasDistricts={isCity} mayAdd={mayAdd} />
    </>
  );
}
