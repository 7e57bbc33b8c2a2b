import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LightTag } from "@/components/lights/light-tag";
import { PageHeader } from "@/components/ui/page-header";
import { PageTabs } from "@/components/ui/page-tabs";
import type { ProjectHead } from "@/lib/projects/queries/project";
import styles from "./project-header.module.css";
import { ProjectStatusTag, StageTag } from "./project-tags";

const tabs = ["overview", "reports", "schedule", "funds", "duties", "lights", "history"] as const;
export type ProjectTab = (typeof tabs)[number];

type ProjectHeaderProps = { project: ProjectHead; tab: ProjectTab; actions?: ReactNode };

/** Stands above every page of a project: its name, how it stands, and the way to its other pages. */
export async function ProjectHeader({ project, tab, actions }: ProjectHeaderProps) {
  const t = await getTranslations("projects");
  const { id, name, code, districtName, stage, status, light, year } = project;
  const trail = [{ label: t("title"), href: "/projects" }, { label: name, href: `/projects/${id}` }];
  const facts = [code, districtName, year && `${year.year} ${t(`level.${year.level}`)}`, year && t(`kind.${year.kind}`)].filter(Boolean);
  return (
    <>
      <PageHeader
        title={name}
        description={facts.join(" · ")}
        status={
          <span className={styles.tags}>
            <StageTag stage={stage} />
            {status !== "active" && <ProjectStatusTag status={status} isRenewalDue={project.isRenewalDue} />}
            {status === "active" && light !== "none" && <LightTag colour={light} />}
          </span>
        }
        trail={tab === "overview" ? [trail[0]!, { label: name }] : [...trail, { label: t(`tabs.${tab}`) }]}
        actions={actions}
      />
      <PageTabs
        label={t("tabs.label")}
        tabs={tabs.map((one) => ({ key: one, href: one === "overview" ? `/projects/${id}` : `/projects/${id}/${one}`, label: t(`tabs.${one}`), isChosen: one === tab }))}
      />
    </>
  );
}
