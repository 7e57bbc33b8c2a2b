"use client";

import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./notices.module.css";

type Notice = { id: number; sentence: string; undo?: { label: string; run: () => void } };

const shownFor = 8000;
const channel = new EventTarget();
let count = 0;

/** Says that something was done, at the edge of the screen for 8 seconds, with a way back where there is one. Never for a refusal. */
export function notify(sentence: string, undo?: Notice["undo"]): void {
  channel.dispatchEvent(new CustomEvent<Notice>("notice", { detail: { id: ++count, sentence, undo } }));
}

export function NoticeArea() {
  const t = useTranslations("shell");
  const [notices, setNotices] = useState<Notice[]>([]);
  const drop = (id: number) => setNotices((present) => present.filter((notice) => notice.id !== id));
  useEffect(() => {
    const show = (event: Event) => {
      const notice = (event as CustomEvent<Notice>).detail;
      setNotices((present) => [...present.slice(-2), notice]);
      setTimeout(() => drop(notice.id), shownFor);
    };
    channel.addEventListener("notice", show);
    return () => channel.removeEventListener("notice", show);
  }, []);
  return (
    <section className={styles.area} role="status" aria-label={t("notices")}>
      {notices.map(({ id, sentence, undo }) => (
        <div key={id} className={styles.notice}>
          <p>{sentence}</p>
          {undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                undo.run();
                drop(id);
              }}
            >
              {undo.label}
            </button>
          )}
          <button type="button" className={styles.dismiss} aria-label={t("dismiss")} onClick={() => drop(id)}>
            <IconX size={18} aria-hidden />
          </button>
        </div>
      ))}
    </section>
  );
}
