import { getTranslations } from "next-intl/server";
import type { Dashboard } from "@/lib/dashboards/queries";
import { Industry } from "@/prisma/generated/enums";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { MonthChart, WeekChart } from "./course-charts";
import { DashboardGroups } from "./dashboard-groups";
import type { DashboardAt } from "./figure-address";
import { FourRates } from "./four-rates";
import { KeyFigures } from "./key-figures";
import { PartProgress } from "./part-progress";
import { WeekReports } from "./week-reports";
import styles from "./dashboard-screen.module.css";

type DashboardScreenProps = { dashboard: Dashboard; at: DashboardAt; districts: readonly { id: string; shortName: string }[] };

/** Everything at a glance, from the sum to whom to call. */
export async function DashboardScreen({ dashboard, at, districts }: DashboardScreenProps) {
  const [t, ofProjects] = await Promise.all([getTranslations("dashboards"), getTranslations("projects.industry")]);
  const year = String(at.year);
  if (dashboard.head["key-projects"].value === "0") {
    return <EmptyState title={t("empty", { year })} description={t("emptyNext", { year })} action={<LinkButton href="/projects">{t("toProjects")}</LinkButton>} />;
  }
  const hasDistricts = at.districtId === null && districts.length > 1;
  const names = new Map(districts.map(({ id, shortName }) => [id, shortName]));
  const byDistrict = { by: "district" as const, order: districts.map(({ id }) => id), nameOf: (id: string) => names.get(id) ?? "—", scopeOf: (id: string) => ({ districtIds: [id] }) };
  const industries = Object.values(Industry);
  const byIndustry = { by: "industry" as const, order: industries, nameOf: (one: string) => ofProjects(one as Industry), scopeOf: (one: string) => ({ industries: [one as Industry] }) };
  return (
    <>
      <KeyFigures head={dashboard.head} at={at} />
      <FourRates head={dashboard.head} at={at} />
      <DashboardGroups dashboard={dashboard} at={at} hasDistricts={hasDistricts} />
      <PartProgress parts={dashboard.parts} at={at} {...(hasDistricts ? byDistrict : byIndustry)} />
      <div className={styles.charts}>
        <MonthChart months={dashboard.months} at={at} />
        <WeekChart weeks={dashboard.weeks} at={at} />
      </div>
      <WeekReports dashboard={dashboard} at={at} hasDistricts={hasDistricts} />
    </>
  );
}
