import { notFound } from "next/navigation";
import { ProjectFunds } from "@/components/funds/project-funds";
import { ProjectHeader } from "@/components/projects/project-header";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findFundsOfYear, listFundYears } from "@/lib/funds/queries";
import { fundFilter } from "@/lib/funds/schema";
import { findProjectHead } from "@/lib/projects/queries/project";

type Params = Record<string, string | string[] | undefined>;

export default async function ProjectFundsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Params> }) {
  const actor = await requireActor("fund.read");
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const found = await readAs(actor, async () => {
    const project = await findProjectHead(actor, id, today);
    if (!project) return null;
    const years = await listFundYears(actor, id);
    const year = fundFilter.parse({ year: asked.year }).year ?? years[0] ?? yearOf(today);
    return { project, years, year, ...(await findFundsOfYear(actor, id, year)) };
  });
  if (!found) notFound();
  return (
    <>
      <ProjectHeader project={found.project} tab="funds" />
      <ProjectFunds {...found} params={asked} />
    </>
  );
}
