import { getTranslations } from "next-intl/server";
import { LightTag } from "@/components/lights/light-tag";
import { Section } from "@/components/ui/section";
import type { Dashboard } from "@/lib/dashboards/queries";
import { ProjectStage, type LightColour } from "@/prisma/generated/enums";
import { figureAddress, type DashboardAt } from "./figure-address";
import { GroupBars } from "./group-bars";
import { RowList } from "./row-list";
import styles from "./dashboard-groups.module.css";

const colours = [["red", "bad"], ["yellow", "watch"], ["green", "good"], ["none", undefined]] as const satisfies [LightColour, "bad" | "watch" | "good" | undefined][];

/** The key projects by stage and by light, and those whose light is red. */
export async function DashboardGroups({ dashboard, at, hasDistricts }: { dashboard: Dashboard; at: DashboardAt; hasDistricts: boolean }) {
  const [t, ofProjects] = await Promise.all([getTranslations("dashboards"), getTranslations("projects.stage")]);
  const countOf = (sums: Dashboard["stages"], group: string) => sums.find((sum) => sum.group === group)?.values["key-projects"].value ?? "0";
  const stages = Object.values(ProjectStage).map((stage) => ({
    key: stage, label: ofProjects(stage), value: countOf(dashboard.stages, stage), href: figureAddress(at, "key-projects", { stages: [stage] }),
  }));
  const lights = colours.map(([colour, tone]) => ({
    key: colour, tone, label: colour === "none" ? t("lights.unlit") : <LightTag colour={colour} />, value: countOf(dashboard.lights, colour),
    href: figureAddress(at, "key-projects", { lights: [colour] }),
  }));
  return (
    <div className={styles.groups}>
      <Section title={t("stages.title")}><GroupBars groups={stages} label={t("stages.title")} /></Section>
      <Section title={t("lights.title")}><GroupBars groups={lights} label={t("lights.title")} /></Section>
      <Section title={t("red.title")}>
        <RowList
          none={t("red.none")} rows={dashboard.red} total={dashboard.redFigure.rows} href={figureAddress(at, "key-projects-plan", { lights: ["red"] })} hasDistricts={hasDistricts}
          amountOf={t("red.plan")}
        />
      </Section>
    </div>
  );
}
