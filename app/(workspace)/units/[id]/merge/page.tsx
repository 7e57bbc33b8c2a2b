import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MergeForm } from "@/components/mergers/merge-form";
import { MergePreview } from "@/components/mergers/merge-preview";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findMergePreview } from "@/lib/mergers/queries";
import { findUnit } from "@/lib/units/queries";

export default async function MergeUnitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("unit.write");
  const [t, units, { id }] = await Promise.all([getTranslations("mergers"), getTranslations("units"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const [unit, preview] = await readAs(actor, async () => [await findUnit(actor, id), await findMergePreview(actor, id)]);
  if (!unit || !preview) notFound();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("what", { name: unit.name })}
        trail={[{ label: units("title"), href: "/units" }, { label: unit.shortName, href: `/units/${id}` }, { label: t("title") }]}
      />
      {preview.targets.length === 0 ? (
        <EmptyState title={t("noTarget")} description={t("noTargetNext")} action={<LinkButton href="/units/new" tone="primary">{t("add")}</LinkButton>} />
      ) : (
        <Sheet>
          <MergePreview preview={preview} />
          <ClientMessages of={["mergers"]}>
            <MergeForm unit={unit} targets={preview.targets} />
          </ClientMessages>
        </Sheet>
      )}
    </>
  );
}
