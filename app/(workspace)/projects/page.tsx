import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ColumnChoice } from "@/components/projects/column-choice";
import { ProjectFilters } from "@/components/projects/project-filters";
import { ProjectLedger } from "@/components/projects/project-ledger";
import { ProjectSums } from "@/components/projects/project-sums";
import { LedgerSkeleton } from "@/components/ui/ledger-skeleton";
import { LinkButton } from "@/components/ui/link-button";
import { addressWith } from "@/components/ui/page-address";
import { PageHeader } from "@/components/ui/page-header";
import { SavedViews } from "@/components/views/saved-views";
import { listOwnDistricts } from "@/lib/districts/queries";
import { may } from "@/lib/foundation/access/policy";
import type { Actor } from "@/lib/foundation/actor";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";
import { listLedgerChoices, listProjects } from "@/lib/projects/queries/ledger";
import { columnsChoice, projectFilter } from "@/lib/projects/schema";
import { listViews } from "@/lib/views/queries";

type Params = Record<string, string | string[] | undefined>;

export default async function ProjectsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("project.read");
  return (
    <Suspense fallback={<LedgerSkeleton />}>
      <Projects actor={actor} params={await searchParams} />
    </Suspense>
  );
}

async function Projects({ actor, params }: { actor: Actor; params: Params }) {
  const t = await getTranslations("projects");
  const isCity = actor.districtKind === "city";
  const { today } = businessTime(actor.clockOffsetMs);
  const { q, year, level, kind, industry, stage, light, lead, unit, status, sort, cols } = params;
  const rarer = { level, kind, industry, stage, light, leadId: lead, unitId: unit, status };
  const filter = projectFilter.parse({ q, year, sort, ...rarer, districtId: isCity ? params.district : actor.districtId });
  const chosen = columnsChoice.parse(cols);
  const columns = isCity && !cols ? [chosen[0]!, "district" as const, ...chosen.slice(1)] : chosen;
  const [projects, choices, districts, views] = await readAs(actor, async () => [
    await listProjects(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }, today),
    await listLedgerChoices(actor, filter.districtId),
    await listOwnDistricts(actor),
    await listViews(actor, "projects"),
  ]);
  const mayAdd = may(actor, "project.write");
  const address = { pathname: "/projects", params };
  const isFiltered = Object.values({ ...params, page: undefined, sort: undefined, cols: undefined }).some(Boolean);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} trail={[{ label: t("title") }]} actions={mayAdd && <LinkButton href="/projects/new" tone="primary">{t("add")}</LinkButton>} />
      <ProjectFilters districts={districts} choices={choices} businessYear={yearOf(today)} set={Object.values(rarer).filter(Boolean).length}>
        <ColumnChoice columns={columns} />
        <SavedViews place="projects" pathname="/projects" address={addressWith({ pathname: "", params }, { page: null }).slice(1)} views={views} hasUnit={actor.unitIds.length > 0} />
      </ProjectFilters>
      {projects.total > 0 && <ProjectSums sums={projects.sums} />}
      <ProjectLedger projects={projects} columns={columns} address={address} hasAny={isFiltered || choices.units.length > 0} mayAdd={mayAdd} />
    </>
  );
}
