"use client";

import { IconLogout } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { dropAllKeptText } from "@/components/forms/kept-text";
import { notify } from "@/components/ui/notices";
import styles from "./user-menu.module.css";

export function SignOutButton() {
  const t = useTranslations("shell");
  const [isPending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    try {
      const { signOut } = await import("next-auth/react");
      await signOut({ redirect: false });
      // The next person at this desk must not find what the last one typed.
      dropAllKeptText();
      // A full load, so that nothing of this person stays in the page.
      // eslint-disable-next-line @next/next/no-location-assign-relative-destination
      window.location.assign("/login");
    } catch {
      setPending(false);
      notify(t("user.signOutFailed"));
    }
  };
  return (
    <button type="button" className={styles.signOut} disabled={isPending} onClick={leave}>
      <IconLogout size={18} aria-hidden />
      {t("user.signOut")}
    </button>
  );
}
