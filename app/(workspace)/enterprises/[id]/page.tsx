import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/components/audit/record-history";
import { ChangeEnterpriseSection } from "@/components/enterprises/change-enterprise-section";
import { EnterpriseDetails } from "@/components/enterprises/enterprise-details";
import { EnterpriseState } from "@/components/enterprises/enterprise-state";
import { RetireEnterprise } from "@/components/enterprises/retire-enterprise";
import { WhitelistSection } from "@/components/enterprises/whitelist-section";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listHistory } from "@/lib/audit/queries";
import { findEnterprise } from "@/lib/enterprises/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";

export default async function EnterprisePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("enterprise.read");
  const [t, { id }] = await Promise.all([getTranslations("enterprises"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const [enterprise, history] = await readAs(actor, async () => [await findEnterprise(actor, id), await listHistory(actor, "enterprise", id)]);
  if (!enterprise) notFound();
  const { name, districtId, retiredOn } = enterprise;
  const mayWrite = mayIn(actor, "enterprise.write", districtId);
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: t("title"), href: "/enterprises" }, { label: name }]}
        status={<EnterpriseState retiredOn={retiredOn} />}
        actions={mayWrite && <RetireEnterprise enterprise={enterprise} />}
      />
      <EnterpriseDetails enterprise={enterprise} hasDistricts={actor.districtKind === "city"} mayReveal={mayIn(actor, "enterprise.phone", districtId)} />
      <WhitelistSection enterprise={enterprise} mayWrite={mayWrite && !retiredOn} today={businessTime(actor.clockOffsetMs).today} />
      {mayWrite && !retiredOn && <ChangeEnterpriseSection enterprise={enterprise} />}
      <Section title={t("history")}>
        <RecordHistory entries={history} />
      </Section>
    </>
  );
}
