import { getTranslations } from "next-intl/server";
import { AddManyForm } from "@/components/accounts/add-many-form";
import { DistrictChoice } from "@/components/accounts/district-choice";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listCadreChoices } from "@/lib/accounts/queries";
import { accountsAtOnce } from "@/lib/accounts/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor, requireIn } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id } from "@/lib/foundation/schema";

export default async function NewAccountsPage({ searchParams }: { searchParams: Promise<{ district?: string }> }) {
  const actor = await requireActor("account.write");
  const [t, params] = await Promise.all([getTranslations("accounts"), searchParams]);
  const districtId = id.catch(actor.districtId).parse(params.district);
  await requireIn(actor, "account.write", districtId);
  const [cadres, districts] = await readAs(actor, async () => [await listCadreChoices(actor, [districtId]), await listOwnDistricts(actor)]);
  return (
    <ClientMessages of={["accounts"]}>
      <PageHeader title={t("addMany")} description={t("many.description", { max: accountsAtOnce })} trail={[{ label: t("title"), href: "/accounts" }, { label: t("addMany") }]} />
      <DistrictChoice districts={districts} districtId={actor.districtId} />
      <Sheet>
        <AddManyForm key={districtId} districtId={districtId} cadres={cadres} />
      </Sheet>
    </ClientMessages>
  );
}
