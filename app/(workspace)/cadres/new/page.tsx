import { getTranslations } from "next-intl/server";
import { AddCadreForm } from "@/components/cadres/add-cadre-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { listUnitChoices } from "@/lib/units/queries";

export default async function NewCadrePage({ searchParams }: { searchParams: Promise<{ unit?: string }> }) {
  const actor = await requireActor("cadre.write");
  const [t, { unit: wanted }] = await Promise.all([getTranslations("cadres"), searchParams]);
  const [districts, choices] = await readAs(actor, async () => [await listOwnDistricts(actor), await listUnitChoices(actor)]);
  const units = choices.filter((unit) => actor.districtIds.includes(unit.districtId));
  const unit = units.find(({ id }) => id === wanted);
  const { today } = businessTime(actor.clockOffsetMs);
  return (
    <>
      <PageHeader title={t("new")} trail={[{ label: t("title"), href: "/cadres" }, { label: t("new") }]} />
      {units.length === 0 ? (
        <EmptyState title={t("noUnits")} description={t("emptyNext")} action={<LinkButton href="/units/new" tone="primary">{t("addUnit")}</LinkButton>} />
      ) : (
        <Sheet>
          <ClientMessages of={["cadres"]}>
            <AddCadreForm districts={districts} units={units} districtId={unit?.districtId ?? actor.districtId} unitId={unit?.id ?? ""} today={today} />
          </ClientMessages>
        </Sheet>
      )}
    </>
  );
}
