import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/components/audit/record-history";
import { CadreDetails } from "@/components/cadres/cadre-details";
import { CadreState } from "@/components/cadres/cadre-state";
import { ChangeCadreSection } from "@/components/cadres/change-cadre-section";
import { PostHistory } from "@/components/cadres/post-history";
import { RetireCadre } from "@/components/cadres/retire-cadre";
import { DutiesOfCadre } from "@/components/duties/duties-of-cadre";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listHistory } from "@/lib/audit/queries";
import { findCadre } from "@/lib/cadres/queries";
import { listDutiesOfCadre } from "@/lib/duties/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { listUnitChoices } from "@/lib/units/queries";

export default async function CadrePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("cadre.read");
  const [t, { id }] = await Promise.all([getTranslations("cadres"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const found = await readAs(actor, async () => {
    const cadre = await findCadre(actor, id);
    return cadre && { cadre, duties: await listDutiesOfCadre(actor, id), history: await listHistory(actor, "cadre", id), units: await listUnitChoices(actor, cadre.districtId) };
  });
  if (!found) notFound();
  const { cadre, duties, history, units } = found;
  const isOurs = actor.districtIds.includes(cadre.districtId);
  const mayWrite = mayIn(actor, "cadre.write", cadre.districtId) && !cadre.retiredOn;
  return (
    <>
      <PageHeader
        title={cadre.name}
        description={isOurs ? undefined : t("cityOnly")}
        trail={[{ label: t("title"), href: "/cadres" }, { label: cadre.name }]}
        status={<CadreState retiredOn={cadre.retiredOn} />}
        actions={mayWrite && <RetireCadre cadre={cadre} />}
      />
      <CadreDetails cadre={cadre} hasDistricts={actor.districtKind === "city"} mayReveal={mayIn(actor, "cadre.phone", cadre.districtId)} />
      <DutiesOfCadre duties={duties} hasDistricts={actor.districtKind === "city"} />
      {mayWrite && <ChangeCadreSection cadre={cadre} units={units} today={businessTime(actor.clockOffsetMs).today} />}
      {isOurs && <PostHistory posts={cadre.posts} cadreId={id} />}
      {isOurs && <Section title={t("history")}><RecordHistory entries={history} /></Section>}
    </>
  );
}
