"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { localeCookie, locales } from "@/lib/foundation/i18n/locales";
import { languageNames } from "./language-names";
import styles from "./language-link.module.css";
import { remember } from "./preferences";

/** The other language, for a page without the user menu. */
export function LanguageLink() {
  const router = useRouter();
  const here = useLocale();
  const [, startChange] = useTransition();
  return locales
    .filter((locale) => locale !== here)
    .map((locale) => (
      <button
        key={locale}
        type="button"
        lang={locale}
        className={styles.link}
        onClick={() => {
          remember(localeCookie, locale);
          startChange(() => router.refresh());
        }}
      >
        {languageNames[locale]}
      </button>
    ));
}
