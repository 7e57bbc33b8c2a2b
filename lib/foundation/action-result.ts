/** What every server action answers, and every form understands. An action never throws to the browser. */
export type Conflict = {
  by: string;
  at: string;
  version: number;
  changes: { field: string; label: string; before: string; now: string }[];
};

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; kind: "invalid"; fields: Record<string, string> } // path ("name", "rows.2.phone") → sentence in the person's language
  | { ok: false; kind: "refused"; code: string; sentence: string; conflict?: Conflict }
  | { ok: false; kind: "signedOut"; sentence: string }
  | { ok: false; kind: "defect"; reference: string; sentence: string };
