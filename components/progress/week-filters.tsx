import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import type { ReportView } from "@/lib/progress/schema";

type WeekFiltersProps = {
  view: ReportView;
  /** The report days to choose from; the first is due. */
  weeks?: readonly string[];
  districts: readonly { id: string; shortName: string }[];
  units: readonly { id: string; name: string }[];
};

export async function WeekFilters({ view, weeks = [], districts, units }: WeekFiltersProps) {
  const t = await getTranslations("progress");
  return (
    <FilterBar>
      {weeks.length > 0 && (
        <FilterSelect name="week" label={t("fields.week")} allLabel={view === "mine" ? weeks[0] : undefined} options={(view === "mine" ? weeks.slice(1) : weeks).map((week) => ({ value: week, label: week }))} />
      )}
      {districts.length > 1 && (
        <FilterSelect
          name="district"
          label={t("fields.district")}
          allLabel={view === "mine" ? districts[0]!.shortName : undefined}
          options={(view === "mine" ? districts.slice(1) : districts).map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      {units.length > 1 && <FilterSelect name="unit" label={t("fields.unit")} options={units.map(({ id, name }) => ({ value: id, label: name }))} />}
      {view === "verify" && (
        <FilterSelect name="marked" label={t("marked.label")} options={(["yes", "no"] as const).map((value) => ({ value, label: t(`marked.${value}`) }))} />
      )}
      <SearchBox />
    </FilterBar>
  );
}
