"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode } from "react";
import { VerifyButton } from "./verify-button";
import styles from "./report-list.module.css";

/** Around a ledger whose rows have boxes to tick: verifies the ticked ones together. */
export function VerifyMany({ children }: { children: ReactNode }) {
  const t = useTranslations("progress.verify");
  const around = useRef<HTMLDivElement>(null);
  const [ticked, setTicked] = useState<{ id: string; version: number }[]>([]);
  const boxes = () => [...(around.current?.querySelectorAll<HTMLInputElement>('input[name="report"]') ?? [])];
  const read = () =>
    setTicked(boxes().filter((box) => box.checked).map((box) => {
      const [id = "", version] = box.value.split(":");
      return { id, version: Number(version) };
    }));
  const tickAll = (isOn: boolean) => {
    for (const box of boxes()) box.checked = isOn;
    read();
  };
  return (
    <div ref={around} onChange={(event) => (event.target as HTMLInputElement).name === "report" && read()}>
      <div className={`${styles.bar} notPrinted`}>
        <label className={styles.all}>
          <input type="checkbox" onChange={(event) => tickAll(event.currentTarget.checked)} />
          {t("chooseAll")}
        </label>
        <span role="status">{t("chosen", { count: ticked.length })}</span>
        <VerifyButton reports={ticked} label={t("buttonMany", { count: ticked.length })} doneNotice={t("done", { count: ticked.length })} isPrimary onDone={() => tickAll(false)} />
      </div>
      {children}
    </div>
  );
}
