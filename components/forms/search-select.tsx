"use client";

import { Select, type ComboboxItem, type ComboboxParsedItem } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Option, SelectFieldProps } from "./select-field";
import { inputProps, useField } from "./use-field";

const shownAtOnce = 60;

export function SearchSelect({ options, isOpenAllowed, placeholder, ...props }: SelectFieldProps) {
  const t = useTranslations("forms");
  const { value, onChange, onBlur, attach, error } = useField(props.name);
  const choices = useMemo(() => grouped(options), [options]);
  const keywords = useMemo(
    () => new Map(options.map(({ value, label, keywords: more }) => [value, `${label} ${more ?? ""}`.toLowerCase()])),
    [options],
  );
  return (
    <Select
      {...inputProps(props, error)}
      name={props.name}
      ref={attach}
      data={choices}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? "")}
      onBlur={onBlur}
      placeholder={placeholder ?? t("choose")}
      searchable
      selectFirstOptionOnChange
      clearable={isOpenAllowed}
      allowDeselect={false}
      limit={shownAtOnce}
      nothingFoundMessage={t("noneFound")}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      filter={({ options: all, search, limit }) => matching(all, search.trim().toLowerCase(), limit, keywords)}
    />
  );
}

function grouped(options: readonly Option[]) {
  const choice = ({ value, label, isDisabled }: Option) => ({ value, label, disabled: isDisabled });
  const names = [...new Set(options.map((option) => option.group))];
  if (names.every((name) => name === undefined)) return options.map(choice);
  return names.map((name) => ({ group: name ?? "", items: options.filter((option) => option.group === name).map(choice) }));
}

function matching(all: ComboboxParsedItem[], search: string, limit: number, keywords: Map<string, string>): ComboboxParsedItem[] {
  const fits = (item: ComboboxItem) => search === "" || (keywords.get(item.value) ?? "").includes(search);
  let left = limit;
  const take = (items: ComboboxItem[]) => {
    const taken = items.filter(fits).slice(0, left);
    left -= taken.length;
    return taken;
  };
  return all.flatMap((item): ComboboxParsedItem[] => {
    if (!("group" in item)) return take([item as ComboboxItem]);
    const items = take(item.items as ComboboxItem[]);
    return items.length > 0 ? [{ ...item, items }] : [];
  });
}
