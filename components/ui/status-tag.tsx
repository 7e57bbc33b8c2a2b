import type { ReactNode } from "react";
import styles from "./status-tag.module.css";

/**
 * good: as it should be · watch: look at it · bad: wrong, overdue · news: fresh, waiting · progress: underway · done: finished, closed · off: retired, not in use
 */
export type StatusTone = "good" | "watch" | "bad" | "news" | "progress" | "done" | "off";

/** A status in three ways at once: the word, a shape of its own, a colour. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      <svg viewBox="0 0 12 12" aria-hidden focusable="false">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

const shapes: Record<StatusTone, ReactNode> = {
  good: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  watch: <path d="M6 .8 11.6 11H.4z" fill="currentColor" />,
  bad: <path d="M1 1h10v10H1z" fill="currentColor" />,
  news: <path d="M6 .5 11.5 6 6 11.5.5 6z" fill="currentColor" />,
  progress: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  done: <path d="m1.2 6.4 3.2 3.4 6.4-7.4" fill="none" stroke="currentColor" strokeWidth="2" />,
  off: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};
