"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { formatFigure, nothing } from "@/components/ui/format";
import type { WeekOfProject } from "@/lib/progress/queries";
import { editableColumns, type EditableColumn } from "@/lib/progress/rules";
import { troublesOf } from "./cell-troubles";
import { ReportMarks, ReportState } from "./report-tags";
import { lineOf, type RowTrouble, type Typed } from "./use-sheet";
import styles from "./week-sheet.module.css";

type SheetRowProps = {
  row: WeekOfProject;
  own: Typed | undefined;
  wasTried: boolean;
  refused: RowTrouble | null;
  at: number;
  week: string;
  onWrite: (changes: { row: number; column: EditableColumn; text: string }[]) => void;
  onDrop: (projectId: string) => void;
  onKeepMine: (projectId: string) => void;
};

/** A project's line: what it said last, the cells, and how it stands. */
export const SheetRow = memo(function SheetRow({ row, own, wasTried, refused, at, week, onWrite, onDrop, onKeepMine }: SheetRowProps) {
  const [t, fields] = [useTranslations("progress"), useTranslations("fields")];
  const { cells, isTyped, isLocked } = lineOf(row, own);
  const trouble = isTyped ? refused : null;
  const troubles = own && isTyped ? troublesOf(own.cells, row.before, wasTried, { fields, lower: (values) => t("troubles.reportLower", values) }) : {};
  const { projectId, name, report, before } = row;
  const isWrong = trouble !== null || Object.keys(troubles).length > 0;
  return (
    <tr data-typed={isTyped || undefined}>
      <th scope="row">
        <Link href={`/projects/${projectId}/reports?week=${week}`} prefetch={false}>
          {name}
        </Link>
      </th>
      <td className={styles.before}>{before ? formatFigure(before.completedWan) : nothing}</td>
      {editableColumns.map((column) => (
        <Cell
          key={column}
          at={at}
          column={column}
          label={t("columns.cell", { name, column: t(`columns.${column}`) })}
          text={cells[column]}
          isLocked={isLocked}
          sentence={troubles[column]}
          placeholder={column === "siteText" && before?.siteText ? t("mine.lastWeek", { text: before.siteText }) : undefined}
          onWrite={onWrite}
        />
      ))}
      <td className={styles.state}>
        <ReportState state={isWrong ? "wrong" : isTyped ? "typed" : (report?.status ?? "none")} />
        {trouble && <p className={styles.sentence}>{trouble.isConflict ? t("mine.rowChanged", { by: report?.savedByName ?? "" }) : trouble.sentence}</p>}
        {report?.status === "returned" && !isTyped && <p className={styles.sentence}>{t("form.returned", { reason: report.returnReason ?? "" })}</p>}
        {report && !isTyped && report.marks.length > 0 && <ReportMarks marks={report.marks} />}
        <span className={styles.rowButtons}>
          {!isLocked && before?.siteText && cells.siteText.trim() === "" && (
            <button type="button" className={styles.rowButton} aria-label={t("mine.sameAsBeforeOf", { name })} onClick={() => onWrite([{ row: at, column: "siteText", text: before.siteText! }])}>
              {t("mine.sameAsBefore")}
            </button>
          )}
          {trouble?.isConflict && (
            <button type="button" className={styles.rowButton} onClick={() => onKeepMine(projectId)}>
              {t("mine.rowMine")}
            </button>
          )}
          {isTyped && (
            <button type="button" className={styles.rowButton} onClick={() => onDrop(projectId)}>
              {t(trouble?.isConflict ? "mine.rowTheirs" : "mine.discardRow")}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
});

type CellProps = {
  at: number;
  column: EditableColumn;
  label: string;
  text: string;
  isLocked: boolean;
  sentence: string | undefined;
  placeholder: string | undefined;
  onWrite: SheetRowProps["onWrite"];
};

function Cell({ at, column, label, text, isLocked, sentence, placeholder, onWrite }: CellProps) {
  const isFigure = column === "completedWan" || column === "physicalPercent";
  const sentenceId = `cell-${at}-${column}-sentence`;
  const shared = {
    "aria-label": label,
    "aria-invalid": sentence ? (true as const) : undefined,
    "aria-describedby": sentence ? sentenceId : undefined,
    "data-row": at,
    "data-column": column,
    value: text,
    readOnly: isLocked,
    placeholder,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => onWrite([{ row: at, column, text: event.currentTarget.value }]),
  };
  return (
    <td data-column={column} data-wrong={sentence ? true : undefined}>
      {isFigure ? <input {...shared} inputMode="decimal" /> : <textarea {...shared} rows={1} maxLength={1000} />}
      {sentence && (
        <p id={sentenceId} className={styles.sentence}>
          {sentence}
        </p>
      )}
    </td>
  );
}
