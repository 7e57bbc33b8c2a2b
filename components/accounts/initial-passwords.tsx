"use client";

import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useRef } from "react";
import styles from "./initial-passwords.module.css";

export type AddedAccount = { id: string; login: string; name: string; password: string };

type InitialPasswordsProps = { accounts: readonly AddedAccount[]; onAgain: () => void };

/** Logins and initial passwords, shown this once: to be printed and cut into slips, or copied. */
export function InitialPasswords({ accounts, onAgain }: InitialPasswordsProps) {
  const t = useTranslations("accounts");
  const heading = useRef<HTMLHeadingElement>(null);
  // The form is gone, and with it the focus.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.result}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {t("added.title", { count: accounts.length })}
      </h2>
      <p className={styles.once}>{t("added.once")}</p>
      <table className={styles.table}>
        <caption className="unseen">{t("added.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fields.name")}</th>
            <th scope="col">{t("fields.login")}</th>
            <th scope="col">{t("fields.initialPassword")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, login, password }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{login}</td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={`${styles.actions} notPrinted`}>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t("added.print")}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t("added.again")}
        </Button>
        <Link href="/accounts" prefetch={false} className={styles.link}>
          {t("added.ledger")}
        </Link>
      </div>
    </div>
  );
}
