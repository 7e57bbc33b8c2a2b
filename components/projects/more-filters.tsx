"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import styles from "./more-filters.module.css";

/** On a phone the rarer filters wait behind a button, so that the first project is in sight; elsewhere they stand in the row. */
export function MoreFilters({ set, children }: { set: number; children: ReactNode }) {
  const t = useTranslations("projects");
  const [isOpen, setOpen] = useState(set > 0);
  const id = useId();
  return (
    <>
      <div className={styles.button}>
        <Button variant="default" fullWidth mih="var(--touch)" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t("filters.more")}
          {set > 0 && ` · ${set}`}
        </Button>
      </div>
      <div id={id} className={styles.filters} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
