import { getTranslations } from "next-intl/server";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { ProjectStage, ProjectStatus } from "@/prisma/generated/enums";

const toneOfStage: Record<ProjectStage, StatusTone> = {
  reserve: "off", signed: "news", landed: "news", started: "progress", completed: "done", in_production: "done", at_capacity: "done",
};

export async function StageTag({ stage }: { stage: ProjectStage }) {
  const t = await getTranslations("projects.stage");
  return <StatusTag tone={toneOfStage[stage]}>{t(stage)}</StatusTag>;
}

const toneOfStatus: Record<ProjectStatus, StatusTone> = { active: "good", suspended: "watch", withdrawn: "off" };

/** A suspension that should have been renewed or ended says so. */
export async function ProjectStatusTag({ status, isRenewalDue = false }: { status: ProjectStatus; isRenewalDue?: boolean }) {
  const t = await getTranslations("projects");
  return <StatusTag tone={toneOfStatus[status]}>{t(isRenewalDue ? "statuses.renewalDue" : `status.${status}`)}</StatusTag>;
}
