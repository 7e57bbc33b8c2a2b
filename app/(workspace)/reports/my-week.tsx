import { getTranslations } from "next-intl/server";
import { ReportTabs } from "@/components/progress/report-tabs";
import { WeekCards } from "@/components/progress/week-cards";
import { WeekFilters } from "@/components/progress/week-filters";
import { WeekSheet } from "@/components/progress/week-sheet";
import { WeekSummary } from "@/components/progress/week-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Actor } from "@/lib/foundation/actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";
import { countMyWeek, listChoosableWeeks, listDueWeeks, listMyWeek, listReportedDistricts } from "@/lib/progress/queries";
import { reportFilter, type ReportView } from "@/lib/progress/schema";
import { listUnitChoices } from "@/lib/units/queries";

type MyWeekProps = { actor: Actor; params: Record<string, string | string[] | undefined>; views: readonly ReportView[] };

/** All projects this person reports of a week in one district, as a sheet; on a phone as cards. */
export async function MyWeek({ actor, params, views }: MyWeekProps) {
  const t = await getTranslations("progress");
  const { today } = businessTime(actor.clockOffsetMs);
  const filter = reportFilter.parse({ q: params.q, week: params.week, districtId: params.district, unitId: params.unit });
  const page = { page: pageNumber.parse(params.page), perPage: 100 };
  const { districts, district, weeks, week, due, counts, rows, units } = await readAs(actor, async () => {
    const districts = actor.districtKind === "city" ? await listReportedDistricts(actor) : [];
    const district = districts.find(({ id }) => id === filter.districtId)?.id ?? districts[0]?.id ?? actor.districtId;
    const weeks = await listChoosableWeeks(actor, district, today);
    const week = filter.week && filter.week <= today ? filter.week : weeks[0]!;
    const due = (await listDueWeeks(actor, today)).find(({ districtId }) => districtId === district)!;
    const [counts, rows] = [await countMyWeek(actor, district, week), await listMyWeek(actor, district, week, filter, page)];
    return { districts, district, weeks, week, due, counts, rows, units: actor.role === "admin" ? await listUnitChoices(actor, district) : [] };
  });
  const said = week !== due.asOfOn ? t("mine.past", { day: week }) : t(due.cutoffOn < today ? "mine.late" : "mine.description", { day: week, cutoff: due.cutoffOn });
  return (
    <>
      <PageHeader title={t("title")} description={said} trail={[{ label: t("title") }]} />
      <ReportTabs views={views} chosen="mine" />
      <WeekSummary counts={counts} />
      <WeekFilters view="mine" weeks={weeks} districts={districts} units={units} />
      {rows.total === 0 && counts.owed === 0 && <EmptyState title={t("mine.empty")} description={t("mine.emptyNext")} />}
      {rows.total === 0 && counts.owed > 0 && <EmptyState title={t("mine.none")} description={t("mine.noneNext")} action={<LinkButton href="/reports">{t("mine.clear")}</LinkButton>} />}
      {rows.total > 0 && (
        <ClientMessages of={["progress"]}>
          <WeekCards rows={rows.rows} week={week} />
          <WeekSheet key={`${district} ${week} ${rows.page}`} rows={rows.rows} districtId={district} week={week} />
          <Pagination address={{ pathname: "/reports", params }} page={rows.page} pageSize={rows.perPage} total={rows.total} />
        </ClientMessages>
      )}
    </>
  );
}
