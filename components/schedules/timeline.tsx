import { getTranslations } from "next-intl/server";
import { daysBetween } from "@/lib/foundation/calendar";
import type { Milestone } from "@/lib/schedules/queries";
import { daysLate } from "@/lib/schedules/rules";
import styles from "./timeline.module.css";

/** The nodes on a line of time, with today; the table under it says the same in words. */
export async function Timeline({ milestones, today }: { milestones: readonly Milestone[]; today: string }) {
  const t = await getTranslations("schedules");
  const shown = milestones.filter(({ withdrawnOn }) => !withdrawnOn);
  const days = [today, ...shown.flatMap(({ dueOn, baselineOn, doneOn }) => [dueOn, baselineOn, doneOn ?? dueOn])].sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const whole = Math.max(1, daysBetween(first, last));
  const at = (day: string) => `${3 + (94 * daysBetween(first, day)) / whole}%`;
  return (
    <svg className={styles.line} role="img" aria-label={t("timeline", { count: shown.length, from: first, to: last })}>
      <line x1="3%" x2="97%" y1="34" y2="34" className={styles.axis} />
      <line x1={at(today)} x2={at(today)} y1="12" y2="56" className={styles.today} />
      <text x={at(today)} y="9" textAnchor="middle" className={styles.word}>{t("today")}</text>
      {shown.map((milestone) => (
        <g key={milestone.id} data-state={milestone.doneOn ? "done" : daysLate(milestone, today) > 0 ? "late" : "open"} className={styles.node}>
          {milestone.dueOn !== milestone.baselineOn && <line x1={at(milestone.baselineOn)} x2={at(milestone.dueOn)} y1="34" y2="34" className={styles.moved} />}
          <svg x={at(milestone.dueOn)} y="34" overflow="visible">
            {!milestone.doneOn && daysLate(milestone, today) > 0 ? <rect x="-6" y="-6" width="12" height="12" /> : <circle r="6" />}
          </svg>
        </g>
      ))}
      <text x="3%" y="70" className={styles.word}>{first}</text>
      <text x="97%" y="70" textAnchor="end" className={styles.word}>{last}</text>
    </svg>
  );
}
