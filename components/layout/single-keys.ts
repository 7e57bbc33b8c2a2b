"use client";

import { useSyncExternalStore } from "react";

const key = "single-keys";
const listeners = new Set<() => void>();

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen, () => localStorage.getItem(key) !== "off", () => true); // prettier-ignore
}

export function setSingleKeys(areOn: boolean): void {
  if (areOn) localStorage.removeItem(key);
  else localStorage.setItem(key, "off");
  for (const tell of listeners) tell();
}
