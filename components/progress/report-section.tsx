import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import { LinkButton } from "@/components/ui/link-button";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { WeekOfProject } from "@/lib/progress/queries";
import { ReportForm } from "./report-form";
import { ReportState } from "./report-tags";
import styles from "./report-section.module.css";

type ReportSectionProps = { row: WeekOfProject | null; week: string; weeks: readonly string[]; projectId: string };

/** The form of a week for whoever reports the project, and the way to the weeks before. */
export async function ReportSection({ row, week, weeks, projectId }: ReportSectionProps) {
  const t = await getTranslations("progress");
  const at = weeks.indexOf(week);
  const [later, earlier] = [at > 0 ? weeks[at - 1] : undefined, at >= 0 ? weeks[at + 1] : undefined];
  const to = (day: string) => `/projects/${projectId}/reports?week=${day}`;
  return (
    <Section
      title={t("form.title", { day: week })}
      actions={
        <span className={styles.weeks}>
          {row && <ReportState state={row.report?.status ?? "none"} />}
          {earlier && <LinkButton href={to(earlier)} tone="quiet">{`← ${earlier}`}</LinkButton>}
          {later && <LinkButton href={to(later)} tone="quiet">{`${later} →`}</LinkButton>}
        </span>
      }
    >
      <Sheet>
        {!row ? (
          <p>{t("form.notOwed", { day: week })}</p>
        ) : row.report?.status === "verified" ? (
          <p>{t("form.verified")}</p>
        ) : (
          <ClientMessages of={["progress"]}>
            <ReportForm key={week} row={row} week={week} />
          </ClientMessages>
        )}
      </Sheet>
    </Section>
  );
}
