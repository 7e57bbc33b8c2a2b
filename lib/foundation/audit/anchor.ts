import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from "node:fs";

/** The last hash of each chain, kept outside the database: who removes the last sealed row there does not reach it here. */
export type Anchor = { districtId: string; seq: string; hash: string };

export function appendAnchors(file: string, anchors: Anchor[]): void {
  if (anchors.length === 0) return;
  const at = new Date().toISOString();
  const handle = openSync(file, "a", 0o600);
  try {
    // Begun on a line of its own, whatever a crash left of the last one.
    appendFileSync(handle, anchors.map((anchor) => `\n${JSON.stringify({ ...anchor, at })}`).join(""));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Every end that was ever noted of each chain, in turn: a chain that grew on after its end was removed still lacks the one noted then. */
export function readAnchors(file: string): Map<string, Anchor[]> {
  const noted = new Map<string, Anchor[]>();
  if (!existsSync(file)) return noted;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const anchor = anchorIn(line);
    if (anchor) (noted.get(anchor.districtId) ?? noted.set(anchor.districtId, []).get(anchor.districtId)!).push(anchor);
  }
  return noted;
}

/** Null for a line cut short by a crash. */
function anchorIn(line: string): Anchor | null {
  try {
    return JSON.parse(line) as Anchor;
  } catch {
    return null;
  }
}
