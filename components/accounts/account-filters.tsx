import { getTranslations } from "next-intl/server";
import { FilterBar, FilterSelect, SearchBox } from "@/components/ui/filters";
import { accountStates } from "@/lib/accounts/schema";
import { roles } from "./roles";

/** `districts` are to choose from for the city's people; one's own is not asked for. */
export async function AccountFilters({ districts }: { districts: readonly { id: string; shortName: string }[] }) {
  const t = await getTranslations("accounts");
  return (
    <FilterBar>
      <SearchBox placeholder={t("find")} />
      {districts.length > 1 && (
        <FilterSelect name="district" label={t("fields.district")} options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
      )}
      <FilterSelect name="role" label={t("fields.role")} options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
      <FilterSelect name="state" label={t("fields.state")} options={accountStates.map((state) => ({ value: state, label: t(`state.${state}`) }))} />
    </FilterBar>
  );
}
