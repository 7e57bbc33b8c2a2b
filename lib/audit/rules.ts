import { policy, type Capability } from "@/lib/foundation/access/policy";

export const outcomes = ["done", "refused", "missed", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** What people ask the audit about, and the kinds its lines carry for it: the tables' names, and in a refusal the capability's. */
const kindsOfSubject = {
  account: ["account", "password"],
  session: ["session"],
  token: ["token", "apiToken"],
  unit: ["unit"],
  cadre: ["cadre", "cadrePost"],
  enterprise: ["enterprise", "enterpriseWhitelisting"],
  project: ["project", "projectYear", "projectYearTerm", "stageSpan", "statusSpan", "projectWhitelisting"],
  report: ["report", "progressReport", "missedReport"],
  duty: ["duty", "siteUnit", "builderContact"],
  schedule: ["schedule", "milestone", "movedMilestone"],
  fund: ["fund", "fundEntry"],
  district: ["district"],
  setting: ["setting", "districtSetting"],
  calendar: ["calendar", "calendarDay"],
  audit: ["audit", "auditExport"],
} as const satisfies Record<string, readonly string[]>;
export type Subject = keyof typeof kindsOfSubject;
export const subjectNames = Object.keys(kindsOfSubject) as [Subject, ...Subject[]];

export const kindsOf = (subject: Subject): string[] => [...kindsOfSubject[subject]];
export const subjectOf = (kind: string): Subject | null => subjectNames.find((subject) => (kindsOfSubject[subject] as readonly string[]).includes(kind)) ?? null;

/** What one must be able to do to read the history of a record of this kind; null when nobody but the auditor may. */
export function capabilityToRead(kind: string): Capability | null {
  const capability = `${subjectOf(kind)}.read`;
  return capability !== "audit.read" && Object.hasOwn(policy, capability) ? (capability as Capability) : null;
}

/** What is kept of a project, whose history is read in one. */
export const kindsOfProject = ["project", "projectYear", "progressReport", "duty", "siteUnit", "builderContact", "milestone", "fundEntry"] as const;

/** More than this in one file and nobody reads it. */
export const rowsInExport = 20_000;
export const linesInHistory = 200;

export type Change = { field: string; before: string | null; now: string | null };

/** Kept for the machine: the version, ids that stand beside the name they belong to, and what the line itself says. */
const unsaid = new Set([
  "version", "setById", "setByDistrictId", "responsibleUnitDistrictId", "cadreDistrictId", "unitDistrictId", "headDistrictId", "projectId", "milestoneId",
  "marks", "savedAt", "savedByName",
]);

/** The fields of a line that differ, each as text; null is empty. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [before, after].map((fields) => (fields ?? {}) as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !unsaid.has(field));
  return fields.map((field) => ({ field, before: asText(was[field]), now: asText(is[field]) })).filter((change) => change.before !== change.now);
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined || value === "" ? null : typeof value === "string" ? value : JSON.stringify(value);

/** The lowest id that a line of this moment can have: the ids begin with the time, so a range of days is a range of ids. */
export function firstIdAt(moment: Date): string {
  // Before 1970 there is no such id, and no entry either.
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}
