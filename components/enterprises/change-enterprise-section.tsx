import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import type { EnterpriseInLedger } from "@/lib/enterprises/queries";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { ChangeEnterpriseForm } from "./enterprise-form";

export async function ChangeEnterpriseSection({ enterprise }: { enterprise: EnterpriseInLedger }) {
  const t = await getTranslations("enterprises");
  return (
    <Section title={t("edit")}>
      <Sheet>
        <ClientMessages of={["enterprises"]}>
          <ChangeEnterpriseForm enterprise={enterprise} />
        </ClientMessages>
      </Sheet>
    </Section>
  );
}
