"use client";

import { Switch } from "@mantine/core";
import { useField, type FieldProps } from "./use-field";
import styles from "./forms.module.css";

export function SwitchField({ label, hint, isDisabled, name }: Omit<FieldProps, "isRequired" | "autoFocus">) {
  const { field, error } = useField(name);
  return (
    <Switch
      className={styles.switch}
      label={label}
      description={hint}
      error={error}
      disabled={isDisabled}
      name={field.name}
      ref={field.ref}
      checked={field.value === true}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}
