import { getTranslations } from "next-intl/server";
import { NavDrawer } from "./nav-drawer";
import { NavIcon } from "./nav-icon";
import { byGroup, type NavItem } from "./nav-item";
import { NavLink } from "./nav-link";
import styles from "./navigation.module.css";

const inBottomBar = 4;

/** The rail of a desk, and the bar under the thumb of a phone. */
export async function Navigation({ items }: { items: readonly NavItem[] }) {
  const t = await getTranslations("shell");
  const hrefs = items.map(({ href }) => href);
  return (
    <>
      <nav className={`${styles.rail} notPrinted`} aria-label={t("navigation")}>
        <NavGroups items={items} />
      </nav>
      <nav className={`${styles.bottom} notPrinted`} aria-label={t("navigation")}>
        {items.slice(0, inBottomBar).map((item) => (
          <NavLink key={item.href} href={item.href} among={hrefs} className={styles.thumb}>
            <NavIcon name={item.icon} size={22} />
            <span>{item.label}</span>
          </NavLink>
        ))}
        {items.length > inBottomBar && (
          <NavDrawer className={styles.thumb}>
            <NavGroups items={items} />
          </NavDrawer>
        )}
      </nav>
    </>
  );
}

function NavGroups({ items }: { items: readonly NavItem[] }) {
  return byGroup(items).map(([group, members]) => (
    <div key={group} className={styles.group}>
      {group !== "" && <p className={styles.groupName}>{group}</p>}
      <ul className={styles.list}>
        {members.map((item) => (
          <li key={item.href}>
            <NavLink href={item.href} among={items.map(({ href }) => href)} className={styles.link}>
              <NavIcon name={item.icon} />
              <span>{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
