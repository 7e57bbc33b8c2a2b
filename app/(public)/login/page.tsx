import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/accounts/demo-accounts";
import { LoginForm } from "@/components/accounts/login-form";
import { Brand } from "@/components/layout/brand";
import { LanguageLink } from "@/components/layout/language-link";
import { env } from "@/lib/foundation/env";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import styles from "./login.module.css";
import { ownPath } from "./own-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const [t, common, { callbackUrl }] = await Promise.all([getTranslations("login"), getTranslations("common"), searchParams]);
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <Brand size="page" />
        <p className={styles.product}>{common("productLine")}</p>
        <div className={styles.words}>
          <p className={styles.lineOne}>{t("lineOne")}</p>
          <p>{t("lineTwo")}</p>
        </div>
      </div>
      <div className={styles.door}>
        <div className={styles.inside}>
          <h1>{t("title")}</h1>
          <ClientMessages of={["login"]}>
            <LoginForm callbackUrl={ownPath(callbackUrl)} />
          </ClientMessages>
          <p className={styles.help}>{t("help")}</p>
          {env.DIAODU_DEMO === "1" && <DemoAccounts />}
        </div>
        <LanguageLink />
      </div>
    </main>
  );
}
