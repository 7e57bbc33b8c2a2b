import Link from "next/link";
import styles from "./first-steps.module.css";

type Step = { key: string; href: string; label: string; what: string; count: string | null };

/** Where to go from here: each with what is there and how much. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ key, href, label, what, count }) => (
        <li key={key}>
          <Link href={href} prefetch={false} className={styles.step}>
            <span className={styles.label}>{label}</span>
            <span className={styles.what}>{what}</span>
            {count !== null && <span className={styles.count}>{count}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}
