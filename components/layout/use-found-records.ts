"use client";

import { useEffect, useState } from "react";
import type { Found } from "./search-records";

const pauseBeforeAsking = 200;

type Answer = { query: string; found: Found[]; hasFailed: boolean };

/** What the server finds for what is typed; an older answer never replaces a newer one. */
export function useFoundRecords(
  query: string,
  search: (query: string, signal: AbortSignal) => Promise<Found[]>,
): { found: Found[]; state: "settled" | "searching" | "failed" } {
  const wanted = query.trim();
  const [answer, setAnswer] = useState<Answer>({ query: "", found: [], hasFailed: false });
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const found = await search(wanted, stop.signal);
        if (!stop.signal.aborted) setAnswer({ query: wanted, found, hasFailed: false });
      } catch {
        if (!stop.signal.aborted) setAnswer({ query: wanted, found: [], hasFailed: true });
      }
    }, pauseBeforeAsking);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, search]);
  if (wanted === "") return { found: [], state: "settled" };
  if (answer.query !== wanted) return { found: answer.found, state: "searching" };
  return { found: answer.found, state: answer.hasFailed ? "failed" : "settled" };
}
