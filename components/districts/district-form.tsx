"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { NumberField, TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { addDistrict, changeDistrict } from "@/lib/districts/actions";
import type { District } from "@/lib/districts/queries";
import { addDistrictSchema, changeDistrictSchema } from "@/lib/districts/schema";

const kinds = ["county", "urban_district", "zone"] as const;

export function AddDistrictForm() {
  const t = useTranslations("districts");
  const router = useRouter();
  const form = useActionForm({
    formId: "district-add",
    schema: addDistrictSchema,
    action: addDistrict,
    defaultValues: { kind: "county", name: "", shortName: "", sortOrder: "0" },
    onDone: ({ id }) => router.push(`/districts/${id}`),
  });
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/districts" hasRequired>
      <DistrictFields kinds={kinds} />
    </FormShell>
  );
}

export function ChangeDistrictForm({ district }: { district: District }) {
  const t = useTranslations("districts");
  const { id, version, kind, name, shortName, sortOrder } = district;
  const form = useActionForm({
    formId: `district-change:${id}`,
    schema: changeDistrictSchema,
    action: changeDistrict,
    defaultValues: { id, version, kind, name, shortName, sortOrder: String(sortOrder) },
  });
  return (
    <FormShell form={form} submitLabel={t("save")} label={t("edit")}>
      <DistrictFields kinds={kind === "city" ? ["city"] : kinds} />
    </FormShell>
  );
}

function DistrictFields({ kinds: choices }: { kinds: readonly District["kind"][] }) {
  const t = useTranslations("districts");
  return (
    <>
      <TextField name="name" label={t("fields.name")} isRequired maxLength={60} />
      <FieldPair>
        <TextField name="shortName" label={t("fields.shortName")} hint={t("hints.shortName")} isRequired maxLength={20} />
        <SelectField name="kind" label={t("fields.kind")} isRequired options={choices.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      </FieldPair>
      <NumberField name="sortOrder" label={t("fields.sortOrder")} hint={t("hints.sortOrder")} />
    </>
  );
}
