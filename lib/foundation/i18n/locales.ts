export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "zh-CN";
export const localeCookie = "locale";

export function localeFrom(written: string | undefined): Locale {
  return locales.find((locale) => locale === written) ?? defaultLocale;
}
