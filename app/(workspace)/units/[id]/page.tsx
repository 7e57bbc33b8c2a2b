import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/components/audit/record-history";
import { ServingCadres } from "@/components/cadres/serving-cadres";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section, Sheet } from "@/components/ui/section";
import { RetireUnit } from "@/components/units/retire-unit";
import { UnitDetails } from "@/components/units/unit-details";
import { ChangeUnitForm } from "@/components/units/unit-form";
import { UnitState } from "@/components/units/unit-state";
import { listHistory } from "@/lib/audit/queries";
import { listCadres } from "@/lib/cadres/queries";
import { cadreFilter } from "@/lib/cadres/schema";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findUnit } from "@/lib/units/queries";

export default async function UnitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("unit.read");
  const [t, { id }] = await Promise.all([getTranslations("units"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const [unit, cadres, history] = await readAs(actor, async () => [
    await findUnit(actor, id),
    await listCadres(actor, cadreFilter.parse({ unitId: id }), { page: 1, perPage: 20 }),
    await listHistory(actor, "unit", id),
  ]);
  if (!unit) notFound();
  const mayWrite = mayIn(actor, "unit.write", unit.districtId) && !unit.retiredOn;
  return (
    <ClientMessages of={["units"]}>
      <PageHeader
        title={unit.name}
        trail={[{ label: t("title"), href: "/units" }, { label: unit.shortName }]}
        status={<UnitState unit={unit} />}
        actions={mayWrite && <><LinkButton href={`/units/${id}/merge`}>{t("merge")}</LinkButton><RetireUnit unit={unit} /></>}
      />
      {mayWrite ? <Sheet><ChangeUnitForm unit={unit} /></Sheet> : <UnitDetails unit={unit} />}
      {(!unit.retiredOn || cadres.total > 0) && <ServingCadres unitId={id} cadres={cadres} mayAdd={mayWrite} />}
      <Section title={t("history")}>
        <RecordHistory entries={history} />
      </Section>
    </ClientMessages>
  );
}
