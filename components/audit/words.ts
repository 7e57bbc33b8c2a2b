import type { TranslatorOf } from "@/lib/foundation/i18n/words";

/** "unit.add" → 新增单位. An action without a word of its own is shown as it is written. */
export function describeEntry(t: TranslatorOf<"history">, action: string): string {
  // A look-up by id that found nothing: "unit.find".
  if (action.endsWith(".find")) return t("lookUp");
  const key = `actions.${action}` as "actions.unit.add";
  return t.has(key) ? t(key) : action;
}

/** A reason that is kept as a code, "locked:15" for one; a reason somebody wrote stays as it is. */
export function describeNote(t: TranslatorOf<"history">, note: string | null): string | null {
  const [, code = "", minutes = ""] = /^(\w+)(?::(\d+))?$/.exec(note ?? "") ?? [];
  const key = `notes.${code}` as "notes.locked";
  return code && t.has(key) ? t(key, { minutes }) : note;
}
