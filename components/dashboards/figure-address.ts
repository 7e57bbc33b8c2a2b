import { addressOf, type Scope } from "@/lib/figures/schema";
import type { ProjectLevel } from "@/prisma/generated/enums";

/** What a dashboard is of: every figure on it leads to its rows of the same day. */
export type DashboardAt = { districtId: string | null; levels: readonly ProjectLevel[] | null; year: number; on: string };

export const figureAddress = ({ districtId, levels, year, on }: DashboardAt, key: string, scope: Scope = {}, day = on): string =>
  addressOf(key, { ...(districtId ? { districtIds: [districtId] } : {}), ...(levels ? { levels } : {}), ...scope }, { year, on: day });
