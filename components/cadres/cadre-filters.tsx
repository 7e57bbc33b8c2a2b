import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { cadreRanks } from "@/lib/cadres/schema";
import type { UnitChoice } from "./cadre-fields";

type CadreFiltersProps = {
  /** To choose from for the city's people; one's own is not asked for. */
  districts: readonly { id: string; shortName: string }[];
  /** Those of the district that is looked at; none as long as it is all of them. */
  units: readonly UnitChoice[];
};

export async function CadreFilters({ districts, units }: CadreFiltersProps) {
  const t = await getTranslations("cadres");
  return (
    <FilterBar>
      <SearchBox placeholder={t("find")} />
      {districts.length > 1 && (
        <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      )}
      {units.length > 0 && <FilterSelect name="unit" label={t("fields.unit")} options={units.map(({ id, name }) => ({ value: id, label: name }))} />}
      <FilterSelect name="rank" label={t("fields.rank")} options={cadreRanks.map((rank) => ({ value: rank, label: t(`ranks.${rank}`) }))} />
      <FilterSelect
        name="retired"
        label={t("fields.state")}
        allLabel={t("state.active")}
        options={(["all", "only"] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterBar>
  );
}
