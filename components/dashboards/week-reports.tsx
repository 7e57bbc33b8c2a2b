import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatFigure } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import type { Dashboard } from "@/lib/dashboards/queries";
import { figureAddress, type DashboardAt } from "./figure-address";
import { RowList } from "./row-list";
import styles from "./week-reports.module.css";

const counts = ["due", "submitted", "outstanding", "awaiting", "marked", "missed"] as const;

/** How the week that is due stands: who has not reported, what awaits verification, what is marked for checking. */
export async function WeekReports({ dashboard, at, hasDistricts }: { dashboard: Dashboard; at: DashboardAt; hasDistricts: boolean }) {
  const t = await getTranslations("dashboards.reports");
  const { reports, outstanding, marked } = dashboard;
  return (
    <Section title={t("title")}>
      <dl className={styles.counts}>
        {counts.map((count) => (
          <div key={count}>
            <dt>{t(count)}</dt>
            <dd><Link href={figureAddress(at, `reports-${count}`)} prefetch={false}>{formatFigure(reports[`reports-${count}`].value)}</Link></dd>
          </div>
        ))}
      </dl>
      <div className={styles.lists}>
        <RowList title={t("who")} none={t("noneOutstanding")} rows={outstanding} total={reports["reports-outstanding"].rows} href={figureAddress(at, "reports-outstanding")} hasDistricts={hasDistricts} />
        <RowList title={t("checking")} none={t("noneMarked")} rows={marked} total={reports["reports-marked"].rows} href={figureAddress(at, "reports-marked")} hasDistricts={hasDistricts} />
      </div>
    </Section>
  );
}
