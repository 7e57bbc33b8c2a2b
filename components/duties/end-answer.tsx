"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { endBuilderContact, endDuty, endSiteUnit } from "@/lib/duties/actions";
import { endDutySchema } from "@/lib/duties/schema";
import type { Answer } from "./answers";

type EndAnswerProps = { answer: Pick<Answer, "id" | "version" | "role" | "name" | "fromOn">; today: string };

/** Ends what somebody answers for, on a day and with a reason. */
export function EndAnswer({ answer, today }: EndAnswerProps) {
  const t = useTranslations("duties");
  return (
    <DialogButton look="link" label={t("end.label")} title={t("end.title", { role: t(`roles.${answer.role}`), name: answer.name })}>
      {(close) => <EndForm answer={answer} today={today} onDone={close} />}
    </DialogButton>
  );
}

function EndForm({ answer: { id, version, role, fromOn }, today, onDone }: EndAnswerProps & { onDone: () => void }) {
  const t = useTranslations("duties");
  const form = useActionForm({
    formId: `duty-end:${id}`,
    schema: endDutySchema,
    action: role === "siteUnit" ? endSiteUnit : role === "contact" ? endBuilderContact : endDuty,
    defaultValues: { id, version, on: "", reason: "" },
    onDone: () => {
      onDone();
      notify(t("end.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("end.submit")} onCancel={onDone} hasRequired>
      <DayField name="on" label={t("fields.endOn")} hint={t("hints.endOn", { from: fromOn })} min={fromOn} max={today} />
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={200} />
    </FormShell>
  );
}
