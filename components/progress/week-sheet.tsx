"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type { WeekOfProject } from "@/lib/progress/queries";
import { sheetColumns, type EditableColumn } from "@/lib/progress/rules";
import { SheetAlert } from "./sheet-alert";
import { SheetRow } from "./sheet-row";
import { useSheet } from "./use-sheet";
import styles from "./week-sheet.module.css";

type WeekSheetProps = { rows: readonly WeekOfProject[]; districtId: string; week: string };

/** A unit's whole week in one sheet: typed, or pasted from Excel or WPS; errors stand at their cell. */
export function WeekSheet({ rows, districtId, week }: WeekSheetProps) {
  const t = useTranslations("progress");
  const sheet = useSheet({ rows, districtId, week });
  const table = useRef<HTMLTableElement>(null);
  const [isAlive, setAlive] = useState(false);
  // eslint-disable-next-line react-hooks/set-state-in-effect -- before the page is alive nothing may be submitted
  useEffect(() => setAlive(true), []);
  const { said, strangers, gone, count } = sheet;

  useEffect(() => {
    if (said && said.wrong > 0) table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [said]);

  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const at = placeOf(event.target);
    if (at && sheet.paste(event.clipboardData.getData("text/plain"), at)) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const at = placeOf(event.target);
    // While pinyin is being composed, Enter and the arrows belong to it.
    if (!at || event.nativeEvent.isComposing) return;
    const isText = event.target instanceof HTMLTextAreaElement;
    const step = event.key === "Enter" && !event.shiftKey ? 1 : !isText && event.key === "ArrowDown" ? 1 : !isText && event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    table.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-row="${at.row + step}"][data-column="${at.column}"]:is(input, textarea)`)?.select();
  };

  return (
    <div className={styles.sheet}>
      <p className={styles.hint}>{t("mine.hint")}</p>
      {sheet.wasRestored && (
        <p className={styles.restored} role="status">
          {t("mine.restored")}{" "}
          <button type="button" className={styles.rowButton} onClick={() => sheet.drop()}>
            {t("mine.discard")}
          </button>
        </p>
      )}
      <div className={styles.frame} role="region" aria-label={t("mine.scroll")} tabIndex={0}>
        <table ref={table} onPaste={onPaste} onKeyDown={onKeyDown}>
          <caption className="unseen">{t("mine.caption")}</caption>
          <thead>
            <tr>
              {[...sheetColumns, "state" as const].map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`columns.${column}`)}
                  {(column === "before" || column === "completedWan") && <span className={styles.unit}>{t("columns.unitWan")}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <SheetRow
                key={row.projectId}
                row={row}
                own={sheet.typed[row.projectId]}
                wasTried={sheet.tried}
                refused={sheet.refused[row.projectId] ?? null}
                at={at}
                week={week}
                onWrite={sheet.write}
                onDrop={sheet.drop}
                onKeepMine={sheet.keepMine}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <div role="alert">{sheet.trouble && <SheetAlert trouble={sheet.trouble} />}</div>
        <p role="status" className={styles.said} data-wrong={(said !== null && said.wrong > 0) || strangers.length > 0 || gone.length > 0 || undefined}>
          {gone.length > 0 && `${t("mine.gone", { count: gone.length, names: gone.slice(0, 5).join(t("separator")) })} `}
          {strangers.length > 0 && `${t("mine.strangers", { count: strangers.length, names: strangers.slice(0, 5).join(t("separator")) })} `}
          {said ? t(said.wrong === 0 ? "mine.saved" : said.saved === 0 ? "mine.savedNone" : "mine.savedSome", { count: said.saved, wrong: said.wrong }) : count === 0 ? t("mine.nothingTyped") : t("mine.typed", { count })}
        </p>
        <Button mih="var(--touch)" disabled={!isAlive || count === 0} loading={sheet.isPending} onClick={() => void sheet.submit()}>
          {count === 0 ? t("mine.submitNone") : t("mine.submit", { count })}
        </Button>
      </div>
    </div>
  );
}

/** Which cell an event came from. */
function placeOf(target: EventTarget): { row: number; column: EditableColumn } | null {
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return null;
  return { row: Number(target.dataset.row), column: target.dataset.column as EditableColumn };
}
