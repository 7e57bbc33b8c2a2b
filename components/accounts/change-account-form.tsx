"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { changeAccount } from "@/lib/accounts/actions";
import type { AccountInFull } from "@/lib/accounts/queries";
import { changeAccountSchema } from "@/lib/accounts/schema";
import { AccountFields, type Choices } from "./account-fields";

type ChangeAccountFormProps = { account: Pick<AccountInFull, "id" | "version" | "name" | "role" | "cadreId" | "enterpriseId">; choices: Choices };

export function ChangeAccountForm({ account: { id, version, name, role, cadreId, enterpriseId }, choices }: ChangeAccountFormProps) {
  const t = useTranslations("accounts");
  const form = useActionForm({
    formId: `account-change:${id}`,
    schema: changeAccountSchema,
    action: changeAccount,
    defaultValues: { id, version, name, role, cadreId: cadreId ?? "", enterpriseId: enterpriseId ?? "" },
    onDone: () => notify(t("saved")),
  });
  return (
    <FormShell form={form} submitLabel={t("save")} label={t("edit")}>
      <AccountFields choices={choices} />
    </FormShell>
  );
}
