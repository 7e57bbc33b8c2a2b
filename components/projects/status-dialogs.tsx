"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { renewSuspension, resumeProject, suspendProject, withdrawProject } from "@/lib/projects/actions";
import { renewSchema, resumeSchema, suspendSchema, suspensionReasons, withdrawSchema } from "@/lib/projects/schema";
import type { SuspensionReason } from "@/prisma/generated/enums";

type Of = { project: { id: string; version: number; name: string }; today: string };
type Last = { reason: SuspensionReason | null; note: string | null };
type InDialog = Of & { close: () => void };

/** Suspends, or renews the suspension that holds (`last`). */
export function SuspendButton({ project, today, last = null }: Of & { last?: Last | null }) {
  const t = useTranslations("projects.statuses");
  const label = t(last ? "renew" : "suspend");
  const title = last ? t("renewTitle") : t("suspendTitle", { name: project.name });
  return <DialogButton label={label} title={title}>{(close) => <SuspendForm project={project} today={today} last={last} close={close} />}</DialogButton>;
}

function SuspendForm({ project: { id, version }, today, last, close }: InDialog & { last: Last | null }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-${last ? "renew" : "suspend"}:${id}`,
    schema: last ? renewSchema : suspendSchema,
    action: last ? renewSuspension : suspendProject,
    defaultValues: { id, version, on: "", reason: last?.reason ?? ("" as SuspensionReason), note: last?.note ?? "", expectedEndOn: "" },
    onDone: () => {
      close();
      notify(t(last ? "statuses.renewed" : "statuses.suspended"));
    },
  });
  const label = t(last ? "statuses.renew" : "statuses.suspend");
  return (
    <FormShell form={form} submitLabel={label} onCancel={close} label={label}>
      {!last && <p>{t("statuses.suspendBody")}</p>}
      <SelectField name="reason" label={t("fields.suspensionReason")} isRequired options={suspensionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))} />
      <TextareaField name="note" label={t("statuses.note.suspend")} isRequired maxLength={500} />
      <FieldPair>
        <DayField name="expectedEndOn" label={t("fields.expectedEndOn")} isRequired min={today} />
        <DayField name="on" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
      </FieldPair>
    </FormShell>
  );
}

type Ending = "resume" | "withdraw";

/** Back under construction, or out of the work altogether. */
export function EndStatusButton({ project, today, how }: Of & { how: Ending }) {
  const t = useTranslations("projects.statuses");
  return <DialogButton label={t(how)} title={t(`${how}Title`, { name: project.name })}>{(close) => <EndForm project={project} today={today} how={how} close={close} />}</DialogButton>;
}

function EndForm({ project: { id, version }, today, how, close }: InDialog & { how: Ending }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-${how}:${id}`,
    schema: how === "resume" ? resumeSchema : withdrawSchema,
    action: how === "resume" ? resumeProject : withdrawProject,
    defaultValues: { id, version, on: "", note: "" },
    onDone: () => {
      close();
      notify(t(how === "resume" ? "statuses.resumed" : "statuses.withdrawn"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t(`statuses.${how}`)} tone={how === "withdraw" ? "danger" : "plain"} onCancel={close} label={t(`statuses.${how}`)}>
      {how === "withdraw" && <p>{t("statuses.withdrawBody")}</p>}
      <TextareaField name="note" label={t(`statuses.note.${how}`)} isRequired maxLength={500} />
      <DayField name="on" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
    </FormShell>
  );
}
