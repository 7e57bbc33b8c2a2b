"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { dropKeptText, keepText, readKeptText } from "./kept-text";

const pauseBeforeKeeping = 400;

/** Keeps what is typed until it is saved, and fills it in again after a reload. Secrets are never kept. */
export function useKeptText<Values extends FieldValues>(
  formId: string,
  methods: UseFormReturn<Values>,
  isSecret: (name: string) => boolean,
): { wasRestored: boolean; drop: () => void } {
  const [wasRestored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

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
        clearTimeout(timer.current);
        if (!isDirty) return;
        timer.current = setTimeout(() => {
          const open = Object.entries(values).filter(([name]) => !isSecret(name));
          keepText(formId, Object.fromEntries(open));
        }, pauseBeforeKeeping);
      },
    });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [formId, methods, isSecret]);

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    dropKeptText(formId);
    setRestored(false);
  }, [formId]);

  return { wasRestored, drop };
}
