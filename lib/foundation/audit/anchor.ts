import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from "node:fs";

/** The last hash of each chain, kept outside the database: who removes the last sealed row there does not reach it here. */
export type Anchor = { districtId: string; seq: string; hash: string };

export function appendAnchors(file: string, anchors: Anchor[]): void {
  if (anchors.length === 0) return;
  const at = new Date().toISOString();
  const handle = openSync(file, "a", 0o600);
  try {
    appendFileSync(handle, anchors.map((anchor) => `${JSON.stringify({ ...anchor, at })}\n`).join(""));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The newest anchor of each chain. A last line cut short by a crash is passed over. */
export function readAnchors(file: string): Map<string, Anchor> {
  const newest = new Map<string, Anchor>();
  if (!existsSync(file)) return newest;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    try {
      const anchor = JSON.parse(line) as Anchor;
      const known = newest.get(anchor.districtId);
      if (!known || BigInt(anchor.seq) >= BigInt(known.seq)) newest.set(anchor.districtId, anchor);
    } catch {
      continue;
    }
  }
  return newest;
}
