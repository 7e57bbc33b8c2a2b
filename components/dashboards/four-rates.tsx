import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatFigure, formatYi, nothing } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import type { Dashboard } from "@/lib/dashboards/queries";
import { figureAddress, type DashboardAt } from "./figure-address";
import styles from "./four-rates.module.css";

const rates = ["rate-funds", "rate-start", "rate-investment", "rate-completion"] as const;
const inWan = ["rate-funds", "rate-investment"];

export async function FourRates({ head, at }: { head: Dashboard["head"]; at: DashboardAt }) {
  const t = await getTranslations("dashboards");
  const suspended = Number(head["key-projects-suspended"].value);
  return (
    <Section title={t("rates.title")}>
      <dl className={styles.rates}>
        {rates.map((key) => {
          const { value, numerator, denominator } = head[key];
          const [part, whole] = inWan.includes(key) ? [formatYi(numerator), formatYi(denominator)] : [formatFigure(numerator), formatFigure(denominator)];
          return (
            <div key={key}>
              <dt>{t(`rates.${key}`)}</dt>
              <dd className={styles.value}><Link href={figureAddress(at, key)} prefetch={false}>{value === null ? nothing : `${value}%`}</Link></dd>
              <dd>
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden focusable="false">
                  <rect width="100" height="6" className={styles.ground} />
                  <rect width={Math.min(100, Number(value ?? 0))} height="6" className={styles.part} />
                </svg>
              </dd>
              <dd className={styles.parts}>{value === null ? t("rates.nothingDue") : `${part} / ${whole}${inWan.includes(key) ? ` ${t("units.yi")}` : ""}`}</dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.note}>{t("rates.note", { count: suspended })}</p>
    </Section>
  );
}
