"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { NumberField, TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { addUnit, changeUnit } from "@/lib/units/actions";
import type { Unit } from "@/lib/units/queries";
import { addUnitSchema, changeUnitSchema, unitKinds } from "@/lib/units/schema";

type AddUnitFormProps = { districts: readonly { id: string; shortName: string }[]; districtId: string };

export function AddUnitForm({ districts, districtId }: AddUnitFormProps) {
  const t = useTranslations("units");
  const router = useRouter();
  const form = useActionForm({
    formId: "unit-add",
    schema: addUnitSchema,
    action: addUnit,
    defaultValues: { districtId, kind: "department", name: "", shortName: "", sortOrder: "0" },
    onDone: ({ id }) => router.push(`/units/${id}`),
  });
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/units" hasRequired>
      {districts.length > 1 && (
        <SelectField
          name="districtId"
          label={t("fields.district")}
          isRequired
          options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      <UnitFields />
    </FormShell>
  );
}

export function ChangeUnitForm({ unit }: { unit: Pick<Unit, "id" | "version" | "kind" | "name" | "shortName" | "sortOrder"> }) {
  const t = useTranslations("units");
  const { id, version, kind, name, shortName, sortOrder } = unit;
  const form = useActionForm({
    formId: `unit-change:${id}`,
    schema: changeUnitSchema,
    action: changeUnit,
    defaultValues: { id, version, kind, name, shortName, sortOrder: String(sortOrder) },
    onDone: () => notify(t("saved")),
  });
  return (
    <FormShell form={form} submitLabel={t("save")} label={t("edit")}>
      <UnitFields />
    </FormShell>
  );
}

function UnitFields() {
  const t = useTranslations("units");
  return (
    <>
      <TextField name="name" label={t("fields.name")} hint={t("hints.name")} isRequired maxLength={60} />
      <FieldPair>
        <TextField name="shortName" label={t("fields.shortName")} hint={t("hints.shortName")} isRequired maxLength={20} />
        <NumberField name="sortOrder" label={t("fields.sortOrder")} hint={t("hints.sortOrder")} />
      </FieldPair>
      <SelectField
        name="kind"
        label={t("fields.kind")}
        isRequired
        options={unitKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    </>
  );
}
