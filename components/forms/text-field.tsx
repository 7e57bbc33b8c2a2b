"use client";

import { Textarea, TextInput } from "@mantine/core";
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from "react";
import { inputProps, useField, type FieldProps } from "./use-field";

type TextFieldProps = FieldProps & {
  type?: Extract<HTMLInputTypeAttribute, "text" | "tel" | "email" | "search" | "url">;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
};

export function TextField({ type = "text", placeholder, autoComplete = "off", maxLength, ...props }: TextFieldProps) {
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  return (
    <TextInput
      {...inputProps(props, error)}
      ref={attach}
      name={props.name}
      value={value ?? ""}
      onChange={onChange}
      onBlur={onBlur}
      type={type}
      placeholder={placeholder}
      autoComplete={autoComplete}
      maxLength={maxLength}
    />
  );
}

type TextareaFieldProps = FieldProps & { placeholder?: string; rows?: number; maxLength?: number };

export function TextareaField({ placeholder, rows = 3, maxLength, ...props }: TextareaFieldProps) {
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  return (
    <Textarea
      {...inputProps(props, error)}
      ref={attach}
      name={props.name}
      value={value ?? ""}
      onChange={onChange}
      onBlur={onBlur}
      placeholder={placeholder}
      rows={rows}
      maxLength={maxLength}
      resize="vertical"
    />
  );
}

const groupedByThousands = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Full-width digits made plain, commas dropped where they part thousands. "12,34" stays as it is: the schema says what is wrong with it. */
function plainFigure(typed: string): string {
  const plain = typed.normalize("NFKC").replace(/\s/g, "");
  return groupedByThousands.test(plain) ? plain.replaceAll(",", "") : plain;
}

/** Figures stay text on their way to the schema: money is a decimal, never a float. Full-width digits become plain ones. */
export function NumberField({ unit, placeholder, ...props }: FieldProps & { unit?: string; placeholder?: string }) {
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  return (
    <TextInput
      {...inputProps(props, error)}
      ref={attach}
      name={props.name}
      value={value ?? ""}
      onChange={onChange}
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      rightSection={unit}
      rightSectionWidth={unit ? `${unit.length + 1.5}em` : undefined}
      rightSectionPointerEvents="none"
      onBlur={() => {
        if (typeof value === "string") onChange(plainFigure(value));
        onBlur();
      }}
    />
  );
}
