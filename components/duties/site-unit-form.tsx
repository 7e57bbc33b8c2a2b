"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField, type Option } from "@/components/forms/select-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { setSiteUnit } from "@/lib/duties/actions";
import { setSiteUnitSchema } from "@/lib/duties/schema";

type SiteUnitFormProps = { projectId: string; cadres: readonly Option[]; units: readonly Option[]; today: string; onDone: () => void };

export function SiteUnitForm({ projectId, cadres, units, today, onDone }: SiteUnitFormProps) {
  const t = useTranslations("duties");
  const form = useActionForm({
    formId: `duty-site:${projectId}`,
    schema: setSiteUnitSchema,
    action: setSiteUnit,
    defaultValues: { id: projectId, unitId: "", headCadreId: "", fromOn: "" },
    onDone: () => {
      onDone();
      notify(t("site.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("site.submit")} onCancel={onDone} label={t("site.label")} hasRequired>
      <SelectField name="unitId" label={t("roles.siteUnit")} isRequired options={units} />
      <SelectField name="headCadreId" label={t("fields.head")} options={cadres} isOpenAllowed />
      <DayField name="fromOn" label={t("fields.fromOn")} hint={t("hints.fromOnNext")} max={today} />
    </FormShell>
  );
}
