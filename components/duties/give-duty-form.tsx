"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField, type Option } from "@/components/forms/select-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { giveDuties } from "@/lib/duties/actions";
import { dutyKinds, giveDutiesSchema } from "@/lib/duties/schema";

type GiveDutyFormProps = { projectId: string; districtId: string; cadres: readonly Option[]; today: string; onDone: () => void };

/** One cadre answers for this project from a day on. */
export function GiveDutyForm({ projectId, districtId, cadres, today, onDone }: GiveDutyFormProps) {
  const t = useTranslations("duties");
  const form = useActionForm({
    formId: `duty-give:${projectId}`,
    schema: giveDutiesSchema,
    action: giveDuties,
    defaultValues: { districtId, duties: [{ projectId, kind: "lead", cadreId: "", fromOn: "" }] },
    onDone: () => {
      onDone();
      notify(t("give.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("give.submit")} onCancel={onDone} label={t("give.label")} hasRequired>
      <SelectField name="duties.0.kind" label={t("fields.role")} isRequired options={dutyKinds.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      <SelectField name="duties.0.cadreId" label={t("fields.cadre")} isRequired options={cadres} />
      <DayField name="duties.0.fromOn" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
    </FormShell>
  );
}
