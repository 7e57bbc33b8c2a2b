import { getTranslations } from "next-intl/server";
import { DashboardFilter } from "@/components/dashboards/dashboard-filter";
import { DashboardScreen } from "@/components/dashboards/dashboard-screen";
import { PageHeader } from "@/components/ui/page-header";
import { findDashboard } from "@/lib/dashboards/queries";
import { dashboardQuery, levelChoices } from "@/lib/dashboards/schema";
import { listOwnDistricts } from "@/lib/districts/queries";
import { requireActor, requireIn } from "@/lib/foundation/auth/require-actor";
import { yearOf } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";

type Params = Record<string, string | string[] | undefined>;

export default async function DashboardPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("figure.read");
  const [t, { on, year, district, level }] = await Promise.all([getTranslations("dashboards"), searchParams]);
  const { today } = businessTime(actor.clockOffsetMs);
  const asked = dashboardQuery.parse({ on: on || undefined, year: year || undefined, district: district || undefined, level: level || undefined });
  if (asked.district) await requireIn(actor, "figure.read", asked.district);
  const day = asked.on && asked.on < today ? asked.on : today;
  const at = { districtId: asked.district ?? (actor.districtKind === "city" ? null : actor.districtId), levels: asked.level ? levelChoices[asked.level] : null, year: asked.year ?? yearOf(day), on: day };
  const [dashboard, districts] = await readAs(actor, async () => [await findDashboard(actor, at), await listOwnDistricts(actor)]);
  const years = [...new Set([at.year, ...Array.from({ length: 4 }, (_, back) => yearOf(today) - back)])].sort((a, b) => b - a);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(day === today ? "asOfToday" : "asOf", { year: String(at.year), on: day })}
        actions={<DashboardFilter at={at} level={asked.level ?? null} today={today} years={years} districts={districts} />}
      />
      <DashboardScreen dashboard={dashboard} at={at} districts={districts} />
    </>
  );
}
