"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { inputProps, useField, type FieldProps } from "./use-field";

export type Option = {
  value: string;
  label: string;
  group?: string;
  /** Also found by these: pinyin, initials. */ keywords?: string;
  isDisabled?: boolean;
};

export type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  /** May be left open: adds the empty choice, whose value is "". */
  isOpenAllowed?: boolean;
  placeholder?: string;
};

// Searching needs a list drawn by script; most forms do without and need not load it.
const SearchSelect = dynamic(() => import("./search-select").then((module) => module.SearchSelect));
const longFrom = 13;

/** The browser's own list for a few options (on a phone there is none better), one to search in for many. */
export function SelectField(props: SelectFieldProps) {
  return props.options.length >= longFrom ? <SearchSelect {...props} /> : <PlainSelect {...props} />;
}

function PlainSelect({ options, isOpenAllowed, placeholder, ...props }: SelectFieldProps) {
  const t = useTranslations("forms");
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <NativeSelect
      {...inputProps(props, error)}
      ref={attach}
      name={props.name}
      value={value ?? ""}
      onChange={onChange}
      onBlur={onBlur}
    >
      {(isOpenAllowed || !value) && <option value="">{placeholder ?? t("choose")}</option>}
      {groups.map((group) => {
        const choices = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          choices
        ) : (
          <optgroup key={group} label={group}>
            {choices}
          </optgroup>
        );
      })}
    </NativeSelect>
  );
}
