"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { askServer } from "@/components/forms/trouble";
import { momentText } from "@/lib/foundation/calendar";
import { saveDraft } from "@/lib/progress/actions";
import { reportCells } from "@/lib/progress/schema";
import type { ReportFormValues } from "./report-values";

/** What the draft on the server has reached, and the save that is underway. */
type Saving = { version: number; written: string; isStopped: boolean; underway: Promise<void> | null; timer: ReturnType<typeof setTimeout> | undefined; isMounted: boolean };

const pauseBeforeSaving = 1200;

export type DraftState = { kind: "idle" } | { kind: "saving" } | { kind: "saved"; time: string } | { kind: "kept" } | { kind: "theirs" };

/**
 * Saves what is typed to the server a moment after the last letter, one after the other. `settled` waits for a save underway, so that submitting
 * goes over its version.
 */
export function useDraft(methods: UseFormReturn<ReportFormValues>, isOn: boolean) {
  const [state, setState] = useState<DraftState>({ kind: "idle" });
  const saving = useRef<Saving>({ version: 0, written: "", isStopped: false, underway: null, timer: undefined, isMounted: true });

  useEffect(() => {
    const link = saving.current;
    link.isMounted = true;
    const save = async () => {
      const values = methods.getValues();
      const text = readableOf(values);
      const written = JSON.stringify(text);
      if (link.isStopped || written === link.written || link.underway) return;
      setState({ kind: "saving" });
      const { projectId, asOfOn } = values;
      const answer = await askServer(() => saveDraft({ input: { projectId, asOfOn, version: Math.max(values.version, link.version), ...text }, idempotencyKey: crypto.randomUUID() }));
      if (answer.ok) {
        link.version = answer.value.version;
        link.written = written;
      } else if (answer.kind === "refused") link.isStopped = true;
      if (!link.isMounted) return;
      setState(answer.ok ? { kind: "saved", time: momentText(new Date(answer.value.savedAt)).slice(11) } : answer.kind === "refused" ? { kind: "theirs" } : { kind: "kept" });
    };
    const run = () => {
      link.underway ??= save().finally(() => {
        link.underway = null;
        // What was typed meanwhile.
        if (link.isMounted && JSON.stringify(readableOf(methods.getValues())) !== link.written && !link.isStopped) plan();
      });
    };
    const plan = () => {
      clearTimeout(link.timer);
      link.timer = setTimeout(run, pauseBeforeSaving);
    };
    const stop = methods.subscribe({ formState: { values: true, isDirty: true }, callback: ({ isDirty }) => void (isOn && isDirty && plan()) });
    return () => {
      link.isMounted = false;
      clearTimeout(link.timer);
      stop();
    };
  }, [methods, isOn]);

  return {
    state,
    /** Ends saving and answers the version that a draft has reached. */
    settled: async (): Promise<number> => {
      clearTimeout(saving.current.timer);
      saving.current.isStopped = true;
      await saving.current.underway;
      return saving.current.version;
    },
    /** Goes on after a submission that was refused. */
    goOn: () => void (saving.current.isStopped = false),
  };
}

/** Only what the server can read is saved there; the rest stays in the form. */
function readableOf({ completedWan, physicalPercent, siteText, problems, nextPlan }: ReportFormValues) {
  const readable = <T>(piece: { safeParse(value: unknown): { success: boolean } }, value: T) => (piece.safeParse(value).success ? value : "");
  return { completedWan: readable(reportCells.shape.completedWan, completedWan), physicalPercent: readable(reportCells.shape.physicalPercent, physicalPercent), siteText, problems, nextPlan };
}
