"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import styles from "./forms.module.css";
import { readTypedDay } from "./typed-day";
import { inputProps, useField, type FieldProps } from "./use-field";

/** A day typed in any usual way, or picked in the browser's own calendar. The value is "2023-04-11", or the text as typed when it is no day. */
export function DayField({ min, max, ...props }: FieldProps & { min?: string; max?: string }) {
  const t = useTranslations("forms");
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  const picker = useRef<HTMLInputElement>(null);
  const typed: string = value ?? "";
  return (
    <div className={styles.day}>
      <TextInput
        {...inputProps(props, error)}
        ref={attach}
        name={props.name}
        value={typed}
        onChange={onChange}
        inputMode="numeric"
        autoComplete="off"
        placeholder="2023-04-11"
        onBlur={() => {
          const day = readTypedDay(typed);
          if (day && day !== typed) onChange(day);
          onBlur();
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("openCalendar")}
            disabled={props.isDisabled}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={18} aria-hidden />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        className={styles.picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        min={min}
        max={max}
        value={readTypedDay(typed) ?? ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
