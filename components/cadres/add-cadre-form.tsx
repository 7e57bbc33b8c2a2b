"use client";

import { Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { addCadres } from "@/lib/cadres/actions";
import { addCadresSchema } from "@/lib/cadres/schema";
import { CadreFields, type UnitChoice } from "./cadre-fields";

type AddCadreFormProps = {
  districts: readonly { id: string; shortName: string }[];
  units: readonly UnitChoice[];
  districtId: string;
  unitId: string;
  today: string;
};

/** One cadre at a time; the next one begins with the same district and unit. */
export function AddCadreForm({ districts, units, districtId, unitId, today }: AddCadreFormProps) {
  const t = useTranslations("cadres");
  const router = useRouter();
  const [goesOn, setGoesOn] = useState(false);
  const [start, setStart] = useState({ districtId, unitId });
  const form = useActionForm({
    formId: "cadre-add",
    schema: addCadresSchema,
    action: addCadres,
    defaultValues: {
      districtId: start.districtId,
      cadres: [{ name: "", unitId: start.unitId, post: "", rank: "staff", phone: "", fromOn: "" }],
    },
    resetAfter: goesOn,
    onDone: ({ ids }) => {
      if (!goesOn) return router.push(`/cadres/${ids[0]}`);
      notify(t("added", { name: saved.name }));
      setStart({ districtId: chosen, unitId: saved.unitId });
    },
  });
  const { control, setValue } = form.methods;
  const chosen = useWatch({ control, name: "districtId" });
  const saved = useWatch({ control, name: "cadres.0" });
  const ofDistrict = units.filter((unit) => unit.districtId === chosen);
  const isUnitElsewhere = saved.unitId !== "" && !ofDistrict.some((unit) => unit.id === saved.unitId);
  useEffect(() => {
    // Another district was chosen: its units are others.
    if (isUnitElsewhere) setValue("cadres.0.unitId", "");
  }, [isUnitElsewhere, setValue]);
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/cadres" hasRequired>
      {districts.length > 1 && (
        <SelectField
          name="districtId"
          label={t("fields.district")}
          isRequired
          options={districts.map((one) => ({ value: one.id, label: one.shortName }))}
        />
      )}
      <CadreFields at="cadres.0." units={ofDistrict} />
      <FieldPair>
        <TextField name="cadres.0.phone" label={t("fields.phone")} hint={t("hints.phone")} type="tel" />
        <DayField name="cadres.0.fromOn" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
      </FieldPair>
      <Checkbox label={t("another")} checked={goesOn} onChange={(event) => setGoesOn(event.currentTarget.checked)} />
    </FormShell>
  );
}
