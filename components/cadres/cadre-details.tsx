import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { PhoneReveal } from "@/components/ui/phone-reveal";
import { revealCadrePhone } from "@/lib/cadres/actions";
import type { CadreInLedger } from "@/lib/cadres/queries";

type CadreDetailsProps = { cadre: CadreInLedger; hasDistricts: boolean; mayReveal: boolean };

export async function CadreDetails({ cadre, hasDistricts, mayReveal }: CadreDetailsProps) {
  const t = await getTranslations("cadres");
  const { id, unitId, unitName, districtName, post, rank, phoneMasked } = cadre;
  const phone = phoneMasked && <PhoneReveal masked={phoneMasked} action={mayReveal ? revealCadrePhone : null} input={{ id }} />;
  return (
    <DescriptionList
      items={[
        { label: t("fields.unit"), value: <Link href={`/units/${unitId}`} prefetch={false}>{unitName}</Link> },
        ...(hasDistricts ? [{ label: t("fields.district"), value: districtName }] : []),
        { label: t("fields.post"), value: post },
        ...(rank ? [{ label: t("fields.rank"), value: t(`ranks.${rank}`) }, { label: t("fields.phone"), value: phone }] : []),
      ]}
    />
  );
}
