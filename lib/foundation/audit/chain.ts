import { createHash } from "node:crypto";
import { Prisma } from "@/prisma/generated/client";

export type Algorithm = "sha256" | "sm3";

/** Every column of an entry, as text that depends on no session setting. */
export const entryAsText = Prisma.sql`ARRAY[e.district_id::text, e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_district_id::text,
  e.actor_id::text, e.actor_name, e.actor_role, e.via, e.address, e.request_id, e.action, e.outcome, e.kind, e.subject_id, e.before::text, e.after::text, e.note]`;

/** The hash of a link: the hash before it, its place, and the entry. */
export const linkHash = (algorithm: Algorithm, previousHash: string, seq: bigint, fields: (string | null)[]): string =>
  createHash(algorithm).update(JSON.stringify([previousHash, seq.toString(), fields])).digest("hex");
