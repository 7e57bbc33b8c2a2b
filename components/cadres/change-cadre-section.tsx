import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import type { CadreInLedger } from "@/lib/cadres/queries";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { UnitChoice } from "./cadre-fields";
import { ChangeCadreForm } from "./change-cadre-form";

export async function ChangeCadreSection(props: { cadre: CadreInLedger; units: readonly UnitChoice[]; today: string }) {
  const t = await getTranslations("cadres");
  return (
    <Section title={t("edit")}>
      <Sheet>
        <ClientMessages of={["cadres"]}>
          <ChangeCadreForm {...props} />
        </ClientMessages>
      </Sheet>
    </Section>
  );
}
