import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { formatMoment } from "@/components/ui/format";
import { NoticeArea } from "@/components/ui/notices";
import { WithTheme } from "@/components/ui/with-theme";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { Brand } from "./brand";
import { Navigation } from "./navigation";
import type { NavItem } from "./nav-item";
import { OfflineBanner } from "./offline-banner";
import { PaletteButton } from "./palette-button";
import { KeyboardHelp } from "./keyboard-help";
import { UserMenu, type UserMenuProps } from "./user-menu";
import styles from "./workspace-shell.module.css";

type WorkspaceShellProps = {
  district: string;
  /** The moment up to which the page's figures stand; null where there are none. */
  asOf: string | Date | null;
  /** The demo's business clock; null outside of the demo. */
  demo: { clock: string | Date } | null;
  nav: readonly NavItem[];
  user: UserMenuProps["user"];
  /** Pages about oneself: sessions, tokens, password. */
  userLinks: UserMenuProps["links"];
  children: ReactNode;
};

/** The frame of every page behind the login. */
export async function WorkspaceShell({ district, asOf, demo, nav, user, userLinks, children }: WorkspaceShellProps) {
  const t = await getTranslations("shell");
  return (
    <ClientMessages of={["shell", "ui", "forms", "fields"]}>
      <WithTheme>
        <NuqsAdapter>
          <a href="#content" className={styles.skip}>
            {t("skip")}
          </a>
          <div className={styles.shell}>
            <header className={`${styles.bar} notPrinted`}>
              <Link href="/" prefetch={false} className={styles.brand}>
                <Brand />
                <span className={styles.district}>{district}</span>
              </Link>
              {asOf && <p className={styles.asOf}>{t("asOf", { at: formatMoment(asOf) })}</p>}
              <div className={styles.tools}>
                <PaletteButton items={nav} />
                <KeyboardHelp />
                <UserMenu user={user} links={userLinks} />
              </div>
            </header>
            <Navigation items={nav} />
            <div className={styles.stage}>
              {demo && (
                <aside className={`${styles.demo} notPrinted`} aria-label={t("demoLabel")}>
                  {t("demo", { clock: formatMoment(demo.clock) })}
                </aside>
              )}
              <OfflineBanner />
              <main id="content" tabIndex={-1} className={styles.content}>
                {children}
              </main>
            </div>
          </div>
          <NoticeArea />
        </NuqsAdapter>
      </WithTheme>
    </ClientMessages>
  );
}
