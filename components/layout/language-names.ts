import type { Locale } from "@/lib/foundation/i18n/locales";

/** Each language is named in itself, for whoever cannot read the other. */
export const languageNames: Record<Locale, string> = { "zh-CN": "中文", en: "English" };
