"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { addAccounts } from "@/lib/accounts/actions";
import { addAccountsSchema } from "@/lib/accounts/schema";
import { AccountFields, type Choices } from "./account-fields";
import { InitialPasswords, type AddedAccount } from "./initial-passwords";

export function AddAccountForm({ districtId, choices }: { districtId: string; choices: Choices }) {
  const t = useTranslations("accounts");
  const [added, setAdded] = useState<AddedAccount[] | null>(null);
  const form = useActionForm({
    formId: `account-add:${districtId}`,
    schema: addAccountsSchema,
    action: addAccounts,
    defaultValues: { districtId, accounts: [{ role: "staff", cadreId: "", enterpriseId: "", name: "", login: "" }] },
    resetAfter: true,
    onDone: ({ accounts }) => setAdded(accounts),
  });
  if (added) return <InitialPasswords accounts={added} onAgain={() => setAdded(null)} />;
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/accounts" hasRequired>
      <AccountFields at="accounts.0." choices={choices} isNew />
    </FormShell>
  );
}
