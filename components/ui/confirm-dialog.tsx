"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { looseObject } from "zod";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ConfirmButtonProps } from "./confirm-button";
import { Dialog } from "./dialog";
import { notify } from "./notices";

type ConfirmDialogProps = ConfirmButtonProps<Record<string, unknown>> & { isOpen: boolean; onClose: () => void };

export function ConfirmDialog({ isOpen, onClose, ...props }: ConfirmDialogProps) {
  const t = useTranslations("forms");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={props.title} closeLabel={t("close")}>
      <Question {...props} onClose={onClose} />
    </Dialog>
  );
}

// The server alone knows the rule here; there is nothing to check before it.
const anything = looseObject({});

function Question({
  title,
  body,
  confirmLabel,
  tone,
  action,
  input,
  reason,
  doneNotice,
  goTo,
  onClose,
}: Omit<ConfirmDialogProps, "isOpen">) {
  const t = useTranslations("ui");
  const router = useRouter();
  const form = useActionForm<Record<string, unknown>, unknown>({
    formId: `confirm:${title}:${JSON.stringify(input)}`,
    schema: anything,
    action,
    defaultValues: reason ? { ...input, reason: "" } : input,
    onDone: () => {
      onClose();
      notify(doneNotice ?? t("confirm.done"));
      if (goTo) router.push(goTo);
    },
  });
  return (
    <FormShell form={form} submitLabel={confirmLabel} tone={tone} onCancel={onClose} label={title}>
      <p>{body}</p>
      {reason && (
        <TextareaField name="reason" label={reason.label ?? t("confirm.reason")} hint={reason.hint} isRequired rows={3} />
      )}
    </FormShell>
  );
}
