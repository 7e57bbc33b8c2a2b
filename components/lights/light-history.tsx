import { getTranslations } from "next-intl/server";
import { addDays, daysBetween, type Day } from "@/lib/foundation/calendar";
import type { LightStretch } from "@/lib/lights/queries";
import { LightTag } from "./light-tag";
import styles from "./light-history.module.css";

const order = ["overall", "start", "investment", "nodes", "funds", "reports", "issues"] as const;
const [width, height] = [1000, 16];

/** How each light shone since January: a strip a dimension, and the same as a table. */
export async function LightHistory({ stretches, year, today }: { stretches: readonly LightStretch[]; year: number; today: Day }) {
  const t = await getTranslations("lights");
  if (stretches.length === 0) return <p className={styles.none}>{t("historyNone", { year: String(year) })}</p>;
  const first = `${year}-01-01`;
  const days = daysBetween(first, today) + 1;
  const at = (day: Day) => (Math.max(0, daysBetween(first, day)) / days) * width;
  const months = Array.from({ length: Number(today.slice(5, 7)) }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-01`);
  const lastDay = ({ toOn }: LightStretch) => (toOn ? addDays(toOn, -1) : today);
  const shown = order.flatMap((dimension) => {
    const own = stretches.filter((stretch) => stretch.dimension === dimension);
    return own.length > 0 ? [{ dimension, own }] : [];
  });
  return (
    <div className={styles.history}>
      <div className={styles.strips} aria-hidden>
        {shown.map(({ dimension, own }) => (
          <div key={dimension} className={styles.strip} data-overall={dimension === "overall" || undefined}>
            <span>{t(`dimensions.${dimension}`)}</span>
            <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" focusable="false">
              <rect width={width} height={height} className={styles.ground} />
              {own.map((stretch) => {
                const from = at(stretch.fromOn);
                const to = at(addDays(lastDay(stretch), 1));
                return (
                  <g key={stretch.fromOn}>
                    <rect x={from} width={Math.max(to - from, 2)} height={height} data-colour={stretch.colour} />
                    {stretch.colour === "red" && <rect x={from} y={height - 5} width={Math.max(to - from, 2)} height={5} className={styles.heavy} />}
                  </g>
                );
              })}
              {months.slice(1).map((month) => <line key={month} x1={at(month)} x2={at(month)} y1={0} y2={height} />)}
            </svg>
          </div>
        ))}
        <div className={styles.months}>
          <span />
          <ol>{months.map((month) => <li key={month} style={{ insetInlineStart: `${at(month) / 10}%` }}>{t("month", { month: Number(month.slice(5, 7)) })}</li>)}</ol>
        </div>
      </div>
      <details className={styles.table}>
        <summary>{t("asTable")}</summary>
        <table>
          <thead>
            <tr>{(["dimension", "light", "from", "to", "days"] as const).map((field) => <th key={field} scope="col">{t(`fields.${field}`)}</th>)}</tr>
          </thead>
          <tbody>
            {shown.flatMap(({ dimension, own }) =>
              own.map((stretch) => (
                <tr key={`${dimension} ${stretch.fromOn}`}>
                  <th scope="row">{t(`dimensions.${dimension}`)}</th>
                  <td><LightTag colour={stretch.colour} /></td>
                  <td>{stretch.fromOn}</td>
                  <td>{stretch.toOn ? lastDay(stretch) : t("toNow")}</td>
                  <td>{daysBetween(stretch.fromOn, lastDay(stretch)) + 1}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </div>
  );
}
