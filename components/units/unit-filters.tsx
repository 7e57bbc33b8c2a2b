import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { unitKinds } from "@/lib/units/schema";

/** `districts` are to choose from for the city's people; one's own is not asked for. */
export async function UnitFilters({ districts }: { districts: readonly { id: string; shortName: string }[] }) {
  const t = await getTranslations("units");
  return (
    <FilterBar>
      <SearchBox />
      {districts.length > 1 && (
        <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      )}
      <FilterSelect name="kind" label={t("fields.kind")} options={unitKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      <FilterSelect
        name="retired"
        label={t("fields.state")}
        allLabel={t("state.active")}
        options={(["all", "only"] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterBar>
  );
}
