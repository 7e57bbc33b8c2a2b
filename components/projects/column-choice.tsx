"use client";

import { Button, Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ledgerColumns, usualColumns, type LedgerColumn } from "@/lib/projects/schema";
import styles from "./column-choice.module.css";

/** Which columns the ledger shows; the choice stands in the address, so that it is sent and saved with the view. */
export function ColumnChoice({ columns }: { columns: readonly LedgerColumn[] }) {
  const t = useTranslations("projects");
  const forms = useTranslations("forms");
  const [, setColumns] = useQueryState("cols", parseAsString.withOptions({ shallow: false, history: "replace", scroll: false }));
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly LedgerColumn[]>(columns);
  const show = () => {
    const isUsual = chosen.length === usualColumns.length && usualColumns.every((column) => chosen.includes(column));
    void setColumns(isUsual ? null : ledgerColumns.filter((column) => chosen.includes(column)).join(","));
    setOpen(false);
  };
  const turn = (column: LedgerColumn, isOn: boolean) => setChosen(isOn ? [...chosen, column] : chosen.filter((one) => one !== column));
  return (
    <>
      <Button
        variant="default"
        mih="var(--touch)"
        aria-haspopup="dialog"
        onClick={() => {
          setChosen(columns);
          setOpen(true);
        }}
      >
        {t("choose.button")}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("choose.title")} closeLabel={forms("close")}>
        <div className={styles.choice}>
          <div className={styles.columns}>
            {ledgerColumns.map((column) => (
              <Checkbox
                key={column}
                label={t(`columns.${column}`)}
                checked={chosen.includes(column)}
                disabled={column === "name"}
                onChange={(event) => turn(column, event.currentTarget.checked)}
              />
            ))}
          </div>
          <div className={styles.buttons}>
            <Button onClick={show}>{t("choose.apply")}</Button>
            <Button variant="default" onClick={() => setChosen(usualColumns)}>{t("choose.usual")}</Button>
            <Button variant="default" onClick={() => setChosen(ledgerColumns)}>{t("choose.all")}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
