import type { useTranslations } from "next-intl";
import { momentText } from "../calendar";

export type TranslatorOf<Namespace extends "history"> = ReturnType<typeof useTranslations<Namespace>>;

/** A changed field of a record with its label, and values in words where they are codes: for its history, and for who meets another's change. */
export function describeChange(t: TranslatorOf<"history">, { field, before, now }: { field: string; before: string | null; now: string | null }): { label: string; before: string | null; after: string | null } {
  const key = `fields.${field}` as "fields.name";
  return { label: t.has(key) ? t(key) : field, before: describeValue(t, field, before), after: describeValue(t, field, now) };
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function describeValue(t: TranslatorOf<"history">, field: string, value: string | null): string | null {
  if (value === null || value === "") return null;
  const key = `values.${field}.${value}` as "values.kind.department";
  if (/^\w+$/.test(value) && t.has(key)) return t(key);
  if (!moment.test(value)) return value;
  return field.endsWith("At") || field.endsWith("Until") ? momentText(new Date(value)) : value.slice(0, 10);
}
