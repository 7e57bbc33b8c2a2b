import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect } from "@/components/ui/filters";

type DistrictChoiceProps = { districts: readonly { id: string; shortName: string }[]; districtId: string };

/** For the city's administrators: in which district. The first one holds as long as the address says nothing. */
export async function DistrictChoice({ districts, districtId }: DistrictChoiceProps) {
  const t = await getTranslations("accounts");
  if (districts.length < 2) return null;
  const first = districts.find(({ id }) => id === districtId) ?? districts[0]!;
  const others = districts.filter(({ id }) => id !== first.id);
  return (
    <FilterBar>
      <FilterSelect name="district" label={t("fields.district")} allLabel={first.shortName} options={others.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
    </FilterBar>
  );
}
