import { getTranslations } from "next-intl/server";
import styles from "./week-summary.module.css";

type WeekSummaryProps = { counts: { owed: number; reported: number; returned: number } };

/** How many reports of the week are owed, in, and left. */
export async function WeekSummary({ counts: { owed, reported, returned } }: WeekSummaryProps) {
  const t = await getTranslations("progress.mine");
  if (owed === 0) return null;
  const left = owed - reported;
  return (
    <div className={styles.summary}>
      <p>
        {left === 0 ? t("all", { owed }) : t("counts", { owed, reported, left })} {returned > 0 && t("returned", { returned })}
      </p>
      <progress max={owed} value={reported} aria-label={t("counts", { owed, reported, left })} />
    </div>
  );
}
