"use client";

import { IconDatabaseOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { MessagePage } from "./message-page";
import styles from "./message-page.module.css";

/** `retry` redraws what failed; without it the page is loaded anew. */
export function DatabaseAway({ retry }: { retry?: () => void }) {
  const t = useTranslations("errors");
  return (
    <MessagePage
      mark={<IconDatabaseOff size={48} stroke={1.2} />}
      title={t("databaseAway.title")}
      what={t("databaseAway.what")}
      next={t("databaseAway.next")}
      actions={
        <button type="button" className={styles.action} data-first onClick={() => (retry ? retry() : window.location.reload())}>
          {t("databaseAway.retry")}
        </button>
      }
    />
  );
}
