"use client";

import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { DatabaseAway } from "./database-away";
import { MessagePage } from "./message-page";
import styles from "./message-page.module.css";

const databaseAway = "databaseAway";

/** What an error boundary shows. A server error brings only its digest to the browser, so the digest says when the database is away. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  if (digest === databaseAway || (error instanceof Error && "code" in error && error.code === databaseAway))
    return <DatabaseAway retry={retry} />;
  return (
    <MessagePage
      mark={<IconPlugConnectedX size={48} stroke={1.2} />}
      title={t("broken.title")}
      what={t("broken.what")}
      reference={digest && t("broken.reference", { reference: digest })}
      actions={
        <>
          <button type="button" className={styles.action} data-first onClick={retry}>
            {t("broken.retry")}
          </button>
          {/* What broke may live on in the page; a full load leaves it behind. */}
          {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
          <a className={styles.action} href="/">
            {t("broken.home")}
          </a>
        </>
      }
    />
  );
}
