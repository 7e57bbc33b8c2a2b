"use client";

import { Switch } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import buttons from "./bar-button.module.css";
import styles from "./keyboard-help.module.css";
import { setSingleKeys, useSingleKeys } from "./single-keys";

/** The list of keys, and the two single keys themselves, which one can switch off: a voice at a microphone types letters too. */
export function KeyboardHelp() {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  const areOn = useSingleKeys();
  useEffect(() => {
    if (!areOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const search = document.querySelector<HTMLElement>("[data-search-box]");
      if (event.key === "?" || event.key === "？") setOpen(true);
      else if (event.key === "/" && search) search.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [areOn]);
  const keys: [string[], string][] = [
    [["Ctrl", "K"], t("keys.palette")],
    [["/"], t("keys.find")],
    [["?"], t("keys.help")],
    [["Tab"], t("keys.tab")],
    [["Esc"], t("keys.escape")],
  ];
  return (
    <>
      <button
        type="button"
        className={`${buttons.button} ${styles.opener}`}
        aria-label={t("keys.open")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconKeyboard size={20} stroke={1.6} aria-hidden />
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("keys.title")} closeLabel={t("dismiss")}>
        <dl className={styles.keys}>
          {keys.map(([together, what]) => (
            <div key={what}>
              <dt>
                {together.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Switch label={t("keys.single")} checked={areOn} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
      </Dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, dialog *"));
}
