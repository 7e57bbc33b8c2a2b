import { getTranslations } from "next-intl/server";
import { PageTabs } from "@/components/ui/page-tabs";
import type { ReportView } from "@/lib/progress/schema";

/** The parts of the weekly reports that this person has; with one alone there is nothing to choose. */
export async function ReportTabs({ views, chosen }: { views: readonly ReportView[]; chosen: ReportView }) {
  const t = await getTranslations("progress.tabs");
  if (views.length < 2) return null;
  return <PageTabs label={t("label")} tabs={views.map((view) => ({ key: view, href: `/reports?view=${view}`, label: t(view), isChosen: view === chosen }))} />;
}
