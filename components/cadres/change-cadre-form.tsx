"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { changeCadre } from "@/lib/cadres/actions";
import type { CadreInLedger } from "@/lib/cadres/queries";
import { isAnotherPost } from "@/lib/cadres/rules";
import { changeCadreSchema } from "@/lib/cadres/schema";
import { CadreFields, type UnitChoice } from "./cadre-fields";

type ChangeCadreFormProps = { cadre: CadreInLedger; units: readonly UnitChoice[]; today: string };

export function ChangeCadreForm({ cadre, units, today }: ChangeCadreFormProps) {
  const t = useTranslations("cadres");
  const { id, version, name, unitId, post, phoneMasked } = cadre;
  const rank = cadre.rank ?? "other";
  const form = useActionForm({
    formId: `cadre-change:${id}`,
    schema: changeCadreSchema,
    action: changeCadre,
    defaultValues: { id, version, name, unitId, post, rank, phone: phoneMasked ?? "", fromOn: "" },
    onDone: () => notify(t("saved")),
  });
  const now = useWatch({ control: form.methods.control });
  const isMoved = isAnotherPost({ unitId, post, rank }, { unitId: now.unitId ?? "", post: now.post?.trim() ?? "", rank: now.rank ?? rank });
  return (
    <FormShell form={form} submitLabel={t("save")} label={t("edit")}>
      <CadreFields units={units} />
      {isMoved && <DayField name="fromOn" label={t("fields.fromOn")} hint={t("hints.changedFromOn")} max={today} />}
      <TextField name="phone" label={t("fields.phone")} hint={t("hints.changedPhone")} type="tel" />
    </FormShell>
  );
}
