"use client";

import { Switch } from "@mantine/core";
import { useField, type FieldProps } from "./use-field";
import styles from "./forms.module.css";

export function SwitchField({ label, hint, isDisabled, name }: Omit<FieldProps, "isRequired" | "autoFocus">) {
  const { value, onChange, onBlur, attach, error } = useField(name);
  return (
    <Switch
      className={styles.switch}
      label={label}
      description={hint}
      error={error}
      disabled={isDisabled}
      name={name}
      ref={attach}
      checked={value === true}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
