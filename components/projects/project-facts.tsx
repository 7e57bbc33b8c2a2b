import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFigure } from "@/components/ui/format";
import { PhoneReveal } from "@/components/ui/phone-reveal";
import { Section } from "@/components/ui/section";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { revealProjectPhone } from "@/lib/projects/actions";
import type { Project, ProjectHead } from "@/lib/projects/queries/project";
import { MoveDays } from "./move-days";

/** Everything the 项目台账 has a column for and no other section shows. */
export async function ProjectFacts({ head, project, hasDistricts }: { head: ProjectHead; project: Project; hasDistricts: boolean }) {
  const t = await getTranslations("projects");
  const { plannedStartOn, plannedCompletionOn, baselineStartOn, baselineCompletionOn, startYear, endYear } = project;
  const planned = (day: string | null, baseline: string | null) => (day && baseline && baseline !== day ? `${day}（${t("overview.baseline", { day: baseline })}）` : day);
  const years = startYear && endYear ? t("overview.years", { from: String(startYear), to: String(endYear) }) : startYear && t("overview.yearsFrom", { from: String(startYear) });
  const phone = project.phoneMasked && <PhoneReveal masked={project.phoneMasked} action={head.mayReveal ? revealProjectPhone : null} input={{ id: head.id }} />;
  return (
    <Section
      title={t("overview.facts")}
      actions={
        head.mayApprove && project.status !== "withdrawn" && (
          <ClientMessages of={["projects"]}>
            <MoveDays project={{ id: head.id, version: head.version, plannedStartOn, plannedCompletionOn }} />
          </ClientMessages>
        )
      }
    >
      <DescriptionList
        items={[
          { label: t("overview.code"), value: head.code },
          ...(hasDistricts ? [{ label: t("fields.district"), value: head.districtName }] : []),
          { label: t("fields.industry"), value: t(`industry.${project.industry}`) },
          { label: t("fields.nature"), value: t(`nature.${project.nature}`) },
          { label: t("fields.path"), value: t(`path.${project.path}`) },
          { label: `${t("fields.totalWan")}（${t("unitWan")}）`, value: formatFigure(project.totalWan) },
          { label: t("columns.years"), value: years },
          { label: t("fields.township"), value: project.townshipName },
          { label: t("fields.location"), value: project.location },
          { label: t("fields.builder"), value: project.builderName },
          { label: t("fields.unit"), value: project.unitName },
          { label: t("fields.personName"), value: project.personName },
          { label: t("fields.phone"), value: phone },
          { label: t("overview.lead"), value: project.leadName },
          { label: t("overview.startPlanned"), value: planned(plannedStartOn, baselineStartOn) },
          { label: t("overview.started"), value: project.startedOn },
          { label: t("overview.completionPlanned"), value: planned(plannedCompletionOn, baselineCompletionOn) },
          { label: t("overview.completed"), value: project.completedOn },
          { label: t("columns.isInStatistics"), value: t(project.isInStatistics ? "yes" : "no") },
          { label: t("fields.scope"), value: project.scope, isLong: true },
          { label: t("fields.remark"), value: project.remark, isLong: true },
        ]}
      />
    </Section>
  );
}
