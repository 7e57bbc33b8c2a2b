"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { advanceStage, resetStage } from "@/lib/projects/actions";
import { stagesOf } from "@/lib/projects/rules";
import { advanceStageSchema, resetStageSchema } from "@/lib/projects/schema";
import type { ProjectPath, ProjectStage } from "@/prisma/generated/enums";

type Of = { project: { id: string; version: number; path: ProjectPath; stage: ProjectStage }; today: string };

/** To the next stage: the day it was reached, and what shows it. */
export function AdvanceStage({ project, stage, today }: Of & { stage: ProjectStage }) {
  const t = useTranslations("projects");
  const label = t("stages.advance", { stage: t(`stage.${stage}`) });
  return <DialogButton label={label}>{(close) => <AdvanceForm project={project} stage={stage} today={today} label={label} close={close} />}</DialogButton>;
}

function AdvanceForm({ project: { id, version }, stage, today, label, close }: Of & { stage: ProjectStage; label: string; close: () => void }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-stage:${id}:${stage}`,
    schema: advanceStageSchema,
    action: advanceStage,
    defaultValues: { id, version, stage, on: today, evidence: "" },
    onDone: () => {
      close();
      notify(t("stages.advanced"));
    },
  });
  return (
    <FormShell form={form} submitLabel={label} onCancel={close} label={label}>
      <DayField name="on" label={t("fields.on")} isRequired max={today} />
      <TextareaField name="evidence" label={t("fields.evidence")} hint={t("hints.evidence")} isRequired maxLength={500} />
    </FormShell>
  );
}

/** A leader's: skip, take back, or another day; always with the reason. */
export function ResetStage({ project, today }: Of) {
  const t = useTranslations("projects");
  return <DialogButton label={t("stages.reset")}>{(close) => <ResetForm project={project} today={today} close={close} />}</DialogButton>;
}

function ResetForm({ project: { id, version, path, stage }, today, close }: Of & { close: () => void }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-stage-reset:${id}`,
    schema: resetStageSchema,
    action: resetStage,
    defaultValues: { id, version, stage, on: "", evidence: "", reason: "" },
    onDone: () => {
      close();
      notify(t("stages.resetDone"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("stages.reset")} onCancel={close} label={t("stages.reset")}>
      <p>{t("stages.resetHint")}</p>
      <SelectField name="stage" label={t("columns.stage")} isRequired options={stagesOf[path].map((value) => ({ value, label: t(`stage.${value}`) }))} />
      <DayField name="on" label={t("fields.stageOn")} isRequired max={today} />
      <TextareaField name="evidence" label={t("fields.evidence")} hint={t("hints.evidence")} rows={2} maxLength={500} />
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={500} />
    </FormShell>
  );
}
