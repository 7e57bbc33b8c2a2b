"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState, useTransition } from "react";
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type PathValue,
  type UseFormReturn,
} from "react-hook-form";
import type { ZodType } from "zod";
import type { ActionResult } from "@/lib/foundation/action-result";
import { dropKeptText } from "./kept-text";
import { schemaResolver } from "./schema-resolver";
import { askServer, type Trouble } from "./trouble";
import { readTypedEarly } from "./typed-early";
import { useKeptText } from "./use-kept-text";

export type FormAction<Values, T> = (call: { input: Values; idempotencyKey: string }) => Promise<ActionResult<T>>;

export type ActionFormOptions<Values extends FieldValues, T> = {
  /** Names the form and its record ("unit-edit:0198…"): under it unsaved text survives a reload. */
  formId: string;
  schema: ZodType<unknown, Values>;
  action: FormAction<NoInfer<Values>, T>;
  /** What the fields show at first, in the server's HTML too. After the page was refreshed, the new ones. */
  defaultValues: DefaultValues<NoInfer<Values>>;
  onDone?: (value: T) => void;
  /** After saving: empty again for the next one, instead of keeping what was saved. */
  resetAfter?: boolean;
};

export type ActionForm<Values extends FieldValues = FieldValues> = {
  formId: string;
  methods: UseFormReturn<Values>;
  attachElement: (element: HTMLFormElement | null) => void;
  submit: () => Promise<void>;
  isPending: boolean;
  trouble: Trouble | null;
  takeTheirs: () => void;
  saveMine: () => void;
  wasRestored: boolean;
  discardRestored: () => void;
  /** A field makes itself known, and whether its text must never be kept. */
  announceField: (name: string, isSecret: boolean) => void;
};

export function useActionForm<Values extends FieldValues, T>(options: ActionFormOptions<Values, T>): ActionForm<Values> {
  const { formId, schema, action, defaultValues, onDone, resetAfter = false } = options;
  const t = useTranslations("fields");
  const router = useRouter();
  const resolver = useMemo(() => schemaResolver(schema, t), [schema, t]);
  const methods = useForm<Values>({
    resolver,
    defaultValues,
    shouldFocusError: false,
    mode: "onSubmit",
    reValidateMode: "onChange",
  });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isPending, setPending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const element = useRef<HTMLFormElement | null>(null);
  const attachElement = useCallback((attached: HTMLFormElement | null) => void (element.current = attached), []);
  const idempotencyKey = useRef("");
  const underway = useRef(false);
  const takingTheirs = useRef(false);
  const fieldNames = useRef(new Map<string, boolean>());
  const announceField = useCallback((name: string, isSecret: boolean) => void fieldNames.current.set(name, isSecret), []);
  const isSecret = useCallback((name: string) => fieldNames.current.get(name) ?? false, []);
  const kept = useKeptText(formId, methods, isSecret);

  const [typedEarly] = useState(() => readTypedEarly(formId));
  useEffect(() => {
    for (const [name, value] of Object.entries(typedEarly)) {
      const path = name as Path<Values>;
      if (methods.getValues(path) !== value) methods.setValue(path, value as PathValue<Values, typeof path>, { shouldDirty: true });
    }
  }, [typedEarly, methods]);

  const defaultsKey = JSON.stringify(defaultValues);
  const fresh = useRef({ key: defaultsKey, values: defaultValues });
  useEffect(() => {
    if (fresh.current.key === defaultsKey) return;
    fresh.current = { key: defaultsKey, values: defaultValues };
    // A refresh in the background must not take away what is being typed.
    if (!methods.formState.isDirty && !underway.current) methods.reset(defaultValues);
  }, [defaultsKey, defaultValues, methods]);

  useEffect(() => {
    if (isRefreshing || !takingTheirs.current) return;
    takingTheirs.current = false;
    methods.reset(fresh.current.values);
    setTrouble(null);
  }, [isRefreshing, methods]);

  // Reading it here subscribes to it; the effects above need the present answer.
  void methods.formState.isDirty;

  const focusFirstError = () =>
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());

  function showInvalid(fields: Record<string, string>) {
    const elsewhere: string[] = [];
    for (const [path, sentence] of Object.entries(fields)) {
      if (fieldNames.current.has(path)) methods.setError(path as Path<Values>, { type: "server", message: sentence });
      else elsewhere.push(sentence);
    }
    setTrouble({ ok: false, kind: "invalid", elsewhere });
    focusFirstError();
  }

  function settle(values: Values, keyBefore: string) {
    kept.drop();
    // The refreshed page may have arrived before this answer, and with it the record's new version.
    const arrived = fresh.current.key !== keyBefore;
    methods.reset(resetAfter || arrived ? fresh.current.values : (values as DefaultValues<Values>));
    setTrouble(null);
  }

  async function send(values: Values) {
    if (underway.current) return;
    underway.current = true;
    setPending(true);
    idempotencyKey.current ||= crypto.randomUUID();
    const keyBefore = fresh.current.key;
    try {
      const result = await askServer(() => action({ input: values, idempotencyKey: idempotencyKey.current }));
      // Only an unknown outcome may be asked again under the same key.
      if (result.ok || (result.kind !== "unreachable" && result.kind !== "updated")) idempotencyKey.current = "";
      if (result.ok) settle(values, keyBefore);
      else if (result.kind === "invalid" && "fields" in result) showInvalid(result.fields);
      else setTrouble(result as Trouble);
      if (result.ok) onDone?.(result.value);
    } finally {
      underway.current = false;
      setPending(false);
    }
  }

  function pointOut(errors: FieldErrors<Values>) {
    setTrouble({ ok: false, kind: "invalid", elsewhere: sentencesElsewhere(errors, (path) => fieldNames.current.has(path)) });
    focusFirstError();
  }

  const submit = () => methods.handleSubmit(send, pointOut)();

  return {
    formId,
    methods,
    attachElement,
    submit,
    isPending: isPending || isRefreshing,
    trouble,
    takeTheirs: () => {
      takingTheirs.current = true;
      dropKeptText(formId);
      startRefresh(() => router.refresh());
    },
    saveMine: () => {
      if (trouble?.kind !== "refused" || !trouble.conflict) return;
      const version = "version" as Path<Values>;
      methods.setValue(version, trouble.conflict.version as PathValue<Values, typeof version>);
      void submit();
    },
    wasRestored: kept.wasRestored,
    discardRestored: () => {
      kept.drop();
      methods.reset(fresh.current.values);
    },
    announceField,
  };
}

/** Sentences about what this form has no field for, so that no refusal stays silent. */
function sentencesElsewhere(errors: object, isShown: (path: string) => boolean, prefix = ""): string[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (isShown(path) || typeof error !== "object" || error === null) return [];
    if ("message" in error && typeof error.message === "string") return [error.message];
    return sentencesElsewhere(error, isShown, path);
  });
}
