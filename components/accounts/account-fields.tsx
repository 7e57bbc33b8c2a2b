"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { FieldPair } from "@/components/forms/field-pair";
import { SelectField, type Option } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useForm } from "@/components/forms/use-field";
import type { CadreChoice, EnterpriseChoice } from "@/lib/accounts/queries";
import { roles } from "./roles";

export type Choices = { cadres: readonly CadreChoice[]; enterprises: readonly EnterpriseChoice[] };

export const cadreOptions = (cadres: readonly CadreChoice[]): Option[] =>
  cadres.map(({ id, name, unitName, post, namePinyin, nameInitials }) => ({ value: id, label: `${name} · ${unitName} ${post}`, keywords: `${namePinyin} ${nameInitials}` }));

/** Role, and whom the account belongs to by it: a cadre of the district, or an enterprise. `at`: where these fields stand in the form's values. */
export function AccountFields({ at = "", choices: { cadres, enterprises }, isNew = false }: { at?: string; choices: Choices; isNew?: boolean }) {
  const t = useTranslations("accounts");
  const { control, setValue } = useForm().methods;
  const role = useWatch({ control, name: `${at}role` }) as string;
  // What was chosen under another role does not go along unseen.
  useEffect(() => setValue(role === "enterprise" ? `${at}cadreId` : `${at}enterpriseId`, ""), [role, at, setValue]);
  return (
    <>
      <SelectField
        name={`${at}role`}
        label={t("fields.role")}
        hint={t("hints.role")}
        isRequired
        options={roles.map((value) => ({ value, label: t("roleWith", { role: t(`roles.${value}`), may: t(`roleMay.${value}`) }) }))}
      />
      {role === "enterprise" ? (
        <SelectField
          name={`${at}enterpriseId`}
          label={t("fields.enterprise")}
          isRequired
          options={enterprises.map(({ id, name, namePinyin, nameInitials }) => ({ value: id, label: name, keywords: `${namePinyin} ${nameInitials}` }))}
        />
      ) : (
        <SelectField name={`${at}cadreId`} label={t("fields.cadre")} hint={t("hints.cadre")} isOpenAllowed options={cadreOptions(cadres)} />
      )}
      <FieldPair>
        <TextField name={`${at}name`} label={t("fields.name")} hint={isNew ? t("hints.name") : undefined} isRequired={!isNew} maxLength={40} />
        {isNew && <TextField name={`${at}login`} label={t("fields.login")} hint={t("hints.login")} maxLength={64} />}
      </FieldPair>
    </>
  );
}
