"use client";

import { useCallback, useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { dropKeptText, keepText, readKeptText } from "./kept-text";

/** Keeps what is typed until it is saved, and fills it in again after a reload. Secrets are never kept. */
export function useKeptText<Values extends FieldValues>(
  formId: string,
  methods: UseFormReturn<Values>,
  isSecret: (name: string) => boolean,
): { wasRestored: boolean; drop: () => void } {
  const [wasRestored, setRestored] = useState(false);

  useEffect(() => {
    const text = readKeptText(formId);
    if (text) {
      methods.reset({ ...methods.getValues(), ...text }, { keepDefaultValues: true });
      // The storage can only be read after hydration, so this cannot be an initial state.
      // eslint-disable-next-line react-hooks/set-state-in-effect
      setRestored(true);
    }
    const stop = methods.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        // At once: whoever reloads right after the last letter loses none.
        if (isDirty) keepText(formId, Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name))));
      },
    });
    return stop;
  }, [formId, methods, isSecret]);

  const drop = useCallback(() => {
    dropKeptText(formId);
    setRestored(false);
  }, [formId]);

  return { wasRestored, drop };
}
