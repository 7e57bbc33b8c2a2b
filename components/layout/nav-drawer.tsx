"use client";

import { IconMenu2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";

export function NavDrawer({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconMenu2 size={22} stroke={1.6} aria-hidden />
        <span>{t("allPages")}</span>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("navigation")} closeLabel={t("dismiss")} shape="side">
        {/* Whoever has chosen a place has done with the list of places. */}
        <div onClick={(event) => (event.target as HTMLElement).closest("a") && setOpen(false)}>{children}</div>
      </Dialog>
    </>
  );
}
