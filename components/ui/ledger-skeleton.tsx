import { useTranslations } from "next-intl";
import styles from "./ledger-skeleton.module.css";

const rows = 9;

/** The shape of a page that is on its way. */
export function LedgerSkeleton() {
  const t = useTranslations("ui");
  return (
    <div className={styles.skeleton} role="status">
      <span className="unseen">{t("loading")}</span>
      <div className={styles.title} />
      <div className={styles.tools} />
      <div className={styles.sheet}>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row} />
        ))}
      </div>
    </div>
  );
}
