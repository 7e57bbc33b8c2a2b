import type { Trouble } from "@/components/forms/trouble";
import type { ActionResult } from "@/lib/foundation/action-result";

export type DraftState = { kind: "idle" } | { kind: "saving" } | { kind: "saved"; version: number; savedAt: string } | { kind: "kept" } | { kind: "theirs" };

type Saved = { version: number; savedAt: string };
/** What goes to the server: the text over the version that was seen. */
export type Draft = { version: number; text: Record<string, string> };
type Sent = { draft: Draft; written: string; key: string };

/** The outcome is unknown: it may have been saved, and only the answer was lost. */
const isUnknown = (answer: ActionResult<Saved> | Trouble): boolean =>
  !answer.ok && (answer.kind === "unreachable" || answer.kind === "updated" || (answer.kind === "refused" && answer.code === "unavailable"));

/**
 * Saves a draft again and again, one save after the other, each over the version of the one before. What was sent and not answered is sent again
 * as it was, under its own key, before anything newer: so nobody meets a conflict with themselves.
 */
export function draftSaver(send: (draft: Draft, key: string) => Promise<ActionResult<Saved> | Trouble>, newKey: () => string = () => crypto.randomUUID()) {
  let version = 0;
  let written = "";
  let lost: Sent | null = null;
  let isStopped = false;
  let state: DraftState = { kind: "idle" };
  let underway: Promise<void> = Promise.resolve();

  async function put(sent: Sent): Promise<void> {
    const answer = await send(sent.draft, sent.key);
    lost = isUnknown(answer) ? sent : null;
    if (answer.ok) {
      version = answer.value.version;
      written = sent.written;
      state = { kind: "saved", version, savedAt: answer.value.savedAt };
      return;
    }
    const isRefused = answer.kind === "refused" && !lost;
    isStopped ||= isRefused;
    state = { kind: isRefused ? "theirs" : "kept" };
  }

  async function saveNow(read: () => Draft): Promise<void> {
    if (isStopped) return;
    if (lost) await put(lost);
    const draft = read();
    const text = JSON.stringify(draft.text);
    if (lost || isStopped || text === written) return;
    await put({ draft: { ...draft, version: Math.max(draft.version, version) }, written: text, key: newKey() });
  }

  /** One after the other; a failure of one is its own. */
  const inTurn = (work: () => Promise<void>): Promise<void> => (underway = underway.then(work, work));

  return {
    isDue: (draft: Draft): boolean => !isStopped && JSON.stringify(draft.text) !== written,
    /** Saves what `read` answers when its turn has come. */
    save: async (read: () => Draft): Promise<DraftState> => {
      await inTurn(() => saveNow(read));
      return state;
    },
    /** Ends saving and answers the version that the draft has reached on the server. */
    settled: async (): Promise<number> => {
      isStopped = true;
      await inTurn(async () => void (lost && (await put(lost))));
      return version;
    },
    /** Goes on after a submission that was refused. */
    goOn: () => void (isStopped = false),
  };
}
