import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import type { Unit } from "@/lib/units/queries";

type UnitDetailsProps = { unit: Unit & { districtName: string; mergedInto: { id: string; name: string } | null } };

/** A unit as those see it who do not change it. */
export async function UnitDetails({ unit }: UnitDetailsProps) {
  const t = await getTranslations("units");
  const { shortName, kind, districtName, mergedInto } = unit;
  return (
    <DescriptionList
      items={[
        { label: t("fields.shortName"), value: shortName },
        { label: t("fields.kind"), value: t(`kinds.${kind}`) },
        { label: t("fields.district"), value: districtName },
        ...(mergedInto ? [{ label: t("mergedInto"), value: <Link href={`/units/${mergedInto.id}`} prefetch={false}>{mergedInto.name}</Link> }] : []),
      ]}
    />
  );
}
