import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/audit/record-history";
import { ProjectHeader } from "@/components/projects/project-header";
import { listProjectHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findProjectHead } from "@/lib/projects/queries/project";

export default async function ProjectHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("project.read");
  const { id } = await params;
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const [head, lines] = await readAs(actor, async () => {
    const found = await findProjectHead(actor, id, today);
    return [found, found ? await listProjectHistory(actor, id) : []] as const;
  });
  if (!head) notFound();
  return (
    <>
      <ProjectHeader project={head} tab="history" />
      <RecordHistory entries={lines} />
    </>
  );
}
