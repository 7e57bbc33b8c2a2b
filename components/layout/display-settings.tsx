"use client";

import { Switch, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { localeCookie, locales } from "@/lib/foundation/i18n/locales";
import { Choices } from "./choices";
import { languageNames } from "./language-names";
import { largeTextCookie, remember } from "./preferences";
import styles from "./user-menu.module.css";

export function DisplaySettings() {
  const t = useTranslations("shell");
  const router = useRouter();
  const [language, setLanguage] = useState(useLocale());
  const [, startChange] = useTransition();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isLarge, setLarge] = useState(() => document.documentElement.dataset.text === "large");
  const schemes: [MantineColorScheme, string][] = [
    ["light", t("user.light")],
    ["dark", t("user.dark")],
    ["auto", t("user.auto")],
  ];
  return (
    <div className={styles.settings}>
      <Choices name="scheme" label={t("user.scheme")} choices={schemes} chosen={colorScheme} onChoose={setColorScheme} />
      <Choices
        name="language"
        label={t("user.language")}
        choices={locales.map((each) => [each, languageNames[each]] as const)}
        chosen={language}
        onChoose={(chosen) => {
          setLanguage(chosen);
          remember(localeCookie, chosen);
          startChange(() => router.refresh());
        }}
      />
      <Switch
        label={t("user.text")}
        checked={isLarge}
        onChange={(event) => {
          const large = event.currentTarget.checked;
          setLarge(large);
          remember(largeTextCookie, large ? "large" : "plain");
          if (large) document.documentElement.dataset.text = "large";
          else delete document.documentElement.dataset.text;
        }}
      />
    </div>
  );
}
