import { notFound } from "next/navigation";
import { answersOf } from "@/components/duties/answers";
import { PastAnswers } from "@/components/duties/past-answers";
import { TaskForceSection } from "@/components/duties/task-force-section";
import { ProjectHeader } from "@/components/projects/project-header";
import { findTaskForce, listDutyChoices } from "@/lib/duties/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findProjectHead } from "@/lib/projects/queries/project";

export default async function ProjectDutiesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("duty.read");
  const { id } = await params;
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const found = await readAs(actor, async () => {
    const project = await findProjectHead(actor, id, today);
    if (!project) return null;
    const answers = answersOf(await findTaskForce(actor, id));
    return { project, answers, choices: project.mayAssign ? await listDutyChoices(actor, project.districtId) : null };
  });
  if (!found) notFound();
  const { project, answers, choices } = found;
  const [now, past] = [answers.filter(({ toOn }) => toOn === null), answers.filter(({ toOn }) => toOn !== null)];
  return (
    <>
      <ProjectHeader project={project} tab="duties" />
      <TaskForceSection project={project} answers={now} choices={choices} mayReveal={mayIn(actor, "duty.phone", project.districtId)} today={today} />
      <PastAnswers answers={past} />
    </>
  );
}
