"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { addMilestones } from "@/lib/schedules/actions";
import { addMilestonesSchema, milestoneKinds } from "@/lib/schedules/schema";
import styles from "./add-milestones.module.css";

type AddMilestonesProps = { projectId: string; districtId: string };
const atOnce = 30;

/** Nodes of this project, one after the other, sent as one. */
export function AddMilestones(props: AddMilestonesProps) {
  const t = useTranslations("schedules");
  return <DialogButton label={t("add.label")}>{(close) => <AddForm {...props} onDone={close} />}</DialogButton>;
}

function AddForm({ projectId, districtId, onDone }: AddMilestonesProps & { onDone: () => void }) {
  const t = useTranslations("schedules");
  const empty = { projectId, kind: "construction" as const, name: "", ownerName: "", measure: "", dueOn: "" };
  const form = useActionForm<z.input<typeof addMilestonesSchema>, { ids: string[] }>({
    formId: `schedule-add:${projectId}`,
    schema: addMilestonesSchema,
    action: addMilestones,
    defaultValues: { districtId, milestones: [empty] },
    onDone: ({ ids }) => {
      onDone();
      notify(t("add.done", { count: ids.length }));
    },
  });
  const list = useFieldArray({ control: form.methods.control, name: "milestones" });
  return (
    <FormShell form={form} submitLabel={t("add.submit", { count: list.fields.length })} onCancel={onDone} hasRequired>
      {list.fields.map(({ id }, at) => (
        <fieldset key={id} className={styles.node}>
          <legend>{t("add.at", { at: at + 1 })}</legend>
          <FieldPair>
            <TextField name={`milestones.${at}.name`} label={t("fields.name")} isRequired maxLength={60} />
            <SelectField name={`milestones.${at}.kind`} label={t("fields.kind")} isRequired options={milestoneKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
          </FieldPair>
          <FieldPair>
            <DayField name={`milestones.${at}.dueOn`} label={t("fields.dueOn")} isRequired />
            <TextField name={`milestones.${at}.ownerName`} label={t("fields.ownerName")} maxLength={40} />
          </FieldPair>
          <TextField name={`milestones.${at}.measure`} label={t("fields.measure")} maxLength={200} />
          {list.fields.length > 1 && (
            <Button variant="subtle" color="gray" type="button" onClick={() => list.remove(at)}>
              {t("add.remove", { at: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {list.fields.length < atOnce && (
        <Button variant="default" type="button" onClick={() => list.append(empty)}>
          {t("add.more")}
        </Button>
      )}
    </FormShell>
  );
}
