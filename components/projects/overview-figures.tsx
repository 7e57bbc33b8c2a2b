import { getTranslations } from "next-intl/server";
import { formatDay, formatFigure, nothing } from "@/components/ui/format";
import { Section, Sheet } from "@/components/ui/section";
import type { ProjectHead } from "@/lib/projects/queries/project";
import styles from "./overview-figures.module.css";
import { signed } from "./signed";

/** The investment of its year, read at a glance: done, expected, and the gap between. */
export async function OverviewFigures({ head: { year, totalWan } }: { head: ProjectHead }) {
  const t = await getTranslations("projects.overview");
  const [whole, ofSums] = await Promise.all([getTranslations("projects"), getTranslations("projects.sums")]);
  if (!year) return <Section title={t("figures", { year: "" })}><Sheet>{t("noYear")}</Sheet></Section>;
  const amount = (wan: string | null) => (wan ? whole("wan", { amount: formatFigure(wan) }) : nothing);
  const isBehind = year.difference?.startsWith("-") ?? false;
  const [done, due] = [clamped(year.rate), clamped(year.expectedRate)];
  const more = [
    { label: t("total"), value: amount(totalWan) },
    { label: t("invested"), value: amount(year.investedBeforeWan) },
    { label: t("plan"), value: amount(year.planWan) },
    { label: t("week"), value: amount(year.weekWan) },
    { label: t("expected"), value: amount(year.expectedWan) },
    { label: t("physical"), value: year.physicalPercent ? `${formatFigure(year.physicalPercent)}%` : nothing },
  ];
  return (
    <Section title={t("figures", { year: String(year.year) })} actions={<span className={styles.asOf}>{year.reportOn ? `${t("reportOn")} ${formatDay(year.reportOn)}` : t("noReport")}</span>}>
      <Sheet>
        <div className={styles.main}>
          <p className={styles.figure}>
            <span>{ofSums("completed")}</span>
            <strong>{amount(year.completedWan)}</strong>
          </p>
          <p className={styles.figure}>
            <span>{ofSums("rate")}</span>
            <strong>{year.rate ? `${year.rate}%` : nothing}</strong>
          </p>
          <p className={styles.figure} data-behind={isBehind || undefined}>
            <span>{t(isBehind ? "behind" : "ahead")}</span>
            <strong>{year.difference ? ofSums("points", { points: signed(year.difference) }) : nothing}</strong>
          </p>
        </div>
        {year.rate && year.expectedRate && (
          <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={`${ofSums("rate")} ${year.rate}%，${ofSums("expected")} ${year.expectedRate}%`}>
            <rect width="100" height="4" className={styles.track} />
            <rect width={done} height="4" className={styles.done} />
            <rect x={Math.max(0, due - 0.15)} width="0.3" height="4" className={styles.due} />
          </svg>
        )}
        {year.expectedRate && <p className={styles.legend}>{`${ofSums("expected")} ${year.expectedRate}%`}</p>}
        <dl className={styles.more}>
          {more.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </Section>
  );
}

/** A share as the width of a bar; the words beside it keep the exact figure. */
const clamped = (percent: string | null): number => Math.max(0, Math.min(100, Number(percent ?? 0)));
