import { getTranslations } from "next-intl/server";
import { AddDistrictForm } from "@/components/districts/district-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";

export default async function NewDistrictPage() {
  await requireActor("district.write");
  const t = await getTranslations("districts");
  return (
    <>
      <PageHeader title={t("new")} trail={[{ label: t("title"), href: "/districts" }, { label: t("new") }]} />
      <Sheet>
        <ClientMessages of={["districts"]}>
          <AddDistrictForm />
        </ClientMessages>
      </Sheet>
    </>
  );
}
