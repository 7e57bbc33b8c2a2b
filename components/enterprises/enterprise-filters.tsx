import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";

/** `districts` are to choose from for the city's people; one's own is not asked for. */
export async function EnterpriseFilters({ districts }: { districts: readonly { id: string; shortName: string }[] }) {
  const t = await getTranslations("enterprises");
  return (
    <FilterBar>
      <SearchBox placeholder={t("find")} />
      {districts.length > 1 && (
        <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      )}
      <FilterSelect
        name="whitelisted"
        label={t("fields.whitelist")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`whitelist.${value}`) }))}
      />
      <FilterSelect
        name="retired"
        label={t("fields.state")}
        allLabel={t("state.active")}
        options={(["all", "only"] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterBar>
  );
}
