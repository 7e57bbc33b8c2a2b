"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Dialog } from "./dialog";
import styles from "./dialog-button.module.css";

type DialogButtonProps = {
  label: string;
  /** The dialog's heading; the label without it. */
  title?: string;
  /** "link": in a row of a ledger, where a button would shout. */
  look?: "button" | "link";
  /** Drawn while the dialog is open; called to close it. */
  children: (close: () => void) => ReactNode;
};

/** A button and the dialog it opens, with a form of its own. */
export function DialogButton({ label, title = label, look = "button", children }: DialogButtonProps) {
  const t = useTranslations("forms");
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  const close = () => setOpen(false);
  return (
    <>
      {look === "link" ? (
        <button type="button" className={styles.link} aria-haspopup="dialog" onClick={open}>
          {label}
        </button>
      ) : (
        <Button variant="default" mih="var(--touch)" aria-haspopup="dialog" onClick={open}>
          {label}
        </Button>
      )}
      {wasOpened && (
        <Dialog isOpen={isOpen} onClose={close} title={title} closeLabel={t("close")}>
          {isOpen && children(close)}
        </Dialog>
      )}
    </>
  );
}
