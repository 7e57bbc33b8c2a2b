import { z } from "zod";
import { day, id } from "@/lib/foundation/schema";
import { outcomes, subjectNames } from "./rules";

/** A filter from an address leaves out what is empty there. */
const asked = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What the auditor looks for; both days are included. */
export const auditFilter = z.strictObject({
  from: asked(day),
  to: asked(day),
  /** Part of a name, or the id of an account. */
  by: asked(z.string().trim().max(60)),
  kind: asked(z.enum(subjectNames)),
  /** The beginning of an action: "account" or "account.add". */
  action: asked(z.string().trim().max(60)),
  outcome: asked(z.enum(outcomes)),
  subjectId: asked(z.string().trim().max(60)),
  districtId: asked(id),
  q: asked(z.string().trim().max(60)),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** A page opened with a filter that makes no sense shows the whole, as if none were given. */
export function filterFrom(params: Record<string, string | string[] | undefined>): AuditFilter {
  const known = Object.keys(auditFilter.shape).map((name) => [name, params[name]] as const);
  return auditFilter.catch({}).parse(Object.fromEntries(known.filter(([, value]) => typeof value === "string")));
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
