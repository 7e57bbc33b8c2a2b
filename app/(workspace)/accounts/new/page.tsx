import { getTranslations } from "next-intl/server";
import { AddAccountForm } from "@/components/accounts/add-account-form";
import { DistrictChoice } from "@/components/accounts/district-choice";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listCadreChoices, listEnterpriseChoices } from "@/lib/accounts/queries";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor, requireIn } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id } from "@/lib/foundation/schema";

export default async function NewAccountPage({ searchParams }: { searchParams: Promise<{ district?: string }> }) {
  const actor = await requireActor("account.write");
  const [t, params] = await Promise.all([getTranslations("accounts"), searchParams]);
  const districtId = id.catch(actor.districtId).parse(params.district);
  await requireIn(actor, "account.write", districtId);
  const [cadres, enterprises, districts] = await readAs(actor, async () => [
    await listCadreChoices(actor, [districtId]),
    await listEnterpriseChoices(actor, [districtId]),
    await listOwnDistricts(actor),
  ]);
  return (
    <ClientMessages of={["accounts"]}>
      <PageHeader title={t("new")} description={t("newDescription")} trail={[{ label: t("title"), href: "/accounts" }, { label: t("new") }]} />
      <DistrictChoice districts={districts} districtId={actor.districtId} />
      <Sheet>
        <AddAccountForm key={districtId} districtId={districtId} choices={{ cadres, enterprises }} />
      </Sheet>
    </ClientMessages>
  );
}
