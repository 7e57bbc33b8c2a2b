import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReportView } from "@/lib/progress/schema";
import styles from "./report-tabs.module.css";

/** The parts of the weekly reports that this person has; with one alone there is nothing to choose. */
export async function ReportTabs({ views, chosen }: { views: readonly ReportView[]; chosen: ReportView }) {
  const t = await getTranslations("progress.tabs");
  if (views.length < 2) return null;
  return (
    <nav className={`${styles.tabs} notPrinted`} aria-label={t("label")}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link href={`/reports?view=${view}`} prefetch={false} aria-current={view === chosen ? "page" : undefined}>
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
