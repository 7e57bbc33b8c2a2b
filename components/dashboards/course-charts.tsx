import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatYi, nothing } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { percentOf } from "@/lib/foundation/money";
import type { Dashboard } from "@/lib/dashboards/queries";
import { figureAddress, type DashboardAt } from "./figure-address";
import styles from "./course-charts.module.css";

type Course = Dashboard["months"];

/** Completed and expected at the end of each month: a pair of columns each, their figures above, and the same as a table. */
export async function MonthChart({ months, at }: { months: Course; at: DashboardAt }) {
  const t = await getTranslations("dashboards");
  const most = Math.max(1, ...months.flatMap(({ values }) => [Number(values["key-projects-completed"].value), Number(values["key-projects-expected"].value)]));
  const nameOf = (on: string) => t("months.month", { month: Number(on.slice(5, 7)) });
  return (
    <Section title={t("months.title")}>
      <div className={styles.sheet}>
        <p className={styles.legend}>
          <span data-of="completed">{t("months.completed")}</span>
          <span data-of="expected">{t("months.expected")}</span>
          <span>{t("months.unit")}</span>
        </p>
        <div className={styles.columns} role="img" aria-label={t("months.chart")}>
          {months.map(({ on, values }) => {
            const [completed, expected] = [Number(values["key-projects-completed"].value) / most, Number(values["key-projects-expected"].value) / most];
            return (
              <div key={on} aria-hidden>
                <span>{formatYi(values["key-projects-completed"].value)}</span>
                <svg viewBox="0 0 24 100" preserveAspectRatio="none" focusable="false">
                  <rect x="3" y={100 - completed * 100} width="10" height={completed * 100} className={styles.completed} />
                  <rect x="14" y={100 - expected * 100} width="7" height={expected * 100} className={styles.expected} />
                </svg>
                <span>{nameOf(on)}</span>
              </div>
            );
          })}
        </div>
        <CourseTable rows={months} at={at} first={(on) => nameOf(on)} heading={at.year.toString()} />
      </div>
    </Section>
  );
}

/** The share of the annual plan on each report day: what is completed as a line, what is expected as a broken one. */
export async function WeekChart({ weeks, at }: { weeks: Course; at: DashboardAt }) {
  const t = await getTranslations("dashboards");
  const shares = weeks.map(({ on, values }) => ({
    on, completed: Number(values["key-projects-completion-rate"].value ?? 0), expected: Number(expectedShare(values) ?? 0),
  }));
  const most = Math.max(10, ...shares.flatMap(({ completed, expected }) => [completed, expected])) * 1.1;
  const line = (of: "completed" | "expected") => shares.map((share, at) => `${shares.length > 1 ? (at / (shares.length - 1)) * 100 : 50},${100 - (share[of] / most) * 100}`).join(" ");
  const last = weeks.at(-1);
  if (!last) return null;
  return (
    <Section title={t("weeks.title", { count: weeks.length })}>
      <div className={styles.sheet}>
        <p className={styles.legend}>
          <span data-of="completed">{t("weeks.rate")} {last.values["key-projects-completion-rate"].value ?? nothing}%</span>
          <span data-of="expected">{t("weeks.expected")} {expectedShare(last.values) ?? nothing}%</span>
        </p>
        <div role="img" aria-label={t("weeks.chart")}>
          <svg className={styles.lines} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden focusable="false">
            {[25, 50, 75, 100].map((y) => <line key={y} x1="0" x2="100" y1={y} y2={y} />)}
            <polyline points={line("expected")} className={styles.expectedLine} />
            <polyline points={line("completed")} className={styles.completedLine} />
          </svg>
        </div>
        <p className={styles.ends} aria-hidden><span>{weeks[0]!.on}</span><span>{last.on}</span></p>
        <CourseTable rows={weeks} at={at} first={(on) => on} heading={t("weeks.day")} />
      </div>
    </Section>
  );
}

const expectedShare = (values: Course[number]["values"]) => percentOf(values["key-projects-expected"].value ?? "0", values["key-projects-plan"].value ?? "0");

async function CourseTable({ rows, at, first, heading }: { rows: Course; at: DashboardAt; first: (on: string) => string; heading: string }) {
  const t = await getTranslations("dashboards");
  const link = (on: string, key: string, text: string) => <Link href={figureAddress(at, key, {}, on)} prefetch={false}>{text}</Link>;
  return (
    <details className={styles.table}>
      <summary>{t("asTable")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{t("months.completed")} ({t("units.yi")})</th>
            <th scope="col">{t("months.expected")} ({t("units.yi")})</th>
            <th scope="col">{t("weeks.rate")} (%)</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ on, values }) => (
            <tr key={on}>
              <th scope="row">{first(on)}</th>
              <td>{link(on, "key-projects-completed", formatYi(values["key-projects-completed"].value))}</td>
              <td>{link(on, "key-projects-expected", formatYi(values["key-projects-expected"].value))}</td>
              <td>{link(on, "key-projects-completion-rate", values["key-projects-completion-rate"].value ?? nothing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
