import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { industries, kinds, levels, lights, stages } from "@/lib/projects/schema";
import { MoreFilters } from "./more-filters";

type ProjectFiltersProps = {
  districts: readonly { id: string; shortName: string }[];
  choices: { units: readonly { id: string; name: string }[]; leads: readonly { id: string; name: string }[]; years: readonly number[] };
  businessYear: number;
  /** How many of those behind "more" are set. */
  set: number;
  /** What else stands in the row. */
  children: ReactNode;
};

/** `districts` are to choose from for the city's people; one's own is not asked for. */
export async function ProjectFilters({ districts, choices, businessYear, set, children }: ProjectFiltersProps) {
  const [t, ofLights] = await Promise.all([getTranslations("projects"), getTranslations("lights")]);
  const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const years = choices.years.filter((year) => year !== businessYear).map((year) => ({ value: String(year), label: t("filters.yearIs", { year: String(year) }) }));
  const otherwise = [{ value: "all", label: t("filters.yearAll") }, { value: "none", label: t("filters.yearNone", { year: String(businessYear) }) }];
  return (
    <FilterBar>
      <SearchBox placeholder={t("filters.find")} />
      {districts.length > 1 && <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />}
      <FilterSelect name="year" label={t("filters.year")} allLabel={t("filters.yearIs", { year: String(businessYear) })} options={[...years, ...otherwise]} />
      <ClientMessages of={["projects"]}>
        <MoreFilters set={set}>
          <FilterSelect name="level" label={t("fields.level")} options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
          <FilterSelect name="kind" label={t("fields.kind")} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <FilterSelect name="industry" label={t("fields.industry")} options={industries.map((value) => ({ value, label: t(`industry.${value}`) }))} />
          <FilterSelect name="stage" label={t("columns.stage")} options={stages.map((value) => ({ value, label: t(`stage.${value}`) }))} />
          <FilterSelect name="light" label={t("columns.light")} options={lights.map((value) => ({ value, label: ofLights(`colours.${value}`) }))} />
          {choices.leads.length > 0 && <FilterSelect name="lead" label={t("filters.lead")} options={named(choices.leads)} />}
          {choices.units.length > 0 && <FilterSelect name="unit" label={t("filters.unit")} options={named(choices.units)} />}
          <FilterSelect
            name="status"
            label={t("filters.status")}
            allLabel={t("filters.statusOpen")}
            options={[...(["active", "suspended", "withdrawn"] as const).map((value) => ({ value, label: t(`status.${value}`) })), { value: "renewalDue", label: t("statuses.renewalDue") }, { value: "all", label: t("filters.statusAll") }]}
          />
        </MoreFilters>
        {children}
      </ClientMessages>
    </FilterBar>
  );
}
