import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Nothing here: why, and the next step. */
export function EmptyState({ title, description, action }: { title: string; description?: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 64 48" aria-hidden focusable="false">
        <path d="M8 10h48M8 22h48M8 34h30" stroke="currentColor" strokeWidth="2.5" strokeLinecap="square" />
        <circle cx="52" cy="34" r="3.5" fill="var(--seal)" />
      </svg>
      <p className={styles.title}>{title}</p>
      {description && <p className={styles.description}>{description}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
