import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/ui/status-tag";
import type { Milestone } from "@/lib/schedules/queries";
import { daysLate } from "@/lib/schedules/rules";

/** Where a node stands, in one word; a late one says by how many days. */
export async function MilestoneTag({ milestone, today }: { milestone: Milestone; today: string }) {
  const t = await getTranslations("schedules");
  const days = daysLate(milestone, today);
  if (milestone.withdrawnOn) return <StatusTag tone="off">{t("state.withdrawn")}</StatusTag>;
  if (milestone.doneOn) return <StatusTag tone="done">{days > 0 ? t("state.doneLate", { days }) : t("state.done")}</StatusTag>;
  if (days > 0) return <StatusTag tone="bad">{t("state.late", { days })}</StatusTag>;
  return <StatusTag tone="progress">{t("state.open")}</StatusTag>;
}
