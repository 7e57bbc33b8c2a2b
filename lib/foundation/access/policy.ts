import type { Actor } from "../actor";

/**
 * Which rows a role reaches with a capability.
 * - `districts`: of the actor's own district, or of every district of their city for the city's accounts
 * - `districtsAndCity`: these, and their city's own (of which a district's people see names only)
 * - `asCity`: as `districts`, for the city's accounts only
 * - `responsible`: as `districts`, of these the projects that their unit is responsible for or for which they have a duty
 * - `own`: the actor's own
 * - `ownEnterprise`: of the enterprise the account belongs to
 */
export type Rows = "districts" | "districtsAndCity" | "asCity" | "responsible" | "own" | "ownEnterprise";

type Reach = Partial<Record<Actor["role"], Rows>>;

/** THE table of who may do what. Pages, actions, the API and every query ask it, and nothing else decides. */
export const policy = {
  "district.read": { staff: "districtsAndCity", leader: "districtsAndCity", admin: "districtsAndCity", auditor: "districtsAndCity", system: "districts" },
  "district.write": { admin: "asCity", system: "districts" },

  "unit.read": { staff: "districtsAndCity", leader: "districtsAndCity", admin: "districtsAndCity", system: "districts" },
  "unit.write": { admin: "districts", system: "districts" },

  "cadre.read": { staff: "districtsAndCity", leader: "districtsAndCity", admin: "districtsAndCity", system: "districts" },
  "cadre.write": { admin: "districts", system: "districts" },
  "cadre.phone": { staff: "districts", leader: "districts", admin: "districts" },

  "enterprise.read": { staff: "districts", leader: "districts", admin: "districts", enterprise: "ownEnterprise", system: "districts" },
  "enterprise.write": { admin: "districts", system: "districts" },
  "enterprise.phone": { staff: "districts", leader: "districts", admin: "districts", enterprise: "ownEnterprise" },

  "project.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "project.write": { staff: "responsible", admin: "districts", system: "districts" },
  /** Suspend, renew, resume, withdraw; skip a stage or take one back; move a day that was planned. */
  "project.approve": { leader: "districts", system: "districts" },
  "project.phone": { staff: "districts", leader: "districts", admin: "districts" },

  "report.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "report.write": { staff: "responsible", admin: "districts", system: "districts" },
  "report.verify": { leader: "districts", system: "districts" },

  "schedule.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "schedule.write": { staff: "responsible", admin: "districts", system: "districts" },
  "schedule.approve": { leader: "districts", system: "districts" },

  "fund.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "fund.write": { staff: "responsible", admin: "districts", system: "districts" },

  "duty.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "duty.write": { admin: "districts", system: "districts" },
  "duty.phone": { staff: "districts", leader: "districts", admin: "districts" },

  "light.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },
  "light.judge": { system: "districts" },

  "figure.read": { staff: "districts", leader: "districts", admin: "districts", system: "districts" },

  "view.own": { staff: "own", leader: "own", admin: "own" },
  "view.read": { staff: "districts", leader: "districts", admin: "districts" },

  "account.read": { admin: "districts", system: "districts" },
  "account.write": { admin: "districts", system: "districts" },

  "setting.read": { staff: "districtsAndCity", leader: "districtsAndCity", admin: "districtsAndCity", system: "districts" },
  "setting.write": { admin: "districts", system: "districts" },

  "calendar.read": { staff: "districtsAndCity", leader: "districtsAndCity", admin: "districtsAndCity", system: "districts" },
  "calendar.write": { admin: "districts", system: "districts" },

  "audit.read": { auditor: "districts", system: "districts" },
  "audit.export": { auditor: "districts" },
  "audit.verify": { auditor: "districts", system: "districts" },

  "session.own": { staff: "own", leader: "own", admin: "own", auditor: "own", enterprise: "own", system: "districts" },
  "token.own": { staff: "own", leader: "own", admin: "own", auditor: "own", enterprise: "own", system: "districts" },
  "password.own": { staff: "own", leader: "own", admin: "own", auditor: "own", enterprise: "own" },
} as const satisfies Record<string, Reach>;

export type Capability = keyof typeof policy;

/** Which column says whose a row is, where it is not the usual one. */
export const columnsOf: Record<string, { district?: string; own?: string; enterprise?: string; project?: string; unit?: string }> = {
  district: { district: "id" },
  password: { own: "id" },
  session: { own: "accountId" },
  token: { own: "accountId" },
  enterprise: { enterprise: "id" },
  // Whoever writes to a project's reports, schedule or funds is asked on the project itself.
  project: { project: "id", unit: "responsibleUnitId" },
  report: { project: "id", unit: "responsibleUnitId" },
  schedule: { project: "id", unit: "responsibleUnitId" },
  fund: { project: "id", unit: "responsibleUnitId" },
};

/** Null when the role has no such capability (or has it only at the city, and this is a district). */
export function rowsOf(actor: Actor, capability: Capability): Rows | null {
  const rows = (policy[capability] as Reach)[actor.role] ?? null;
  return rows === "asCity" && actor.districtKind !== "city" && actor.role !== "system" ? null : rows;
}

/** Whether the actor has the capability for any row at all: what navigation, buttons and pages ask. */
export const may = (actor: Actor, capability: Capability): boolean => rowsOf(actor, capability) !== null;

/** Whether the actor has the capability in a given district. */
export function mayIn(actor: Actor, capability: Capability, districtId: string): boolean {
  const rows = rowsOf(actor, capability);
  if (!rows) return false;
  if (rows === "districtsAndCity" && districtId === actor.cityId) return true;
  return actor.districtIds.includes(districtId);
}
