import { z } from "zod";
import { baseSettings, type Setting } from "@/lib/foundation/settings";

const whole = (min: number, max: number, otherwise: number) => ({ schema: z.number().int().min(min).max(max), otherwise, input: "number" as const });

/** Every setting a district can have. Thresholds of lights: 银川's published points (10 and 30) and what the counties' own rules have in common. */
export const settings = {
  ...baseSettings,
  /** 1 Monday … 7 Sunday: the day as of which a week is reported. */
  reportWeekday: whole(1, 7, 5),
  /** So many days after it a report is still in time. */
  reportCutoffDays: whole(0, 6, 3),
  /** Points behind expectation, or its ratio as 武汉 and 松阳 rate (0.8, 0.6). */
  investmentMode: { schema: z.enum(["points", "ratio"]), otherwise: "points", input: "choice", options: ["points", "ratio"] },
  investmentYellowPoints: whole(1, 100, 10),
  investmentRedPoints: whole(1, 100, 30),
  startRedMonths: whole(1, 24, 3),
  nodeRedDays: whole(1, 365, 30),
  fundsYellowPoints: whole(1, 100, 20),
  fundsRedPoints: whole(1, 100, 40),
  reportYellowWeeks: whole(1, 12, 2),
  reportRedWeeks: whole(1, 26, 4),
} as const satisfies Record<string, Setting<number> | Setting<string> | Setting<"plain" | "dengbao"> | Setting<"points" | "ratio">>;
export type SettingKey = keyof typeof settings;
export type SettingValues = { [K in SettingKey]: z.infer<(typeof settings)[K]["schema"]> };

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key);

/** The values that hold among rows of a district and its city: the district's own first, then its city's, then the default. */
export function settingValuesFrom(rows: readonly { districtId: string; key: string; value: unknown }[], districtId: string): SettingValues {
  const values = (Object.keys(settings) as SettingKey[]).map((key) => {
    const set = rows.filter((row) => row.key === key);
    const parsed = settings[key].schema.safeParse((set.find((row) => row.districtId === districtId) ?? set[0])?.value);
    return [key, parsed.success ? parsed.data : settings[key].otherwise];
  });
  return Object.fromEntries(values) as SettingValues;
}
