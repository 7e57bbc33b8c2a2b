import Link from "next/link";
import styles from "./first-steps.module.css";

type Step = { href: string; label: string; what: string; count: string | null };

/** The registers, in the order in which a district fills them. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ href, label, what, count }) => (
        <li key={href}>
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
