"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { NumberField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { setSetting } from "@/lib/districts/actions";
import type { SettingInForce } from "@/lib/districts/queries";
import { settings } from "@/lib/districts/rules";
import { setSettingSchema } from "@/lib/districts/schema";

type SettingFormProps = { districtId: string; setting: SettingInForce; today: string };

export function SettingForm({ districtId, setting, today }: SettingFormProps) {
  const t = useTranslations("districts.settings");
  const { key, value } = setting;
  const form = useActionForm({
    formId: `setting:${districtId}:${key}`,
    schema: setSettingSchema,
    action: setSetting,
    defaultValues: { districtId, key, value: String(value), fromOn: today },
    onDone: () => notify(t("saved")),
  });
  const { input, options } = settings[key] as { input: string; options?: readonly string[] };
  return (
    <FormShell form={form} submitLabel={t("save")} label={t(`key.${key}`)}>
      <FieldPair>
        {input === "choice" ? (
          <SelectField name="value" label={t("value")} hint={t(`hint.${key}`)} options={(options ?? []).map((one) => ({ value: one, label: t(`option.${one as "plain"}`) }))} />
        ) : (
          <NumberField name="value" label={t("value")} hint={t(`hint.${key}`)} />
        )}
        <DayField name="fromOn" label={t("fromOn")} isRequired />
      </FieldPair>
    </FormShell>
  );
}
