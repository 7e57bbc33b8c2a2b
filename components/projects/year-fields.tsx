"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { SelectField } from "@/components/forms/select-field";
import { NumberField, TextareaField } from "@/components/forms/text-field";
import { kinds, levels } from "@/lib/projects/schema";

/** What makes a project a key project of a year. `at`: where in the form these fields stand. */
export function YearFields({ at, isYearFixed, today }: { at: string; isYearFixed: boolean; today: string }) {
  const t = useTranslations("projects");
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 7 }, (_, back) => String(thisYear + 1 - back));
  return (
    <>
      {!isYearFixed && (
        <FieldPair>
          <SelectField name={`${at}year`} label={t("fields.year")} isRequired options={years.map((value) => ({ value, label: value }))} />
          <DayField name={`${at}fromOn`} label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
        </FieldPair>
      )}
      <FieldPair>
        <SelectField name={`${at}level`} label={t("fields.level")} isRequired options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
        <SelectField name={`${at}kind`} label={t("fields.kind")} isRequired options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </FieldPair>
      <FieldPair>
        <NumberField name={`${at}planWan`} label={t("fields.planWan")} unit={t("unitWan")} isRequired />
        <NumberField name={`${at}investedBeforeWan`} label={t("fields.investedBeforeWan")} unit={t("unitWan")} isRequired />
      </FieldPair>
      <TextareaField name={`${at}goal`} label={t("fields.goal")} rows={2} maxLength={500} />
      {isYearFixed && <DayField name={`${at}fromOn`} label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />}
    </>
  );
}
