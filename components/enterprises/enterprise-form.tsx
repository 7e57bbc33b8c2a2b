"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { addEnterprise, changeEnterprise } from "@/lib/enterprises/actions";
import type { EnterpriseInLedger } from "@/lib/enterprises/queries";
import { addEnterpriseSchema, changeEnterpriseSchema } from "@/lib/enterprises/schema";

type AddEnterpriseFormProps = { districts: readonly { id: string; shortName: string }[]; districtId: string };

export function AddEnterpriseForm({ districts, districtId }: AddEnterpriseFormProps) {
  const t = useTranslations("enterprises");
  const router = useRouter();
  const form = useActionForm({
    formId: "enterprise-add",
    schema: addEnterpriseSchema,
    action: addEnterprise,
    defaultValues: { districtId, name: "", uscc: "", address: "", contactName: "", phone: "" },
    onDone: ({ id }) => router.push(`/enterprises/${id}`),
  });
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/enterprises" hasRequired>
      {districts.length > 1 && (
        <SelectField
          name="districtId"
          label={t("fields.district")}
          isRequired
          options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      <EnterpriseFields phoneHint={t("hints.phone")} />
    </FormShell>
  );
}

export function ChangeEnterpriseForm({ enterprise }: { enterprise: EnterpriseInLedger }) {
  const t = useTranslations("enterprises");
  const { id, version, name, uscc, address, contactName, phoneMasked } = enterprise;
  const form = useActionForm({
    formId: `enterprise-change:${id}`,
    schema: changeEnterpriseSchema,
    action: changeEnterprise,
    defaultValues: { id, version, name, uscc, address: address ?? "", contactName: contactName ?? "", phone: phoneMasked ?? "" },
    onDone: () => notify(t("saved")),
  });
  return (
    <FormShell form={form} submitLabel={t("save")} label={t("edit")}>
      <EnterpriseFields phoneHint={t("hints.changedPhone")} />
    </FormShell>
  );
}

function EnterpriseFields({ phoneHint }: { phoneHint: string }) {
  const t = useTranslations("enterprises");
  return (
    <>
      <TextField name="name" label={t("fields.name")} isRequired maxLength={100} />
      <TextField name="uscc" label={t("fields.uscc")} hint={t("hints.uscc")} isRequired maxLength={60} />
      <TextField name="address" label={t("fields.address")} maxLength={200} />
      <FieldPair>
        <TextField name="contactName" label={t("fields.contactName")} maxLength={40} />
        <TextField name="phone" label={t("fields.phone")} hint={phoneHint} type="tel" />
      </FieldPair>
    </>
  );
}
