import Link from "next/link";
import { getTranslations } from "next-intl/server";
import styles from "./breadcrumbs.module.css";

export type Crumb = { label: string; href?: string };

/** The way down to this page; the last one is where one is. */
export async function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  const t = await getTranslations("shell");
  return (
    <nav className={`${styles.crumbs} notPrinted`} aria-label={t("breadcrumbs")}>
      <ol>
        <li>
          <Link href="/" prefetch={false}>
            {t("home")}
          </Link>
        </li>
        {trail.map(({ label, href }, place) => (
          <li key={`${place} ${label}`}>
            {href ? (
              <Link href={href} prefetch={false}>
                {label}
              </Link>
            ) : (
              <span aria-current={place === trail.length - 1 ? "page" : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
