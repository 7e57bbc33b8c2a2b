import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect } from "@/components/ui/filters";
import { fundKinds, fundSources } from "@/lib/funds/schema";

type FundFiltersProps = { years: readonly number[]; districts: readonly { id: string; shortName: string }[] };

export async function FundFilters({ years, districts }: FundFiltersProps) {
  const t = await getTranslations("funds");
  return (
    <FilterBar>
      {districts.length > 1 && (
        <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      )}
      <FilterSelect name="year" label={t("fields.year")} options={years.map((year) => ({ value: String(year), label: String(year) }))} />
      <FilterSelect name="source" label={t("fields.source")} options={fundSources.map((value) => ({ value, label: t(`sources.${value}`) }))} />
      <FilterSelect name="kind" label={t("fields.kind")} options={fundKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <FilterSelect name="of" label={t("fields.of")} options={(["project", "whole"] as const).map((value) => ({ value, label: t(`of.${value}`) }))} />
      <FilterSelect name="withdrawn" label={t("fields.state")} allLabel={t("counting")} options={(["all", "only"] as const).map((value) => ({ value, label: t(`withdrawnChoice.${value}`) }))} />
    </FilterBar>
  );
}
