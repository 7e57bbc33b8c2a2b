import { getTranslations } from "next-intl/server";
import { DayLedger } from "@/components/calendar/day-ledger";
import { LoadYear } from "@/components/calendar/load-year";
import { MissingYears } from "@/components/calendar/missing-years";
import { YearCalendar } from "@/components/calendar/year-calendar";
import { YearNavigation } from "@/components/calendar/year-navigation";
import { FilterBar, FilterSelect } from "@/components/ui/filters";
import { PageHeader } from "@/components/ui/page-header";
import { Section, Sheet } from "@/components/ui/section";
import { findWorkCalendar, listDays, listMissingYears } from "@/lib/calendar/queries";
import { knownDays } from "@/lib/calendar/rules/known-years";
import { calendarFilter } from "@/lib/calendar/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor, requireIn } from "@/lib/foundation/auth/require-actor";
import { yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";

export default async function CalendarPage({ searchParams }: { searchParams: Promise<{ year?: string; district?: string }> }) {
  const actor = await requireActor("calendar.read");
  const [t, params] = await Promise.all([getTranslations("calendar"), searchParams]);
  const { today } = businessTime(actor.clockOffsetMs);
  const { year = yearOf(today), districtId = actor.districtId } = calendarFilter.catch({}).parse({ year: params.year, districtId: params.district });
  await requireIn(actor, "calendar.read", districtId);
  const { days, missing, isKnown, districts } = await readAs(actor, async () => ({
    days: await listDays(actor, districtId, year), missing: await listMissingYears(actor, districtId),
    isKnown: (await findWorkCalendar(actor, districtId)).years.has(year), districts: await listOwnDistricts(actor),
  }));
  const [mayWrite, published] = [mayIn(actor, "calendar.write", districtId), knownDays(year)];
  const others = districts.filter(({ id }) => id !== actor.districtId).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <ClientMessages of={["calendar"]}>
      <PageHeader
        title={t("title", { year: String(year) })} description={t("description")} trail={[{ label: t("name") }]}
        actions={<><YearNavigation year={year} address={{ pathname: "/calendar", params }} />{mayWrite && !isKnown && published.length > 0 && <LoadYear year={year} count={published.length} districtId={districtId} />}</>}
      />
      <MissingYears years={missing} />
      {others.length > 0 && <FilterBar><FilterSelect name="district" label={t("district")} allLabel={actor.districtName} options={others} /></FilterBar>}
      <Sheet><YearCalendar key={`${districtId} ${year}`} year={year} today={today} days={days} districtId={districtId} mayWrite={mayWrite} /></Sheet>
      <Section title={t("list")}><DayLedger days={days} pathname="/calendar" /></Section>
    </ClientMessages>
  );
}
