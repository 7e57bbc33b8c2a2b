"use client";

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import styles from "./secret-once.module.css";

/** A password or token that is shown this once: in full, easy to copy, with a word about it. */
export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const t = useTranslations("ui");
  const [outcome, setOutcome] = useState<"copied" | "copyFailed" | null>(null);
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setOutcome("copied");
    } catch {
      // Without TLS browsers refuse the clipboard; the text then stands selected for the person's own Ctrl C.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setOutcome("copyFailed");
    }
  };
  return (
    <div className={styles.secret}>
      <p className={styles.label}>{label}</p>
      <p className={styles.row}>
        <code ref={text} className={styles.text}>
          {secret}
        </code>
        <Button
          size="xs"
          variant="default"
          onClick={copy}
          leftSection={outcome === "copied" ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {t("secret.copy")}
        </Button>
      </p>
      <p className={styles.once}>{t("secret.once")}</p>
      <p role="status">{outcome && t(`secret.${outcome}`)}</p>
    </div>
  );
}
