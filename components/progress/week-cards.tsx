import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatFigure } from "@/components/ui/format";
import type { WeekOfProject } from "@/lib/progress/queries";
import { ReportState } from "./report-tags";
import styles from "./week-cards.module.css";

/** The week on a phone: a card a project, each leading to its form; what is still to be done first. */
export async function WeekCards({ rows, week }: { rows: readonly WeekOfProject[]; week: string }) {
  const t = await getTranslations("progress");
  const isDone = ({ report }: WeekOfProject) => report?.status === "submitted" || report?.status === "verified";
  return (
    <ul className={styles.cards}>
      {[...rows.filter((row) => !isDone(row)), ...rows.filter(isDone)].map((row) => (
        <li key={row.projectId}>
          <Link href={`/projects/${row.projectId}/reports?week=${week}`} prefetch={false} className={styles.card}>
            <span className={styles.name}>{row.name}</span>
            <span className={styles.state}>
              <ReportState state={row.report?.status ?? "none"} />
            </span>
            <span className={styles.figures}>
              {isDone(row) ? t("card.now", { wan: formatFigure(row.report!.completedWan) }) : row.before ? t("card.before", { wan: formatFigure(row.before.completedWan) }) : t("form.noBefore")}
            </span>
            {row.report?.status === "returned" && <span className={styles.reason}>{t("form.returned", { reason: row.report.returnReason ?? "" })}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
