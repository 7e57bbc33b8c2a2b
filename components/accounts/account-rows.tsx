"use client";

import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useField } from "@/components/forms/use-field";
import styles from "./account-rows.module.css";
import { roles } from "./roles";

type AccountRowsProps = { keys: readonly string[]; onRemove: (at: number) => void };

/** The list that will be sent: each line can still be changed or taken out. */
export function AccountRows({ keys, onRemove }: AccountRowsProps) {
  const t = useTranslations("accounts");
  if (keys.length === 0) return <p className={styles.empty}>{t("many.emptyList")}</p>;
  return (
    <table className={styles.rows}>
      <caption className="unseen">{t("many.list")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fields.name")}</th>
          <th scope="col">{t("fields.login")}</th>
          <th scope="col">{t("fields.role")}</th>
          <th scope="col">
            <span className="unseen">{t("many.remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key, at) => (
          <tr key={key}>
            <td>
              <Cell name={`accounts.${at}.name`} label={t("many.at", { at: at + 1, field: t("fields.name") })} maxLength={40} />
            </td>
            <td>
              <Cell name={`accounts.${at}.login`} label={t("many.at", { at: at + 1, field: t("fields.login") })} placeholder={t("many.byPinyin")} maxLength={64} />
            </td>
            <td>
              <RoleCell name={`accounts.${at}.role`} label={t("many.at", { at: at + 1, field: t("fields.role") })} />
            </td>
            <td>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("many.removeAt", { at: at + 1 })} onClick={() => onRemove(at)}>
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { name: string; label: string; placeholder?: string; maxLength?: number };

function Cell({ name, label, placeholder, maxLength }: CellProps) {
  const { value, onChange, onBlur, attach, error } = useField(name);
  return (
    <TextInput
      ref={attach} name={name} aria-label={label} value={value ?? ""} onChange={onChange} onBlur={onBlur} error={error} placeholder={placeholder} maxLength={maxLength}
      autoComplete="off" autoCapitalize="none" spellCheck={false}
    />
  );
}

function RoleCell({ name, label }: CellProps) {
  const t = useTranslations("accounts");
  const { value, onChange, onBlur, attach, error } = useField(name);
  return (
    <NativeSelect ref={attach} name={name} aria-label={label} value={value ?? ""} onChange={onChange} onBlur={onBlur} error={error}>
      {roles.filter((role) => role !== "enterprise").map((role) => (
        <option key={role} value={role}>
          {t(`roles.${role}`)}
        </option>
      ))}
    </NativeSelect>
  );
}
