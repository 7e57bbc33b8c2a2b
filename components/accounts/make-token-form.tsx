"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SwitchField } from "@/components/forms/switch-field";
import { NumberField, TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { SecretOnce } from "@/components/ui/secret-once";
import { makeToken } from "@/lib/accounts/actions";
import { makeTokenSchema, tokenDaysAtMost } from "@/lib/accounts/schema";

export function MakeTokenForm() {
  const t = useTranslations("accounts.tokens");
  const [made, setMade] = useState<string | null>(null);
  const form = useActionForm({
    formId: "token-make",
    schema: makeTokenSchema,
    action: makeToken,
    defaultValues: { name: "", days: "90", mayWrite: false },
    resetAfter: true,
    onDone: ({ token }) => setMade(token),
  });
  if (made) {
    return (
      <>
        <SecretOnce label={t("madeLabel")} secret={made} />
        <Button variant="default" mt="sm" onClick={() => setMade(null)}>
          {t("another")}
        </Button>
      </>
    );
  }
  return (
    <FormShell form={form} submitLabel={t("make")} hasRequired label={t("make")}>
      <FieldPair>
        <TextField name="name" label={t("name")} hint={t("nameHint")} isRequired maxLength={40} />
        <NumberField name="days" label={t("days")} hint={t("daysHint", { max: tokenDaysAtMost })} unit={t("dayUnit")} isRequired />
      </FieldPair>
      <SwitchField name="mayWrite" label={t("mayWrite")} hint={t("mayWriteHint")} />
    </FormShell>
  );
}
