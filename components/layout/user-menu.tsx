"use client";

import { IconChevronDown, IconUserCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useId, useRef, useState } from "react";
import buttons from "./bar-button.module.css";
import { DisplaySettings } from "./display-settings";
import { SignOutButton } from "./sign-out-button";
import styles from "./user-menu.module.css";

export type UserMenuProps = {
  user: { name: string; login: string; role: string; district: string };
  links: readonly { href: string; label: string }[];
};

/** Who one is, one's own pages, how the screen looks, and the way out. */
export function UserMenu({ user, links }: UserMenuProps) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      opener.current?.focus();
    };
    const onPress = (event: PointerEvent) => !element.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [isOpen]);
  return (
    <div
      ref={element}
      className={styles.menu}
      onBlur={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={opener}
        type="button"
        className={buttons.button}
        aria-label={`${t("user.open")}: ${user.name}`}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <IconUserCircle size={20} stroke={1.6} aria-hidden />
        <span className={buttons.wide}>{user.name}</span>
        <IconChevronDown size={16} aria-hidden className={buttons.wide} />
      </button>
      <div id={panelId} className={styles.panel} hidden={!isOpen}>
        <div className={styles.who}>
          <p className={styles.name}>{user.name}</p>
          <p className={styles.post}>
            {user.district} · {user.role}
          </p>
          <p className={styles.post}>{user.login}</p>
        </div>
        <ul className={styles.links}>
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} onClick={() => setOpen(false)}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        {isOpen && <DisplaySettings />}
        <SignOutButton />
      </div>
    </div>
  );
}
