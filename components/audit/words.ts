import type { useTranslations } from "next-intl";
import type { Change } from "@/lib/audit/rules";

type Words = ReturnType<typeof useTranslations<"history">>;

/** "unit.add" → 新增单位. An action without a word of its own is shown as it is written. */
export function describeEntry(t: Words, action: string): string {
  const key = `actions.${action}` as "actions.unit.add";
  return t.has(key) ? t(key) : action;
}

/** A changed field with its label, and values in words where they are codes. */
export function describeChange(t: Words, { field, before, now }: Change): { label: string; before: string | null; after: string | null } {
  const key = `fields.${field}` as "fields.name";
  return { label: t.has(key) ? t(key) : field, before: describeValue(t, field, before), after: describeValue(t, field, now) };
}

const moment = /^(\d{4}-\d{2}-\d{2})T00:00:00\.000Z$/;

function describeValue(t: Words, field: string, value: string | null): string | null {
  if (value === null || value === "") return null;
  const key = `values.${field}.${value}` as "values.kind.department";
  if (/^\w+$/.test(value) && t.has(key)) return t(key);
  return moment.exec(value)?.[1] ?? value;
}
