import { baseSettings } from "@/lib/foundation/settings";

/** Every setting a district can have. */
export const settings = { ...baseSettings };
export type SettingKey = keyof typeof settings;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key);
