"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { setBuilderContact } from "@/lib/duties/actions";
import { setBuilderContactSchema } from "@/lib/duties/schema";

export function BuilderContactForm({ projectId, today, onDone }: { projectId: string; today: string; onDone: () => void }) {
  const t = useTranslations("duties");
  const form = useActionForm({
    formId: `duty-contact:${projectId}`,
    schema: setBuilderContactSchema,
    action: setBuilderContact,
    defaultValues: { id: projectId, name: "", post: "", phone: "", fromOn: "" },
    onDone: () => {
      onDone();
      notify(t("contact.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("contact.submit")} onCancel={onDone} label={t("contact.label")} hasRequired>
      <FieldPair>
        <TextField name="name" label={t("fields.name")} isRequired maxLength={40} />
        <TextField name="post" label={t("fields.post")} maxLength={60} />
      </FieldPair>
      <TextField name="phone" label={t("fields.phone")} type="tel" />
      <DayField name="fromOn" label={t("fields.fromOn")} hint={t("hints.fromOnNext")} max={today} />
    </FormShell>
  );
}
