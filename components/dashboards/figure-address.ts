import { addressOf, type Scope } from "@/lib/figures/schema";

/** What a dashboard is of: every figure on it leads to its rows of the same day. */
export type DashboardAt = { districtId: string | null; year: number; on: string };

export const figureAddress = ({ districtId, year, on }: DashboardAt, key: string, scope: Scope = {}, day = on): string =>
  addressOf(key, { ...(districtId ? { districtIds: [districtId] } : {}), ...scope }, key.startsWith("reports-") ? { on: day } : { year, on: day });
