"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import styles from "./command-palette.module.css";
import type { NavItem } from "./nav-item";
import type { Found } from "./search-records";
import { useFoundRecords } from "./use-found-records";

type CommandPaletteProps = {
  isOpen: boolean;
  onClose: () => void;
  items: readonly NavItem[];
  search: (query: string, signal: AbortSignal) => Promise<Found[]>;
};

export function CommandPalette({ isOpen, onClose, items, search }: CommandPaletteProps) {
  const t = useTranslations("shell");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("palette.title")} closeLabel={t("dismiss")} shape="search">
      <PaletteBody onClose={onClose} items={items} search={search} />
    </Dialog>
  );
}

function PaletteBody({ onClose, items, search }: Omit<CommandPaletteProps, "isOpen">) {
  const t = useTranslations("shell");
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const records = useFoundRecords(query, search);
  const pages = pagesMatching(items, query).map((item): Found => ({
    group: t("palette.pages"),
    label: item.label,
    description: item.group,
    href: item.href,
  }));
  const found = [...pages, ...records.found];
  const chosen = found[Math.min(at, found.length - 1)];

  const go = (to: Found | undefined) => {
    if (!to) return;
    onClose();
    router.push(to.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the Chinese input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt((present) => Math.min(present + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt((present) => Math.max(present - 1, 0));
    else if (event.key === "Enter") go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${found.indexOf(chosen)}` : undefined}
        aria-autocomplete="list"
        aria-label={t("palette.title")}
        placeholder={t("palette.placeholder")}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t("palette.title")} className={styles.list}>
        {found.map((each, place) => (
          <li
            key={`${each.group} ${each.href}`}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={each === chosen}
            className={styles.option}
            ref={each === chosen ? (element) => void element?.scrollIntoView({ block: "nearest" }) : undefined}
            onMouseMove={() => setAt(place)}
            onClick={() => go(each)}
          >
            <span className={styles.label}>{each.label}</span>
            <span className={styles.where}>{[each.group, each.description].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      <p className={styles.foot} role="status">
        {records.state === "searching" && t("palette.searching")}
        {records.state === "failed" && t("palette.failed")}
        {records.state === "settled" && found.length === 0 && t("palette.nothing", { query })}
        {records.state === "settled" && found.length > 0 && t("palette.count", { count: found.length })}
        <span className={styles.hint}>{t("palette.hint")}</span>
      </p>
    </>
  );
}

function pagesMatching(items: readonly NavItem[], query: string): NavItem[] {
  const wanted = query.trim().toLowerCase();
  return items.filter(({ label, keywords = "" }) => `${label} ${keywords}`.toLowerCase().includes(wanted));
}
