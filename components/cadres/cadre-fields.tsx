"use client";

import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/forms/field-pair";
import { SelectField, type Option } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { cadreRanks } from "@/lib/cadres/schema";

export type UnitChoice = { id: string; name: string; districtId: string; keywords: string };

const asOptions = (units: readonly UnitChoice[]): Option[] => units.map(({ id, name, keywords }) => ({ value: id, label: name, keywords }));

type CadreFieldsProps = {
  /** Where these fields stand in the form's values: "cadres.0." or at its top. */
  at?: string;
  units: readonly UnitChoice[];
};

/** Who, where and as what; the phone and the day, which have more to say, follow in each form's own words. */
export function CadreFields({ at = "", units }: CadreFieldsProps) {
  const t = useTranslations("cadres");
  return (
    <>
      <FieldPair>
        <TextField name={`${at}name`} label={t("fields.name")} isRequired maxLength={40} />
        <SelectField name={`${at}unitId`} label={t("fields.unit")} isRequired options={asOptions(units)} />
      </FieldPair>
      <FieldPair>
        <TextField name={`${at}post`} label={t("fields.post")} isRequired maxLength={60} />
        <SelectField
          name={`${at}rank`}
          label={t("fields.rank")}
          isRequired
          options={cadreRanks.map((value) => ({ value, label: t(`ranks.${value}`) }))}
        />
      </FieldPair>
    </>
  );
}
