"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { moveProjectDays } from "@/lib/projects/actions";
import { moveDaysSchema } from "@/lib/projects/schema";

type MoveDaysProps = { project: { id: string; version: number; plannedStartOn: string | null; plannedCompletionOn: string | null } };

/** A leader moves the days that were planned; the first ones stay the baseline. */
export function MoveDays(props: MoveDaysProps) {
  const t = useTranslations("projects.overview");
  return <DialogButton label={t("moveDays")} title={t("moveDaysTitle")}>{(close) => <MoveDaysForm {...props} close={close} />}</DialogButton>;
}

function MoveDaysForm({ project: { id, version, plannedStartOn, plannedCompletionOn }, close }: MoveDaysProps & { close: () => void }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-days:${id}`,
    schema: moveDaysSchema,
    action: moveProjectDays,
    defaultValues: { id, version, plannedStartOn: plannedStartOn ?? "", plannedCompletionOn: plannedCompletionOn ?? "", reason: "" },
    onDone: ({ milestonesBeforeStart: count }) => {
      close();
      notify(count > 0 ? t("overview.movedBefore", { count }) : t("overview.moved"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("overview.moveDays")} onCancel={close} label={t("overview.moveDays")}>
      <FieldPair>
        <DayField name="plannedStartOn" label={t("fields.plannedStartOn")} />
        <DayField name="plannedCompletionOn" label={t("fields.plannedCompletionOn")} />
      </FieldPair>
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={500} />
    </FormShell>
  );
}
