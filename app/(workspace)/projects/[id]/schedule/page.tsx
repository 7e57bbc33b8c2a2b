import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProjectHeader } from "@/components/projects/project-header";
import { MilestoneSection } from "@/components/schedules/milestone-section";
import { MonthSection } from "@/components/schedules/month-section";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findProjectHead } from "@/lib/projects/queries/project";
import { listMilestones, listYearsByMonth } from "@/lib/schedules/queries";

export default async function ProjectSchedulePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("schedule.read");
  const [t, { id }] = await Promise.all([getTranslations("schedules"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const found = await readAs(actor, async () => {
    const project = await findProjectHead(actor, id, today);
    return project && { project, milestones: await listMilestones(actor, id), years: await listYearsByMonth(actor, id) };
  });
  if (!found) notFound();
  const { project, milestones, years } = found;
  const { districtId, mayPlan, mayApprovePlan } = project;
  return (
    <>
      <ProjectHeader project={project} tab="schedule" />
      <MilestoneSection projectId={id} districtId={districtId} milestones={milestones} mayPlan={mayPlan} mayApprove={mayApprovePlan} today={today} />
      {years.map((year) => (
        <MonthSection key={year.year} projectId={id} year={year} mayPlan={mayPlan} />
      ))}
      {years.length === 0 && <EmptyState title={t("notListed")} description={t("notListedNext")} />}
    </>
  );
}
