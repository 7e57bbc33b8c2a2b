"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { FormAction } from "@/components/forms/use-action-form";

export type ConfirmButtonProps<Input extends Record<string, unknown>> = {
  /** On the button that opens the question. */
  label: string;
  title: string;
  /** What follows from it, in one or two sentences. */
  body: string;
  /** A verb: "停用", never "确定". */
  confirmLabel: string;
  tone?: "plain" | "danger";
  action: FormAction<Input & { reason?: string }, unknown>;
  input: Input;
  /** Asks for a reason, sent along as `input.reason`. */
  reason?: { label?: string; hint?: string };
  /** Said at the edge of the screen afterwards. */
  doneNotice?: string;
  /** Where to go afterwards. */
  goTo?: string;
};

const ConfirmDialog = dynamic(() => import("./confirm-dialog").then((module) => module.ConfirmDialog), { ssr: false });

/** Asks before something that is not undone by a click. The question comes at the first press. */
export function ConfirmButton<Input extends Record<string, unknown>>(props: ConfirmButtonProps<Input>) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        c={props.tone === "danger" ? "var(--bad)" : undefined}
        mih="var(--touch)"
        aria-haspopup="dialog"
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {props.label}
      </Button>
      {wasOpened && (
        <ConfirmDialog
          {...(props as unknown as ConfirmButtonProps<Record<string, unknown>>)}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
