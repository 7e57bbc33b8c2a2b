import { z } from "zod";

/** A setting of a district: what it may be, and what holds where neither the district nor its city set it. */
export type Setting<T> = { schema: z.ZodType<T>; otherwise: T; input: "number" | "choice"; options?: readonly string[] };

/** The settings that the machinery itself asks. Those of the business stand in lib/districts/rules.ts. */
export const baseSettings = {
  sessionsPerAccount: { schema: z.number().int().min(1).max(50), otherwise: 2, input: "number" },
  sessionIdleMinutes: { schema: z.number().int().min(5).max(240), otherwise: 30, input: "number" },
  adminIdleMinutes: { schema: z.number().int().min(5).max(240), otherwise: 15, input: "number" },
  /** `dengbao`: the rules of GB/T 22239-2019 level 3 for passwords. */
  passwordProfile: { schema: z.enum(["plain", "dengbao"]), otherwise: "plain", input: "choice", options: ["plain", "dengbao"] },
} as const satisfies Record<string, Setting<number> | Setting<string> | Setting<"plain" | "dengbao">>;

type BaseKey = keyof typeof baseSettings;
type ValueOf<K extends BaseKey> = z.infer<(typeof baseSettings)[K]["schema"]>;
type Row = { districtId: string; key: string; value: unknown };

/** The value that holds among rows of a district and its city: the district's own first, then its city's, then the default. */
export function settingFrom<K extends BaseKey>(rows: Row[], districtId: string, key: K): ValueOf<K> {
  const set = rows.filter((row) => row.key === key);
  const row = set.find((one) => one.districtId === districtId) ?? set[0];
  const parsed = baseSettings[key].schema.safeParse(row?.value);
  return (parsed.success ? parsed.data : baseSettings[key].otherwise) as ValueOf<K>;
}
