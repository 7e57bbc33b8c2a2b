import { getTranslations } from "next-intl/server";
import { formatFigure, nothing } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { sumWan } from "@/lib/foundation/money";
import { differenceFrom } from "@/lib/projects/rules";
import type { YearByMonth } from "@/lib/schedules/queries";
import { DifferenceText } from "./difference-text";
import styles from "./month-section.module.css";
import { SetMonths } from "./set-months";

/** The plan of a year by month beside what was completed, each month and up to it. */
export async function MonthSection({ projectId, year, mayPlan }: { projectId: string; year: YearByMonth; mayPlan: boolean }) {
  const t = await getTranslations("schedules");
  const { planWan, monthsWan, completedWan } = year;
  const difference = monthsWan.length > 0 ? differenceFrom(planWan, monthsWan) : "0";
  const upTo = (amounts: readonly (string | null)[], at: number) => sumWan(amounts.slice(0, at + 1).filter((amount) => amount !== null));
  const lastReported = completedWan.findLastIndex((amount) => amount !== null);
  return (
    <ClientMessages of={["schedules"]}>
      <Section title={t("months.title", { year: year.year })} actions={mayPlan && <SetMonths projectId={projectId} year={year} />}>
        <p className={styles.said}>
          <span>{t("months.plan", { plan: formatFigure(planWan) })}</span>
          {monthsWan.length === 0 && <StatusTag tone="watch">{t("months.none")}</StatusTag>}
          {difference !== "0" && <StatusTag tone="watch"><DifferenceText differenceWan={difference} /></StatusTag>}
        </p>
        <table className={styles.months}>
          <caption className="unseen">{t("months.title", { year: year.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("months.month")}</th>
              <th scope="col">{t("months.planned")}</th>
              <th scope="col">{t("months.completed")}</th>
              <th scope="col" data-wide>{t("months.plannedUpTo")}</th>
              <th scope="col" data-wide>{t("months.completedUpTo")}</th>
            </tr>
          </thead>
          <tbody>
            {completedWan.map((completed, at) => (
              <tr key={at}>
                <th scope="row">{t("months.of", { month: at + 1 })}</th>
                <td>{formatFigure(monthsWan[at])}</td>
                <td>{formatFigure(completed)}</td>
                <td data-wide>{monthsWan.length > 0 ? formatFigure(upTo(monthsWan, at)) : nothing}</td>
                <td data-wide>{at <= lastReported ? formatFigure(upTo(completedWan, at)) : nothing}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("months.sum")}</th>
              <td>{monthsWan.length > 0 ? formatFigure(sumWan(monthsWan)) : nothing}</td>
              <td>{lastReported >= 0 ? formatFigure(upTo(completedWan, 11)) : nothing}</td>
              <td data-wide />
              <td data-wide />
            </tr>
          </tfoot>
        </table>
      </Section>
    </ClientMessages>
  );
}
