import type { useTranslations } from "next-intl";
import { formatMoment } from "@/components/ui/format";
import type { Change } from "@/lib/audit/rules";

type TranslatorOf<Namespace extends "history"> = ReturnType<typeof useTranslations<Namespace>>;

/** "unit.add" → 新增单位. An action without a word of its own is shown as it is written. */
export function describeEntry(t: TranslatorOf<"history">, action: string): string {
  // A look-up by id that found nothing: "unit.find".
  if (action.endsWith(".find")) return t("lookUp");
  const key = `actions.${action}` as "actions.unit.add";
  return t.has(key) ? t(key) : action;
}

/** A changed field with its label, and values in words where they are codes. */
export function describeChange(t: TranslatorOf<"history">, { field, before, now }: Change): { label: string; before: string | null; after: string | null } {
  const key = `fields.${field}` as "fields.name";
  return { label: t.has(key) ? t(key) : field, before: describeValue(t, field, before), after: describeValue(t, field, now) };
}

/** A reason that is kept as a code, "locked:15" for one; a reason somebody wrote stays as it is. */
export function describeNote(t: TranslatorOf<"history">, note: string | null): string | null {
  const [, code = "", minutes = ""] = /^(\w+)(?::(\d+))?$/.exec(note ?? "") ?? [];
  const key = `notes.${code}` as "notes.locked";
  return code && t.has(key) ? t(key, { minutes }) : note;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function describeValue(t: TranslatorOf<"history">, field: string, value: string | null): string | null {
  if (value === null || value === "") return null;
  const key = `values.${field}.${value}` as "values.kind.department";
  if (/^\w+$/.test(value) && t.has(key)) return t(key);
  if (!moment.test(value)) return value;
  return field.endsWith("At") || field.endsWith("Until") ? formatMoment(value) : value.slice(0, 10);
}
