"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { changeProject } from "@/lib/projects/actions";
import type { Project } from "@/lib/projects/queries/project";
import { changeProjectSchema } from "@/lib/projects/schema";
import { ProjectFields, type ProjectChoices } from "./project-fields";

export type ChangedProject = Pick<
  Project,
  "id" | "version" | "name" | "industry" | "nature" | "path" | "scope" | "location" | "townshipId" | "startYear" | "endYear" | "totalWan" | "builderId" | "responsibleUnitId" | "personName" | "phoneMasked"
  | "plannedStartOn" | "plannedCompletionOn" | "isInStatistics" | "remark"
>;

/** The facts of a project; stages, status and years have their own ways. */
export function ChangeProjectForm({ project, choices }: { project: ChangedProject; choices: ProjectChoices }) {
  const t = useTranslations("projects");
  const router = useRouter();
  const { id, version, phoneMasked, startYear, endYear, isInStatistics, plannedStartOn, plannedCompletionOn, industry, nature, path, name, responsibleUnitId, ...open } = project;
  const form = useActionForm({
    formId: `project-change:${id}`,
    schema: changeProjectSchema,
    action: changeProject,
    defaultValues: {
      id, version, name, industry, nature, path, responsibleUnitId, isInStatistics, phone: phoneMasked ?? "", startYear: startYear ?? "", endYear: endYear ?? "", plannedStartOn: plannedStartOn ?? "",
      plannedCompletionOn: plannedCompletionOn ?? "", scope: open.scope ?? "", location: open.location ?? "", townshipId: open.townshipId ?? "", totalWan: open.totalWan ?? "", builderId: open.builderId ?? "",
      personName: open.personName ?? "", remark: open.remark ?? "",
    },
    onDone: ({ milestonesBeforeStart: count }) => {
      notify(count > 0 ? t("savedBefore", { count }) : t("saved"));
      router.push(`/projects/${id}`);
    },
  });
  return (
    <FormShell form={form} submitLabel={t("save")} cancelHref={`/projects/${id}`} hasRequired label={t("editTitle")}>
      <ProjectFields at="" choices={choices} phoneHint={t("hints.changedPhone")} setDays={{ start: plannedStartOn !== null, completion: plannedCompletionOn !== null }} />
    </FormShell>
  );
}
