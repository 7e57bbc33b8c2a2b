"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { NumberField, TextareaField } from "@/components/forms/text-field";
import { useActionForm, type FormAction } from "@/components/forms/use-action-form";
import { formatFigure } from "@/components/ui/format";
import { notify } from "@/components/ui/notices";
import { momentText } from "@/lib/foundation/calendar";
import { submitReports } from "@/lib/progress/actions";
import type { WeekOfProject } from "@/lib/progress/queries";
import { cellsOf } from "./cell-troubles";
import type { DraftState } from "./draft-saver";
import styles from "./report-form.module.css";
import { reportFormSchema, type ReportFormValues } from "./report-values";
import { useDraft } from "./use-draft";

type ReportFormProps = { row: WeekOfProject; week: string };

/** A project's week: begins with last week's figures, keeps its draft on the server by itself, and is submitted. */
export function ReportForm({ row, week }: ReportFormProps) {
  const t = useTranslations("progress");
  const router = useRouter();
  const { projectId, districtId, report, before } = row;
  const isSubmitted = report?.status === "submitted";
  const form = useActionForm<ReportFormValues, unknown>({
    formId: `report:${projectId}:${week}`,
    schema: reportFormSchema,
    action: async (call) => {
      const version = Math.max(call.input.version, await draft.settled());
      const answer = await submitOne({ ...call, input: { ...call.input, version } });
      if (!answer.ok) draft.goOn();
      return answer;
    },
    defaultValues: { districtId, projectId, asOfOn: week, version: report?.version ?? 0, ...cellsOf(row) },
    onDone: () => {
      notify(t("form.done"));
      router.push(`/reports?week=${week}`);
    },
  });
  const draft = useDraft(form.methods, !isSubmitted);
  return (
    <FormShell form={form} submitLabel={t(isSubmitted ? "form.submitAgain" : "form.submit")} label={t("form.title", { day: week })} hasRequired>
      {report?.status === "returned" && <p className={styles.returned}>{t("form.returned", { reason: report.returnReason ?? "" })}</p>}
      <p className={styles.before}>
        {before ? t("form.before", { day: before.asOfOn, wan: formatFigure(before.completedWan), percent: formatFigure(before.physicalPercent) }) : t("form.noBefore")}
      </p>
      <p className={styles.draft} role="status">
        {saidOf(draft.state, t)}
      </p>
      {/* Typing replaces last week's figure: nobody deletes digits on a phone. */}
      <div onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}>
        <FieldPair>
          <NumberField name="completedWan" label={t("fields.completedWan")} hint={t("form.hints.completedWan")} isRequired />
          <NumberField name="physicalPercent" label={t("fields.physicalPercent")} hint={t("form.hints.physicalPercent")} isRequired />
        </FieldPair>
      </div>
      <div className={styles.withChip}>
        <TextareaField name="siteText" label={t("fields.siteText")} hint={t("form.hints.siteText")} isRequired rows={2} maxLength={1000} />
        {before?.siteText && (
          <div className={styles.chip}>
            <Button variant="default" size="xs" mih="var(--touch)" onClick={() => form.methods.setValue("siteText", before.siteText!, { shouldDirty: true, shouldValidate: true })}>
              {t("form.same")}
            </Button>
            <span>{before.siteText}</span>
          </div>
        )}
      </div>
      <TextareaField name="problems" label={t("fields.problems")} rows={2} maxLength={1000} />
      <TextareaField name="nextPlan" label={t("fields.nextPlan")} rows={2} maxLength={1000} />
    </FormShell>
  );
}

function saidOf(state: DraftState, t: ReturnType<typeof useTranslations<"progress">>): string {
  switch (state.kind) {
    case "idle": return "";
    case "saving": return t("form.draftSaving");
    case "saved": return t("form.draftSaved", { time: momentText(new Date(state.savedAt)).slice(11) });
    case "kept": return t("form.draftKept");
    case "theirs": return t("form.draftTheirs");
  }
}

/** One report through the command of many; its sentences come back to the fields of this form. */
const submitOne: FormAction<ReportFormValues, unknown> = async ({ input: { districtId, asOfOn, ...report }, idempotencyKey }) => {
  const answer = await submitReports({ input: { districtId, asOfOn, reports: [report] }, idempotencyKey });
  if (answer.ok || answer.kind !== "invalid") return answer;
  return { ...answer, fields: Object.fromEntries(Object.entries(answer.fields).map(([path, sentence]) => [path.replace(/^reports\.0\./, ""), sentence])) };
};
