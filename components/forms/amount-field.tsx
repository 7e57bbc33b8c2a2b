"use client";

import { TextInput } from "@mantine/core";
import { readAmount } from "@/lib/foundation/money";
import { inputProps, useField, type FieldProps } from "./use-field";

/** An amount in 万元, typed in any usual way. What is understood is shown as it was read ("1.2亿" as 12000); what is not stays for its sentence. */
export function AmountField(props: FieldProps) {
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
      onBlur={() => {
        const read = typeof value === "string" ? readAmount(value) : null;
        if (read && "wan" in read && read.wan !== value) onChange(read.wan);
        onBlur();
      }}
    />
  );
}
