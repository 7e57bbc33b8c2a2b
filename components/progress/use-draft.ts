"use client";

import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { askServer } from "@/components/forms/trouble";
import { saveDraft } from "@/lib/progress/actions";
import { reportCells } from "@/lib/progress/schema";
import { draftSaver, type Draft, type DraftState } from "./draft-saver";
import type { ReportFormValues } from "./report-values";

const pauseBeforeSaving = 1200;
const pauseBeforeAsking = 5000;

/**
 * Saves what is typed to the server a moment after the last letter. `settled` waits for a save underway, so that submitting goes over its version.
 */
export function useDraft(methods: UseFormReturn<ReportFormValues>, isOn: boolean) {
  const [state, setState] = useState<DraftState>({ kind: "idle" });
  const [saver] = useState(() =>
    draftSaver((draft, key) => {
      const { projectId, asOfOn } = methods.getValues();
      return askServer(() => saveDraft({ input: { projectId, asOfOn, version: draft.version, ...draft.text }, idempotencyKey: key }));
    }),
  );

  useEffect(() => {
    let isMounted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => draftOf(methods.getValues());
    const save = async () => {
      if (!saver.isDue(read())) return;
      setState({ kind: "saving" });
      const reached = await saver.save(read);
      if (!isMounted) return;
      setState(reached);
      // What is kept of the form for a reload is over this version.
      if (reached.kind === "saved") methods.setValue("version", reached.version);
      // What was typed meanwhile, or did not arrive.
      if (saver.isDue(read())) plan(reached.kind === "saved" ? pauseBeforeSaving : pauseBeforeAsking);
    };
    const plan = (pause = pauseBeforeSaving) => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), pause);
    };
    const stop = methods.subscribe({ formState: { values: true, isDirty: true }, callback: ({ isDirty }) => void (isOn && isDirty && plan()) });
    return () => {
      isMounted = false;
      clearTimeout(timer);
      stop();
    };
  }, [methods, isOn, saver]);

  return { state, settled: saver.settled, goOn: saver.goOn };
}

/** Only what the server can read is saved there; the rest stays in the form. */
function draftOf({ version, completedWan, physicalPercent, siteText, problems, nextPlan }: ReportFormValues): Draft {
  const readable = (piece: { safeParse(value: unknown): { success: boolean } }, value: unknown): string => (piece.safeParse(value).success ? String(value) : "");
  return {
    version,
    text: {
      completedWan: readable(reportCells.shape.completedWan, completedWan), physicalPercent: readable(reportCells.shape.physicalPercent, physicalPercent),
      siteText, problems: problems ?? "", nextPlan: nextPlan ?? "",
    },
  };
}
