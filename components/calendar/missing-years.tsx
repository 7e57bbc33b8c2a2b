import { getTranslations } from "next-intl/server";
import Link from "next/link";
import styles from "./missing-years.module.css";

/** Warns of years by which deadlines would be counted without holidays. */
export async function MissingYears({ years }: { years: readonly number[] }) {
  const t = await getTranslations("calendar");
  if (years.length === 0) return null;
  return (
    <div role="status" className={styles.missing}>
      <p>{t("missing", { years: years.join(t("and")) })}</p>
      <p>
        {years.map((year) => (
          <Link key={year} href={`/calendar?year=${year}`} prefetch={false}>
            {t("goTo", { year: String(year) })}
          </Link>
        ))}
      </p>
    </div>
  );
}
