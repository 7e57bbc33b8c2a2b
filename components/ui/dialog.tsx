"use client";

import { IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import styles from "./dialog.module.css";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  /** "side": from the left edge, for navigation. "search": at the top, its title unseen. */
  shape?: "middle" | "side" | "search";
  children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus, knows Esc, and stands above everything without a script's help. */
export function Dialog({ isOpen, onClose, title, closeLabel, shape = "middle", children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-shape={shape}
      aria-labelledby={titleId}
      onClose={onClose}
      onMouseDown={(event) => event.target === element.current && onClose()}
    >
      {isOpen && (
        <div className={styles.body}>
          <header className={shape === "search" ? "unseen" : styles.head}>
            <h2 id={titleId}>{title}</h2>
            {shape !== "search" && (
              <button type="button" className={styles.close} aria-label={closeLabel} onClick={onClose}>
                <IconX size={20} aria-hidden />
              </button>
            )}
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
