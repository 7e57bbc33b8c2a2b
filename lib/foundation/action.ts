import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { ActionResult, Conflict } from "./action-result";
import { recordApart } from "./audit/record";
import { isDatabaseAway } from "./db";
import { findActor } from "./auth/require-actor";
import { isFromOwnPage, requestIdOf } from "./auth/request";
import { InvalidInput, runCommand, type Command } from "./command";
import { fieldSentences } from "./field-sentence";
import { describeChange } from "./i18n/words";
import { newId } from "./ids";
import { log } from "./log";
import { Refusal } from "./refusal";

const envelope = z.strictObject({ input: z.unknown(), idempotencyKey: z.uuid() });

/**
 * Opens a command to forms. What it answers is for the form; it never throws to the browser.
 * `refreshes` names the pages that show what the command changes.
 */
export function defineAction<I, O>({ command, refreshes = [] }: { command: Command<I, O>; refreshes?: string[] }) {
  return async (sent: { input: unknown; idempotencyKey: string }): Promise<ActionResult<O>> => {
    const from = await headers();
    const refusals = await getTranslations("refusals");
    try {
      if (!isFromOwnPage(from)) throw new Refusal("foreignOrigin");
      const actor = await findActor();
      if (!actor) return { ok: false, kind: "signedOut", sentence: refusals("signedOut") };
      const call = envelope.safeParse(sent);
      if (!call.success) throw new InvalidInput(call.error.issues);
      const value = await runCommand(actor, command, call.data.input, { idempotencyKey: call.data.idempotencyKey });
      for (const path of refreshes) revalidatePath(path, path.includes("[") ? "page" : undefined);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof InvalidInput) {
        const fields = await getTranslations("fields");
        return { ok: false, kind: "invalid", fields: fieldSentences(error, fields) };
      }
      if (error instanceof Refusal) {
        if (error.code === "foreignOrigin") await noteForeign(command.name);
        return { ok: false, kind: "refused", code: error.code, sentence: refusals(error.code, error.values), conflict: await inWords(error.conflict) };
      }
      if (isDatabaseAway(error)) return { ok: false, kind: "refused", code: "unavailable", sentence: refusals("unavailable") };
      const reference = newId().slice(-12);
      log.error({ err: error, reference, requestId: requestIdOf(from), command: command.name, locale: await getLocale() }, "an action failed");
      return { ok: false, kind: "defect", reference, sentence: refusals("defect", { reference }) };
    }
  };
}

/** A conflict as the person reads it: fields by their labels, codes in words, and no change that only the machine keeps. */
async function inWords(conflict: Conflict | undefined): Promise<Conflict | undefined> {
  if (!conflict) return undefined;
  const history = await getTranslations("history");
  const changes = conflict.changes.map(({ field, before, now }) => {
    const { label, before: was, after } = describeChange(history, { field, before, now });
    return { field, label, before: was ?? "", now: after ?? "" };
  });
  return { ...conflict, changes };
}

async function noteForeign(action: string): Promise<void> {
  const actor = await findActor();
  if (actor) await recordApart(actor, [{ districtId: actor.districtId, action, outcome: "refused", kind: action.split(".")[0]!, note: "foreignOrigin" }]);
}
