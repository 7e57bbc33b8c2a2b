"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { mergeUnits } from "@/lib/mergers/actions";
import type { MergePreview } from "@/lib/mergers/queries";
import { mergeUnitsSchema } from "@/lib/mergers/schema";

type MergeFormProps = { unit: { id: string; version: number }; targets: MergePreview["targets"] };

export function MergeForm({ unit: { id, version }, targets }: MergeFormProps) {
  const t = useTranslations("mergers");
  const router = useRouter();
  const form = useActionForm({
    formId: `unit-merge:${id}`,
    schema: mergeUnitsSchema,
    action: mergeUnits,
    defaultValues: { id, version, intoId: "" },
    onDone: (into) => {
      notify(t("done", { moved: into.moved, projects: into.projects }));
      router.push(`/units/${into.id}`);
    },
  });
  return (
    <FormShell form={form} submitLabel={t("submit")} cancelHref={`/units/${id}`} tone="danger">
      <SelectField
        name="intoId"
        label={t("into")}
        hint={t("intoHint")}
        isRequired
        options={targets.map((target) => ({ value: target.id, label: target.name, keywords: target.keywords }))}
      />
    </FormShell>
  );
}
