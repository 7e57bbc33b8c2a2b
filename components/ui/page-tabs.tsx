import Link from "next/link";
import styles from "./page-tabs.module.css";

type PageTabsProps = { label: string; tabs: readonly { key: string; href: string; label: string; isChosen: boolean }[] };

/** The pages that belong together, side by side; each has an address of its own. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  return (
    <nav className={`${styles.tabs} notPrinted`} aria-label={label}>
      <ul>
        {tabs.map(({ key, href, label: name, isChosen }) => (
          <li key={key}>
            <Link href={href} prefetch={false} aria-current={isChosen ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
