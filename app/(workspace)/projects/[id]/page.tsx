import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OverviewFigures } from "@/components/projects/overview-figures";
import { ProjectFacts } from "@/components/projects/project-facts";
import { ProjectHeader } from "@/components/projects/project-header";
import { ProjectWhitelist } from "@/components/projects/project-whitelist";
import { StageSection } from "@/components/projects/stage-section";
import { StatusSection } from "@/components/projects/status-section";
import { YearSection } from "@/components/projects/year-section";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findProject, findProjectHead } from "@/lib/projects/queries/project";

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("project.read");
  const [t, { id }] = await Promise.all([getTranslations("projects"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const [head, project] = await readAs(actor, async () => [await findProjectHead(actor, id, today), await findProject(actor, id)]);
  if (!head || !project) notFound();
  const shown = { head, project, today };
  return (
    <>
      <ProjectHeader project={head} tab="overview" actions={head.mayWrite && <LinkButton href={`/projects/${id}/edit`}>{t("edit")}</LinkButton>} />
      <OverviewFigures head={head} />
      <StageSection {...shown} />
      <ProjectFacts head={head} project={project} hasDistricts={actor.districtKind === "city"} />
      <YearSection head={head} today={today} />
      <StatusSection {...shown} />
      <ProjectWhitelist {...shown} />
    </>
  );
}
