"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { AmountField } from "@/components/forms/amount-field";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField, type Option } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { addFunds } from "@/lib/funds/actions";
import { addFundsSchema, fundKinds, fundSources } from "@/lib/funds/schema";
import styles from "./add-funds.module.css";

type AddFundsProps = {
  districtId: string;
  /** Of one project; without it, of the district as a whole or of one of `projects`. */
  projectId?: string;
  projects?: readonly Option[];
  /** There are more projects than these. */
  isCut?: boolean;
  title?: string;
};
const atOnce = 50;

/** Several amounts, one under the other, sent as one. */
export function AddFunds(props: AddFundsProps) {
  const t = useTranslations("funds");
  return (
    <DialogButton label={t("add.label")} title={props.title}>
      {(close) => <AddForm {...props} onDone={close} />}
    </DialogButton>
  );
}

function AddForm({ districtId, projectId = "", projects, isCut, onDone }: AddFundsProps & { onDone: () => void }) {
  const t = useTranslations("funds");
  const empty = { projectId, source: "special_bond" as const, kind: "received" as const, day: "", amountWan: "", note: "" };
  const form = useActionForm<z.input<typeof addFundsSchema>, { ids: string[] }>({
    formId: `fund-add:${projectId || districtId}`,
    schema: addFundsSchema,
    action: addFunds,
    defaultValues: { districtId, entries: [empty] },
    onDone: ({ ids }) => {
      onDone();
      notify(t("add.done", { count: ids.length }));
    },
  });
  const list = useFieldArray({ control: form.methods.control, name: "entries" });
  // The next one is mostly of the same source and kind as the one before.
  const addLine = () => list.append({ ...empty, ...form.methods.getValues("entries").at(-1), amountWan: "", note: "" });
  return (
    <FormShell form={form} submitLabel={t("add.submit", { count: list.fields.length })} onCancel={onDone} hasRequired>
      {list.fields.map(({ id }, at) => (
        <fieldset key={id} className={styles.entry}>
          <legend>{t("add.at", { at: at + 1 })}</legend>
          {projects && <SelectField name={`entries.${at}.projectId`} label={t("fields.project")} options={projects} placeholder={t("whole")} hint={isCut ? t("add.cut", { count: projects.length }) : undefined} isOpenAllowed />}
          <FieldPair>
            <SelectField name={`entries.${at}.source`} label={t("fields.source")} isRequired options={fundSources.map((value) => ({ value, label: t(`sources.${value}`) }))} />
            <SelectField name={`entries.${at}.kind`} label={t("fields.kind")} isRequired options={fundKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
          </FieldPair>
          <FieldPair>
            <DayField name={`entries.${at}.day`} label={t("fields.day")} isRequired />
            <AmountField name={`entries.${at}.amountWan`} label={t("fields.amountWan")} isRequired />
          </FieldPair>
          <TextField name={`entries.${at}.note`} label={t("fields.note")} maxLength={200} />
          {list.fields.length > 1 && (
            <Button variant="subtle" color="gray" type="button" onClick={() => list.remove(at)}>
              {t("add.remove", { at: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {list.fields.length < atOnce && (
        <Button variant="default" type="button" onClick={addLine}>
          {t("add.more")}
        </Button>
      )}
    </FormShell>
  );
}
