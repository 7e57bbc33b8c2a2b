"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import styles from "./offline-banner.module.css";

function listen(tell: () => void): () => void {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}

export function OfflineBanner() {
  const t = useTranslations("shell");
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine, () => true); // prettier-ignore
  return <div role="status">{!isOnline && <p className={styles.offline}>{t("offline")}</p>}</div>;
}
