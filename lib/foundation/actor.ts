import type { DistrictKind, Role } from "@/prisma/generated/enums";

/** Who acts, and what they reach: loaded once a request. `system` is a job or a script. */
export type Actor = {
  role: Role | "system";
  accountId: string | null;
  /** As the audit writes it. */
  name: string;
  login: string | null;
  districtId: string;
  districtName: string;
  districtKind: DistrictKind;
  cityId: string;
  /** Every district they act in: their own, or all of their city. */
  districtIds: readonly string[];
  cadreId: string | null;
  enterpriseId: string | null;
  unitIds: readonly string[];
  /** Projects for which their cadre has a duty today. */
  dutyProjectIds: readonly string[];
  sessionId: string | null;
  /** Their password was given by somebody else, or is older than the rules allow: until they changed it they may do nothing else. */
  mustChangePassword: boolean;
  clockOffsetMs: number;
  isDemo: boolean;
  via: "page" | "api" | "job" | "script";
  address: string | null;
  requestId: string | null;
};
