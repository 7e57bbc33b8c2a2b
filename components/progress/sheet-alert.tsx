"use client";

import { useTranslations } from "next-intl";
import type { Trouble } from "@/components/forms/trouble";
import styles from "./week-sheet.module.css";

/** Why the whole sheet was not submitted; what was typed is kept. */
export function SheetAlert({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("forms");
  const title = t(trouble.kind === "invalid" ? "alertTitle.invalid" : `alertTitle.${trouble.kind}`);
  return (
    <div className={styles.alert}>
      <p>
        <strong>{title}</strong>
      </p>
      {trouble.kind === "invalid" && <p>{t("invalidHint")}</p>}
      {trouble.kind === "refused" && <p>{trouble.sentence}</p>}
      {trouble.kind === "signedOut" && (
        <p>
          {t("signedOutHint")}{" "}
          <a href="/login" target="_blank" rel="noopener">
            {t("signIn")}
          </a>
        </p>
      )}
      {trouble.kind === "defect" && <p>{t("defectHint", { reference: trouble.reference })}</p>}
      {trouble.kind === "unreachable" && <p>{t("unreachableHint")}</p>}
      {trouble.kind === "updated" && <p>{t("updatedHint")}</p>}
    </div>
  );
}
