import { z } from "zod";
import { id, shortText, version } from "@/lib/foundation/schema";

/** Ledgers whose views can be saved. */
const place = z.enum(["projects"]);
export type Place = z.infer<typeof place>;

/** What stands behind the question mark of an address; the page itself reads it as it reads any other. */
const address = z.string().trim().max(2000).regex(/^[^\s#?]*$/, "badFormat");

export const saveViewSchema = z.strictObject({ place, name: shortText(30), address, isForUnit: z.boolean().default(false) });
export const removeViewSchema = z.strictObject({ id, version });

/** More than this and nobody finds any. */
export const viewsAtMost = 30;
