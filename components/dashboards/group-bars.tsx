import Link from "next/link";
import type { ReactNode } from "react";
import { formatFigure } from "@/components/ui/format";
import styles from "./group-bars.module.css";

export type Group = { key: string; label: ReactNode; value: string; href: string; tone?: "good" | "watch" | "bad" };

/** How many of each: a bar and its number, which leads to the rows. */
export function GroupBars({ groups, label }: { groups: readonly Group[]; label: string }) {
  const most = Math.max(1, ...groups.map(({ value }) => Number(value)));
  return (
    <ul className={styles.bars} aria-label={label}>
      {groups.map(({ key, label: name, value, href, tone }) => (
        <li key={key}>
          <span className={styles.name}>{name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden focusable="false" data-tone={tone}>
            <rect width={(Number(value) / most) * 100} height="10" />
          </svg>
          {value === "0" ? <span className={styles.number}>0</span> : <Link href={href} prefetch={false} className={styles.number}>{formatFigure(value)}</Link>}
        </li>
      ))}
    </ul>
  );
}
