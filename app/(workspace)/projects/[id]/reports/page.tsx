import { notFound } from "next/navigation";
import { ReportList } from "@/components/progress/report-list";
import { ReportSection } from "@/components/progress/report-section";
import { ProjectHeader } from "@/components/projects/project-header";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape, pageNumber } from "@/lib/foundation/schema";
import { findWeekOfProject, listChoosableWeeks, listReportsOfProject } from "@/lib/progress/queries";
import { reportFilter } from "@/lib/progress/schema";
import { findProjectHead } from "@/lib/projects/queries/project";

type Params = Record<string, string | string[] | undefined>;

export default async function ProjectReportsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Params> }) {
  const actor = await requireActor("report.read");
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const found = await readAs(actor, async () => {
    const project = await findProjectHead(actor, id, today);
    if (!project) return null;
    const weeks = await listChoosableWeeks(actor, project.districtId, today);
    const { week = weeks[0]! } = reportFilter.parse({ week: asked.week });
    const row = project.mayReport ? await findWeekOfProject(actor, id, week) : null;
    return { project, weeks, week, row, reports: await listReportsOfProject(actor, id, { page: pageNumber.parse(asked.page), perPage: 30 }) };
  });
  if (!found) notFound();
  const { project, weeks, week, row, reports } = found;
  return (
    <>
      <ProjectHeader project={project} tab="reports" />
      {project.mayReport && <ReportSection row={row} week={week} weeks={weeks} projectId={id} />}
      <ClientMessages of={["progress"]}>
        <ReportList reports={reports} address={{ pathname: `/projects/${id}/reports`, params: asked }} />
      </ClientMessages>
    </>
  );
}
