"use client";

import { createContext, useContext, useEffect } from "react";
import { useController } from "react-hook-form";
import type { ActionForm } from "./use-action-form";

// The values of a form are its own business; what a field needs of it is the same for all.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const ActionFormContext = createContext<ActionForm<any> | null>(null);

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Shows the mark; the rule itself is the schema's. */
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
};

export function useForm(): ActionForm {
  const form = useContext(ActionFormContext);
  if (!form) throw new Error("a field stands outside of a FormShell");
  return form;
}

/** Binds a field to the form around it: its value in the server's HTML too, its sentence, and its place when focus is wanted. */
export function useField(name: string, isSecret = false) {
  const form = useForm();
  const { field, fieldState } = useController({ name, control: form.methods.control });
  const { ref: attach, value, onChange, onBlur } = field;
  const { announceField } = form;
  useEffect(() => void announceField(name, isSecret), [announceField, name, isSecret]);
  return { value, onChange, onBlur, attach, error: fieldState.error?.message };
}

/** What every Mantine input of ours gets alike. */
export function inputProps({ label, hint, isRequired, isDisabled, autoFocus }: FieldProps, error: string | undefined) {
  return {
    label,
    description: hint,
    withAsterisk: isRequired,
    "aria-required": isRequired || undefined,
    disabled: isDisabled,
    autoFocus,
    error,
  };
}
