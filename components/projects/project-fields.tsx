"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { SelectField, type Option } from "@/components/forms/select-field";
import { SwitchField } from "@/components/forms/switch-field";
import { NumberField, TextareaField, TextField } from "@/components/forms/text-field";
import { industries, natures, paths } from "@/lib/projects/schema";
import { FormPart } from "./form-part";

export type ProjectChoices = { units: readonly Option[]; townships: readonly Option[]; builders: readonly Option[] };

type ProjectFieldsProps = { at: string; choices: ProjectChoices; phoneHint: string; /** Days that are set already are moved elsewhere, by a leader. */ setDays?: { start: boolean; completion: boolean } };

/** The facts of a project, in the parts people know from the 台账. */
export function ProjectFields({ at, choices, phoneHint, setDays = { start: false, completion: false } }: ProjectFieldsProps) {
  const t = useTranslations("projects");
  return (
    <>
      <FormPart title={t("parts.what")}>
        <TextField name={`${at}name`} label={t("fields.name")} isRequired maxLength={120} />
        <FieldPair>
          <SelectField name={`${at}industry`} label={t("fields.industry")} isRequired options={industries.map((value) => ({ value, label: t(`industry.${value}`) }))} />
          <SelectField name={`${at}path`} label={t("fields.path")} isRequired options={paths.map((value) => ({ value, label: t(`path.${value}`) }))} />
        </FieldPair>
        <FieldPair>
          <SelectField name={`${at}nature`} label={t("fields.nature")} isRequired options={natures.map((value) => ({ value, label: t(`nature.${value}`) }))} />
          <NumberField name={`${at}totalWan`} label={t("fields.totalWan")} hint={t("hints.totalWan")} unit={t("unitWan")} />
        </FieldPair>
        <TextareaField name={`${at}scope`} label={t("fields.scope")} rows={3} maxLength={2000} />
      </FormPart>
      <FormPart title={t("parts.where")}>
        <FieldPair>
          <SelectField name={`${at}townshipId`} label={t("fields.township")} isOpenAllowed options={choices.townships} />
          <TextField name={`${at}location`} label={t("fields.location")} hint={t("hints.location")} maxLength={200} />
        </FieldPair>
        <FieldPair>
          <SelectField name={`${at}responsibleUnitId`} label={t("fields.unit")} isRequired options={choices.units} />
          <SelectField name={`${at}builderId`} label={t("fields.builder")} isOpenAllowed options={choices.builders} />
        </FieldPair>
        <FieldPair>
          <TextField name={`${at}personName`} label={t("fields.personName")} maxLength={40} />
          <TextField name={`${at}phone`} label={t("fields.phone")} hint={phoneHint} type="tel" />
        </FieldPair>
      </FormPart>
      <FormPart title={t("parts.when")} hint={t("hints.plannedDays")}>
        <FieldPair>
          <DayField name={`${at}plannedStartOn`} label={t("fields.plannedStartOn")} isDisabled={setDays.start} />
          <DayField name={`${at}plannedCompletionOn`} label={t("fields.plannedCompletionOn")} isDisabled={setDays.completion} />
        </FieldPair>
        <FieldPair>
          <NumberField name={`${at}startYear`} label={t("fields.startYear")} />
          <NumberField name={`${at}endYear`} label={t("fields.endYear")} />
        </FieldPair>
        <SwitchField name={`${at}isInStatistics`} label={t("fields.isInStatistics")} />
        <TextareaField name={`${at}remark`} label={t("fields.remark")} rows={2} maxLength={500} />
      </FormPart>
    </>
  );
}
