"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import type { Conflict } from "@/lib/foundation/action-result";
import { formatMoment } from "@/components/ui/format";
import styles from "./forms.module.css";
import type { Trouble } from "./trouble";
import type { ActionForm } from "./use-action-form";

/** Says why nothing was saved, that the text is kept, and what to do next. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- it never looks at the values
export function FormAlert({ form, trouble }: { form: ActionForm<any>; trouble: Trouble }) {
  const t = useTranslations("forms");
  switch (trouble.kind) {
    case "invalid":
      return (
        <Panel title={t("alertTitle.invalid")} text={t("invalidHint")}>
          {trouble.elsewhere.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Panel>
      );
    case "refused":
      if (!trouble.conflict) return <Panel title={t("alertTitle.refused")} text={trouble.sentence} />;
      return (
        <Panel
          title={t("alertTitle.conflict", { by: trouble.conflict.by, at: formatMoment(trouble.conflict.at) })}
          text={t("conflictHint")}
          actions={
            <>
              <Button variant="default" size="xs" onClick={form.takeTheirs} disabled={form.isPending}>
                {t("takeTheirs")}
              </Button>
              <Button size="xs" onClick={form.saveMine} loading={form.isPending}>
                {t("saveMine")}
              </Button>
            </>
          }
        >
          <ConflictChanges changes={trouble.conflict.changes} />
        </Panel>
      );
    case "signedOut":
      return (
        <Panel
          title={t("alertTitle.signedOut")}
          text={t("signedOutHint")}
          actions={
            <a href="/login" target="_blank" rel="noopener">
              {t("signIn")}
            </a>
          }
        />
      );
    case "defect":
      return <Panel title={t("alertTitle.defect")} text={t("defectHint", { reference: trouble.reference })} />;
    case "unreachable":
      return (
        <Panel
          title={t("alertTitle.unreachable")}
          text={t("unreachableHint")}
          actions={
            <Button size="xs" onClick={() => void form.submit()} loading={form.isPending}>
              {t("retry")}
            </Button>
          }
        />
      );
    case "updated":
      return (
        <Panel
          title={t("alertTitle.updated")}
          text={t("updatedHint")}
          actions={
            <Button size="xs" onClick={() => window.location.reload()}>
              {t("reload")}
            </Button>
          }
        />
      );
  }
}

type PanelProps = { title: string; text: string; actions?: ReactNode; children?: ReactNode };

function Panel({ title, text, actions, children }: PanelProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => void element.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div ref={element} className={styles.alert}>
      <p className={styles.alertTitle}>{title}</p>
      <p>{text}</p>
      {children}
      {actions && <div className={styles.alertActions}>{actions}</div>}
    </div>
  );
}

function ConflictChanges({ changes }: { changes: Conflict["changes"] }) {
  const t = useTranslations("forms");
  if (changes.length === 0) return <p>{t("conflictNothing")}</p>;
  return (
    <table className={styles.conflict}>
      <caption className="unseen">{t("conflictTable")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("conflictField")}</th>
          <th scope="col">{t("conflictBefore")}</th>
          <th scope="col">{t("conflictNow")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{change.label}</th>
            <td>
              <del>{change.before || "—"}</del>
            </td>
            <td>
              <ins>{change.now || "—"}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
