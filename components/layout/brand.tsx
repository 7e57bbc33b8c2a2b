import { getTranslations } from "next-intl/server";
import styles from "./brand.module.css";

/** The product's seal and name. */
export async function Brand({ size = "bar" }: { size?: "bar" | "page" }) {
  const t = await getTranslations("common");
  return (
    <span className={styles.brand} data-size={size}>
      <svg className={styles.seal} viewBox="0 0 32 32" aria-hidden focusable="false">
        <rect width="32" height="32" rx="5" fill="currentColor" />
        <path d="M8 9h16M8 16h16M8 23h9" stroke="#fff" strokeWidth="2.4" strokeLinecap="square" />
        <circle cx="24" cy="23" r="2.6" fill="#fff" />
      </svg>
      <span className={styles.name}>{t("productName")}</span>
    </span>
  );
}
