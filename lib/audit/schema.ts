import { z } from "zod";
import { day, id } from "@/lib/foundation/schema";
import { outcomes, subjectNames } from "./rules";

/** A filter from an address leaves out what is empty there. */
const asked = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** PostgreSQL keeps no text with a NUL in it, and cannot be asked for one. */
const text = z.string().trim().max(60).regex(/^[^\0]*$/);

/** What the auditor looks for; both days are included. */
export const auditFilter = z.strictObject({
  from: asked(day),
  to: asked(day),
  /** Part of a name, or the id of an account. */
  by: asked(text),
  kind: asked(z.enum(subjectNames)),
  /** The beginning of an action: "account" or "account.add". */
  action: asked(text),
  outcome: asked(z.enum(outcomes)),
  subjectId: asked(text),
  districtId: asked(id),
  q: asked(text),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** From an address: what makes no sense there is left out. */
export function filterFrom(params: Record<string, unknown>): AuditFilter {
  const sound = Object.entries(auditFilter.shape).map(([name, schema]) => [name, schema.safeParse(params[name]).data] as const);
  return Object.fromEntries(sound.filter(([, value]) => value !== undefined)) as AuditFilter;
}

export const auditLineShape = z.strictObject({
  id: z.uuid(),
  at: z.string(),
  districtId: z.uuid(),
  districtName: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  actorRole: z.string(),
  via: z.string(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  action: z.string(),
  outcome: z.string(),
  kind: z.string(),
  subjectId: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  note: z.string().nullable(),
});
