import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LightHistory } from "@/components/lights/light-history";
import { LightLedger } from "@/components/lights/light-ledger";
import { ProjectHeader } from "@/components/projects/project-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findLights, listLightHistory } from "@/lib/lights/queries";
import { findProjectHead } from "@/lib/projects/queries/project";

export default async function ProjectLightsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("light.read");
  const [t, { id }] = await Promise.all([getTranslations("lights"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const { today } = businessTime(actor.clockOffsetMs);
  const year = yearOf(today);
  const [project, lights, history] = await readAs(actor, async () => {
    const head = await findProjectHead(actor, id, today);
    if (!head) return [null, null, null] as const;
    return [head, await findLights(actor, head.districtId, id, today), await listLightHistory(actor, head.districtId, id, `${year}-01-01`)] as const;
  });
  if (!project || !lights) notFound();
  return (
    <>
      <ProjectHeader project={project} tab="lights" />
      <Section title={t("sections.now")}>
        <LightLedger lights={lights} address={{ pathname: `/projects/${id}/lights`, params: {} }} />
      </Section>
      <Section title={t("sections.history", { year: String(year) })}>
        <LightHistory stretches={history} year={year} today={today} />
      </Section>
    </>
  );
}
