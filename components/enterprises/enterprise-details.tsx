import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { PhoneReveal } from "@/components/ui/phone-reveal";
import { revealEnterprisePhone } from "@/lib/enterprises/actions";
import type { EnterpriseInLedger } from "@/lib/enterprises/queries";

type EnterpriseDetailsProps = { enterprise: EnterpriseInLedger; hasDistricts: boolean; mayReveal: boolean };

export async function EnterpriseDetails({ enterprise, hasDistricts, mayReveal }: EnterpriseDetailsProps) {
  const t = await getTranslations("enterprises");
  const { id, uscc, districtName, address, contactName, phoneMasked } = enterprise;
  const phone = phoneMasked && <PhoneReveal masked={phoneMasked} action={mayReveal ? revealEnterprisePhone : null} input={{ id }} />;
  return (
    <DescriptionList
      items={[
        { label: t("fields.uscc"), value: uscc },
        ...(hasDistricts ? [{ label: t("fields.district"), value: districtName }] : []),
        { label: t("fields.contactName"), value: contactName },
        { label: t("fields.phone"), value: phone },
        { label: t("fields.address"), value: address, isLong: true },
      ]}
    />
  );
}
