import { getTranslations } from "next-intl/server";
import { ReportTabs } from "@/components/progress/report-tabs";
import { VerifyLedger } from "@/components/progress/verify-ledger";
import { WeekFilters } from "@/components/progress/week-filters";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnDistricts } from "@/lib/districts/queries";
import type { Actor } from "@/lib/foundation/actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";
import { listChoosableWeeks, listToVerify } from "@/lib/progress/queries";
import { reportFilter, type ReportView } from "@/lib/progress/schema";
import { listUnitChoices } from "@/lib/units/queries";

type ReportsToVerifyProps = { actor: Actor; params: Record<string, string | string[] | undefined>; views: readonly ReportView[] };

export async function ReportsToVerify({ actor, params, views }: ReportsToVerifyProps) {
  const t = await getTranslations("progress");
  const isCity = actor.districtKind === "city";
  const filter = reportFilter.parse({ q: params.q, week: params.week, districtId: isCity ? params.district : undefined, unitId: params.unit, marked: params.marked });
  const district = isCity ? filter.districtId : actor.districtId;
  const [reports, districts, weeks, units] = await readAs(actor, async () => [
    await listToVerify(actor, filter, { page: pageNumber.parse(params.page), perPage: 50 }),
    isCity ? await listOwnDistricts(actor) : [],
    await listChoosableWeeks(actor, district ?? actor.districtId, businessTime(actor.clockOffsetMs).today),
    district ? await listUnitChoices(actor, district) : [],
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("verify.description")} trail={[{ label: t("title") }]} />
      <ReportTabs views={views} chosen="verify" />
      <WeekFilters view="verify" weeks={weeks} districts={districts} units={units} />
      <VerifyLedger reports={reports} address={{ pathname: "/reports", params }} hasDistricts={isCity} />
    </>
  );
}
