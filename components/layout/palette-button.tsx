"use client";

import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import buttons from "./bar-button.module.css";
import type { NavItem } from "./nav-item";
import { searchRecords } from "./search-records";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), { ssr: false });

/** Opens the palette, by click or Ctrl/⌘ K. The palette itself comes at its first use. */
export function PaletteButton({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpened(true);
      setOpen((present) => !present);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={`${buttons.button} ${buttons.search}`}
        aria-label={t("palette.title")}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconSearch size={18} aria-hidden />
        <span className={`${buttons.wide} ${buttons.withKeys}`}>{t("search")}</span>
      </button>
      {wasOpened && <CommandPalette isOpen={isOpen} onClose={() => setOpen(false)} items={items} search={searchRecords} />}
    </>
  );
}
