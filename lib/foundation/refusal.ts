import type en from "@/messages/en/refusals.json";
import type zh from "@/messages/zh-CN/refusals.json";
import type { Conflict } from "./action-result";

/** A code with a sentence in every language; one that lacks either does not compile. */
export type RefusalCode = keyof typeof zh & keyof typeof en;
export type RefusalValues = Record<string, string | number>;

/** A no that the person is told in a sentence. Everything its transaction wrote is undone, and the audit says who was refused what. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly values: RefusalValues = {},
    readonly conflict?: Conflict,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** Takes what a rule's `whyNot…` answered: null passes, a reason is refused. */
export function refuseIf(reason: RefusalCode | false | null, values?: RefusalValues): void {
  if (reason) throw new Refusal(reason, values);
}
