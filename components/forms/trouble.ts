import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/foundation/action-result";

/** Why a form was not saved. The first four come from the server, the rest from the way there. */
export type Trouble =
  | Exclude<ActionResult<never>, { ok: true } | { kind: "invalid" }>
  | { ok: false; kind: "invalid"; elsewhere: string[] } // sentences of fields that this form does not show
  | { ok: false; kind: "unreachable" }
  | { ok: false; kind: "updated" };

/** Calls an action so that a broken way to the server is an answer too. */
export async function askServer<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T> | Trouble> {
  try {
    return (await call()) ?? { ok: false, kind: "unreachable" };
  } catch (error) {
    unstable_rethrow(error);
    if (unstable_isUnrecognizedActionError(error)) return { ok: false, kind: "updated" };
    return { ok: false, kind: "unreachable" };
  }
}
