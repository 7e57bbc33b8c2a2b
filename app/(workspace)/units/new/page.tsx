import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { AddUnitForm } from "@/components/units/unit-form";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";

export default async function NewUnitPage() {
  const actor = await requireActor("unit.write");
  const t = await getTranslations("units");
  const districts = await readAs(actor, () => listOwnDistricts(actor));
  return (
    <>
      <PageHeader title={t("new")} trail={[{ label: t("title"), href: "/units" }, { label: t("new") }]} />
      <Sheet>
        <ClientMessages of={["units"]}>
          <AddUnitForm districts={districts} districtId={actor.districtId} />
        </ClientMessages>
      </Sheet>
    </>
  );
}
