"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import type { Milestone } from "@/lib/schedules/queries";
import { moveMilestone, reachMilestone, withdrawMilestone } from "@/lib/schedules/actions";
import { moveMilestoneSchema, reachMilestoneSchema, withdrawMilestoneSchema } from "@/lib/schedules/schema";
import styles from "./milestone-steps.module.css";

type Node = Pick<Milestone, "id" | "version" | "name" | "dueOn">;
type FormProps = { milestone: Node; today: string; onDone: () => void };

/** What can be done with an open node, by who may: reached, moved, taken out. */
export function MilestoneSteps({ milestone, mayPlan, mayApprove, today }: { milestone: Node; mayPlan: boolean; mayApprove: boolean; today: string }) {
  const t = useTranslations("schedules");
  const { name } = milestone;
  return (
    <div className={`${styles.steps} notPrinted`}>
      {mayPlan && (
        <DialogButton look="link" label={t("reach.label")} title={t("reach.title", { name })}>
          {(close) => <ReachForm milestone={milestone} today={today} onDone={close} />}
        </DialogButton>
      )}
      {mayApprove && (
        <>
          <DialogButton look="link" label={t("move.label")} title={t("move.title", { name })}>
            {(close) => <MoveForm milestone={milestone} today={today} onDone={close} />}
          </DialogButton>
          <DialogButton look="link" label={t("withdraw.label")} title={t("withdraw.title", { name })}>
            {(close) => <WithdrawForm milestone={milestone} today={today} onDone={close} />}
          </DialogButton>
        </>
      )}
    </div>
  );
}

function ReachForm({ milestone: { id, version }, today, onDone }: FormProps) {
  const t = useTranslations("schedules");
  const form = useActionForm({
    formId: `schedule-reach:${id}`, schema: reachMilestoneSchema, action: reachMilestone, defaultValues: { id, version, doneOn: "", evidence: "" },
    onDone: ({ isBeforeStart }) => {
      onDone();
      notify(t(isBeforeStart ? "reach.doneBeforeStart" : "reach.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("reach.submit")} onCancel={onDone} hasRequired>
      <DayField name="doneOn" label={t("fields.doneOn")} hint={t("hints.doneOn")} max={today} />
      <TextareaField name="evidence" label={t("fields.evidence")} hint={t("hints.evidence")} isRequired rows={2} maxLength={300} />
    </FormShell>
  );
}

function MoveForm({ milestone: { id, version, dueOn }, onDone }: FormProps) {
  const t = useTranslations("schedules");
  const form = useActionForm({
    formId: `schedule-move:${id}`, schema: moveMilestoneSchema, action: moveMilestone, defaultValues: { id, version, dueOn, reason: "" },
    onDone: () => {
      onDone();
      notify(t("move.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("move.submit")} onCancel={onDone} hasRequired>
      <DayField name="dueOn" label={t("fields.dueOn")} hint={t("hints.moved")} isRequired />
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={200} />
    </FormShell>
  );
}

function WithdrawForm({ milestone: { id, version }, onDone }: FormProps) {
  const t = useTranslations("schedules");
  const form = useActionForm({
    formId: `schedule-withdraw:${id}`, schema: withdrawMilestoneSchema, action: withdrawMilestone, defaultValues: { id, version, reason: "" },
    onDone: () => {
      onDone();
      notify(t("withdraw.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("withdraw.submit")} onCancel={onDone} tone="danger" hasRequired>
      <p>{t("withdraw.body")}</p>
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={200} />
    </FormShell>
  );
}
