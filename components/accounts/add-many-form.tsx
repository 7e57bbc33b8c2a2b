"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { addAccounts } from "@/lib/accounts/actions";
import type { CadreChoice } from "@/lib/accounts/queries";
import { accountsAtOnce, addAccountsSchema } from "@/lib/accounts/schema";
import { AccountRows } from "./account-rows";
import { InitialPasswords, type AddedAccount } from "./initial-passwords";
import { PeopleChooser, type ChosenPerson } from "./people-chooser";

type NewAccounts = z.input<typeof addAccountsSchema>;

/** Many accounts in one go: people are chosen or pasted into a list, which is looked through and then sent as one. */
export function AddManyForm({ districtId, cadres }: { districtId: string; cadres: readonly CadreChoice[] }) {
  const t = useTranslations("accounts.many");
  const [added, setAdded] = useState<AddedAccount[] | null>(null);
  const form = useActionForm<NewAccounts, { accounts: AddedAccount[] }>({
    formId: `accounts-add:${districtId}`,
    schema: addAccountsSchema,
    action: addAccounts,
    defaultValues: { districtId, loginPrefix: "", accounts: [] },
    resetAfter: true,
    onDone: ({ accounts }) => setAdded(accounts),
  });
  const list = useFieldArray({ control: form.methods.control, name: "accounts" });
  if (added) return <InitialPasswords accounts={added} onAgain={() => setAdded(null)} />;
  const listed = new Set(list.fields.flatMap(({ cadreId }) => cadreId || []));
  const take = (people: ChosenPerson[]) => list.append(people.slice(0, accountsAtOnce - list.fields.length).map((person) => ({ ...person, enterpriseId: "" })));
  return (
    <FormShell form={form} submitLabel={t("submit", { count: list.fields.length })} cancelHref="/accounts">
      <PeopleChooser cadres={cadres.filter(({ id }) => !listed.has(id))} onChoose={take} />
      <TextField name="loginPrefix" label={t("prefix")} hint={t("prefixHint")} maxLength={20} />
      <AccountRows keys={list.fields.map(({ id }) => id)} onRemove={list.remove} />
    </FormShell>
  );
}
