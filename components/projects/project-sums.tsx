import { getTranslations } from "next-intl/server";
import { formatYi, nothing } from "@/components/ui/format";
import type { ProjectSums as Sums } from "@/lib/projects/queries/ledger";
import styles from "./project-sums.module.css";
import { signed } from "./signed";

/** The 合计 of what is filtered: above the ledger, since it holds for all its pages. */
export async function ProjectSums({ sums }: { sums: Sums }) {
  const t = await getTranslations("projects.sums");
  const { count, suspended, totalWan, planWan, completedWan, weekWan, rate, expectedRate, difference, year } = sums;
  const yi = (wan: string) => t("yi", { amount: formatYi(wan) });
  const percent = (share: string | null) => (share ? `${share}%` : nothing);
  const items = [
    { key: "count", label: t("count"), value: t("countIs", { count }) },
    { key: "total", label: t("total"), value: yi(totalWan) },
    { key: "plan", label: t("plan", { year: String(year) }), value: yi(planWan) },
    { key: "completed", label: t("completed"), value: yi(completedWan) },
    { key: "week", label: t("week"), value: yi(weekWan) },
    { key: "rate", label: t("rate"), value: percent(rate) },
    { key: "expected", label: t("expected"), value: percent(expectedRate) },
    { key: "difference", label: t("difference"), value: difference ? t("points", { points: signed(difference) }) : nothing },
  ];
  return (
    <section className={styles.sums} aria-label={t("label")}>
      <dl>
        {items.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {suspended > 0 && <p>{t("aside", { count: suspended })}</p>}
    </section>
  );
}
