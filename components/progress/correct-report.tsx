"use client";

import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { NumberField, TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { formatFigure } from "@/components/ui/format";
import { notify } from "@/components/ui/notices";
import { correctReport } from "@/lib/progress/actions";
import { correctReportSchema } from "@/lib/progress/schema";

type Corrected = { id: string; version: number; projectName: string; asOfOn: string; completedWan: string | null; physicalPercent: string | null };

/** Another figure for a report that counts, with a reason. */
export function CorrectReport({ report }: { report: Corrected }) {
  const t = useTranslations("progress");
  return (
    <DialogButton label={t("correct.button")} title={t("correct.title", { name: report.projectName, day: report.asOfOn })}>
      {(close) => <CorrectForm report={report} onDone={close} />}
    </DialogButton>
  );
}

function CorrectForm({ report: { id, version, completedWan, physicalPercent }, onDone }: { report: Corrected; onDone: () => void }) {
  const t = useTranslations("progress");
  const form = useActionForm({
    formId: `report-correct:${id}`,
    schema: correctReportSchema,
    action: correctReport,
    defaultValues: { id, version, completedWan: completedWan ?? "", physicalPercent: physicalPercent ?? "", reason: "" },
    onDone: () => {
      onDone();
      notify(t("correct.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("correct.submit")} onCancel={onDone} label={t("correct.button")}>
      <p>{t("correct.body", { wan: formatFigure(completedWan) })}</p>
      <FieldPair>
        <NumberField name="completedWan" label={t("fields.completedWan")} isRequired />
        <NumberField name="physicalPercent" label={t("fields.physicalPercent")} />
      </FieldPair>
      <TextareaField name="reason" label={t("correct.reason")} isRequired rows={2} maxLength={300} />
    </FormShell>
  );
}
