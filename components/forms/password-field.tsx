"use client";

import { PasswordInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { inputProps, useField, type FieldProps } from "./use-field";

export function PasswordField({ autoComplete, ...props }: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  const t = useTranslations("forms");
  const { value, onChange, onBlur, attach, error } = useField(props.name, true);
  return (
    <PasswordInput
      {...inputProps(props, error)}
      // Mantine marks its other inputs so by itself, but not this one.
      aria-invalid={error !== undefined || undefined}
      ref={attach}
      name={props.name}
      value={value ?? ""}
      onChange={onChange}
      onBlur={onBlur}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ "aria-label": t("showPassword"), tabIndex: 0 }}
    />
  );
}
