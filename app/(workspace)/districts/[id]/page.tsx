import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/components/audit/record-history";
import { ChangeDistrictForm } from "@/components/districts/district-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section, Sheet } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { listHistory } from "@/lib/audit/queries";
import { retireDistrict } from "@/lib/districts/actions";
import { findDistrict } from "@/lib/districts/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";

export default async function DistrictPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("district.read");
  const [t, { id }] = await Promise.all([getTranslations("districts"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const [district, history] = await readAs(actor, async () => [await findDistrict(actor, id), await listHistory(actor, "district", id)]);
  if (!district) notFound();
  const mayWrite = mayIn(actor, "district.write", id) && !district.retiredOn;
  const { version, name, shortName, kind } = district;
  const retire = { label: t("retire"), title: t("retireTitle", { name }), body: t("retireBody"), confirmLabel: t("retire"), doneNotice: t("retired") };
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: t("title"), href: "/districts" }, { label: shortName }]}
        status={<StatusTag tone={district.retiredOn ? "off" : "good"}>{t(district.retiredOn ? "state.retired" : "state.active")}</StatusTag>}
        actions={mayWrite && kind !== "city" && <ConfirmButton {...retire} tone="danger" action={retireDistrict} input={{ id, version }} />}
      />
      <Sheet>
        {mayWrite ? (
          <ClientMessages of={["districts"]}>
            <ChangeDistrictForm district={district} />
          </ClientMessages>
        ) : (
          <DescriptionList items={[{ label: t("fields.shortName"), value: shortName }, { label: t("fields.kind"), value: t(`kinds.${kind}`) }]} />
        )}
      </Sheet>
      <Section title={t("history")}>
        <RecordHistory entries={history} />
      </Section>
    </>
  );
}
