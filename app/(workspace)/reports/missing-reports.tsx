import { getTranslations } from "next-intl/server";
import { MissingLedger } from "@/components/progress/missing-ledger";
import { ReportTabs } from "@/components/progress/report-tabs";
import { WeekFilters } from "@/components/progress/week-filters";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnDistricts } from "@/lib/districts/queries";
import type { Actor } from "@/lib/foundation/actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";
import { listDueWeeks, listMissing } from "@/lib/progress/queries";
import { reportFilter, type ReportView } from "@/lib/progress/schema";
import { listUnitChoices } from "@/lib/units/queries";

type MissingReportsProps = { actor: Actor; params: Record<string, string | string[] | undefined>; views: readonly ReportView[] };

export async function MissingReports({ actor, params, views }: MissingReportsProps) {
  const t = await getTranslations("progress");
  const isCity = actor.districtKind === "city";
  const { today } = businessTime(actor.clockOffsetMs);
  const filter = reportFilter.parse({ q: params.q, districtId: isCity ? params.district : undefined, unitId: params.unit });
  const district = isCity ? filter.districtId : actor.districtId;
  const [projects, due, districts, units] = await readAs(actor, async () => {
    const weeks = await listDueWeeks(actor, today);
    return [
      await listMissing(actor, weeks, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
      weeks,
      isCity ? await listOwnDistricts(actor) : [],
      district ? await listUnitChoices(actor, district) : [],
    ] as const;
  });
  const inTime = new Set(due.filter(({ cutoffOn }) => cutoffOn >= today).map(({ asOfOn }) => asOfOn));
  return (
    <>
      <PageHeader title={t("title")} description={t("missing.description")} trail={[{ label: t("title") }]} />
      <ReportTabs views={views} chosen="missing" />
      <WeekFilters view="missing" districts={districts} units={units} />
      <MissingLedger projects={projects} inTime={inTime} address={{ pathname: "/reports", params }} hasDistricts={isCity} />
    </>
  );
}
