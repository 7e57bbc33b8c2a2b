import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { levelNames, type LevelChoice } from "@/lib/dashboards/schema";
import type { DashboardAt } from "./figure-address";
import styles from "./dashboard-filter.module.css";

type DashboardFilterProps = { at: DashboardAt; level: LevelChoice | null; today: string; years: readonly number[]; districts: readonly { id: string; shortName: string }[] };

/** A plain form: the day, the year and the district stand in the address, so that what one sees can be sent to a colleague. */
export async function DashboardFilter({ at, level, today, years, districts }: DashboardFilterProps) {
  const t = await getTranslations("dashboards.filter");
  return (
    <form method="get" action="/dashboard" className={`${styles.filter} notPrinted`} aria-label={t("label")}>
      {districts.length > 1 && (
        <label>
          {t("district")}
          <select key={at.districtId} name="district" defaultValue={at.districtId ?? ""}>
            <option value="">{t("all")}</option>
            {districts.map(({ id, shortName }) => <option key={id} value={id}>{shortName}</option>)}
          </select>
        </label>
      )}
      <label>
        {t("level")}
        <select key={level} name="level" defaultValue={level ?? ""}>
          <option value="">{t("allLevels")}</option>
          {levelNames.map((one) => <option key={one} value={one}>{t(`levels.${one}`)}</option>)}
        </select>
      </label>
      <label>
        {t("year")}
        <select key={at.year} name="year" defaultValue={at.year}>
          {years.map((year) => <option key={year} value={year}>{year}</option>)}
        </select>
      </label>
      <label>
        {t("on")}
        <input key={at.on} type="date" name="on" defaultValue={at.on} max={today} required />
      </label>
      <button type="submit">{t("show")}</button>
      {at.on !== today && <LinkButton href={todayAddress(at, level)} tone="quiet">{t("today")}</LinkButton>}
    </form>
  );
}

function todayAddress({ districtId }: DashboardAt, level: LevelChoice | null): string {
  const kept = new URLSearchParams({ ...(districtId ? { district: districtId } : {}), ...(level ? { level } : {}) }).toString();
  return kept ? `/dashboard?${kept}` : "/dashboard";
}
