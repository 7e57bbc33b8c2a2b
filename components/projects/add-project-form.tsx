"use client";

import { Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField, type Option } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { addProjects } from "@/lib/projects/actions";
import { stagesOf } from "@/lib/projects/rules";
import { addProjectsSchema } from "@/lib/projects/schema";
import type { ProjectPath, ProjectStage } from "@/prisma/generated/enums";
import { FormPart } from "./form-part";
import { ProjectFields } from "./project-fields";
import { YearFields } from "./year-fields";

type OfDistrict = Option & { districtId: string };
export type AddProjectFormProps = {
  districts: readonly { id: string; shortName: string }[];
  districtId: string;
  cityId: string;
  units: readonly OfDistrict[];
  townships: readonly OfDistrict[];
  builders: readonly OfDistrict[];
  today: string;
};

/** One project: its facts, the stage it has come to, and, if it is one, as a key project of a year. */
export function AddProjectForm({ districts, districtId, cityId, units, townships, builders, today }: AddProjectFormProps) {
  const t = useTranslations("projects");
  const router = useRouter();
  const newYear = { year: Number(today.slice(0, 4)), level: "county" as const, kind: "new" as const, planWan: "", investedBeforeWan: "0", goal: "", fromOn: "" };
  const form = useActionForm({
    formId: "project-add",
    schema: addProjectsSchema,
    action: addProjects,
    defaultValues: {
      districtId,
      projects: [
        {
          name: "", industry: "industry", nature: "new_build", path: "production", scope: "", location: "", townshipId: "", startYear: "", endYear: "", totalWan: "", builderId: "",
          responsibleUnitId: units.length === 1 ? units[0]!.value : "", personName: "", phone: "", plannedStartOn: "", plannedCompletionOn: "", isInStatistics: false, remark: "",
          stages: [{ stage: "reserve", on: today, evidence: "" }], year: newYear,
        },
      ],
    },
    onDone: ({ ids }) => router.push(`/projects/${ids[0]}`),
  });
  const { control, setValue } = form.methods;
  const chosen = useWatch({ control, name: "districtId" });
  const path: ProjectPath = useWatch({ control, name: "projects.0.path" });
  const stage: ProjectStage = useWatch({ control, name: "projects.0.stages.0.stage" });
  const year: unknown = useWatch({ control, name: "projects.0.year" });
  const [isKey, setKey] = useState(true);
  const turn = (isOn: boolean) => {
    setKey(isOn);
    setValue("projects.0.year", isOn ? newYear : undefined);
  };
  const of = (options: readonly OfDistrict[], withCity = false) => options.filter((option) => option.districtId === chosen || (withCity && option.districtId === cityId));
  const isStageElsewhere = !stagesOf[path].includes(stage);
  useEffect(() => {
    // Another path was chosen, which has no such stage.
    if (isStageElsewhere) setValue("projects.0.stages.0.stage", "reserve");
  }, [isStageElsewhere, setValue]);
  return (
    <FormShell form={form} submitLabel={t("addButton")} cancelHref="/projects" hasRequired>
      {districts.length > 1 && <SelectField name="districtId" label={t("fields.district")} isRequired options={districts.map((one) => ({ value: one.id, label: one.shortName }))} />}
      <ProjectFields at="projects.0." choices={{ units: of(units, true), townships: of(townships), builders: of(builders) }} phoneHint={t("hints.personPhone")} />
      <FormPart title={t("parts.stage")}>
        <FieldPair>
          <SelectField name="projects.0.stages.0.stage" label={t("fields.stage")} isRequired options={stagesOf[path].map((value) => ({ value, label: t(`stage.${value}`) }))} />
          <DayField name="projects.0.stages.0.on" label={t("fields.stageOn")} isRequired max={today} />
        </FieldPair>
        <TextareaField name="projects.0.stages.0.evidence" label={t("fields.evidence")} hint={t("hints.evidence")} rows={2} maxLength={500} />
      </FormPart>
      <FormPart title={t("parts.year")}>
        <Switch label={t("hints.isKey")} description={t("hints.isKeyHint")} checked={isKey} onChange={(event) => turn(event.currentTarget.checked)} />
        {isKey && year !== undefined && <YearFields at="projects.0.year." isYearFixed={false} today={today} />}
      </FormPart>
    </FormShell>
  );
}
