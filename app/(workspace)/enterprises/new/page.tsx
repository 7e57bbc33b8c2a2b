import { getTranslations } from "next-intl/server";
import { AddEnterpriseForm } from "@/components/enterprises/enterprise-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";

export default async function NewEnterprisePage() {
  const actor = await requireActor("enterprise.write");
  const t = await getTranslations("enterprises");
  const districts = await readAs(actor, () => listOwnDistricts(actor));
  return (
    <>
      <PageHeader title={t("new")} trail={[{ label: t("title"), href: "/enterprises" }, { label: t("new") }]} />
      <Sheet>
        <ClientMessages of={["enterprises"]}>
          <AddEnterpriseForm districts={districts} districtId={actor.districtId} />
        </ClientMessages>
      </Sheet>
    </>
  );
}
