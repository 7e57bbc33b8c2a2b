"use client";
import * as z from "zod";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { SelectField } from "@/components/forms/select-field";
import { SwitchField } from "@/components/forms/switch-field";
import { NumberField, TextareaField, TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { saveUnit } from "../actions";

const schema = z.strictObject({
  name: z.string().trim().min(1).max(40), shortName: z.string().min(2).max(8), kind: z.enum(["department", "township"]), leader: z.string().max(40),
  plan: z.string().regex(/^\d*(\.\d+)?$/, "notANumber"), foundedOn: z.iso.date(), isOpen: z.boolean(), note: z.string().max(20), secret: z.string().max(9), version: z.int(),
});
export function UnitForm({ unit }: { unit: { name: string; kind: string; version: number } }) {
  const form = useActionForm({
    formId: "preview-unit", schema, action: saveUnit,
    defaultValues: { name: unit.name, shortName: "发改", kind: unit.kind as "department", leader: "", plan: "", foundedOn: "2023-04-11", isOpen: true, note: "", secret: "", version: unit.version },
    onDone: () => notify("已保存。", { label: "撤销", run: () => {} }),
  });
  return (
    <FormShell form={form} submitLabel="保存单位" cancelHref="/preview" hasRequired>
      <TextField name="name" label="单位名称" hint="与公章一致的全称" isRequired />
      <FieldPair>
        <TextField name="shortName" label="简称" isRequired />
        <SelectField name="kind" label="类型" isRequired options={[{ value: "department", label: "部门" }, { value: "township", label: "乡镇街道" }]} />
      </FieldPair>
      <FieldPair>
        <SelectField name="leader" label="负责人" isOpenAllowed options={Array.from({ length: 30 }, (_, i) => ({ value: `c${i}`, label: `干部${i}`, keywords: `ganbu${i} gb${i}` }))} />
        <NumberField name="plan" label="年度计划" unit="万元" />
      </FieldPair>
      <FieldPair><DayField name="foundedOn" label="成立日期" isRequired /><PasswordField name="secret" label="口令" autoComplete="new-password" /></FieldPair>
      <SwitchField name="isOpen" label="对外服务" hint="显示在对外名单里" />
      <TextareaField name="note" label="备注" />
    </FormShell>
  );
}
