import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import { addDays } from "@/lib/foundation/calendar";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { Project, ProjectHead } from "@/lib/projects/queries/project";
import { ProjectStatusTag } from "./project-tags";
import { EndStatusButton, SuspendButton } from "./status-dialogs";
import styles from "./status-section.module.css";

type StatusSectionProps = { head: ProjectHead; project: Project; today: string };

/** Active, suspended or withdrawn: since when, why, until when; and a leader's ways on. */
export async function StatusSection({ head, project, today }: StatusSectionProps) {
  const t = await getTranslations("projects");
  const { status, statuses } = project;
  const shown = { id: head.id, version: head.version, name: head.name };
  const last = statuses[0] ?? null;
  return (
    <Section
      title={t("statuses.title")}
      actions={
        head.mayApprove && (
          <ClientMessages of={["projects"]}>
            <span className={styles.actions}>
              {status === "active" && <SuspendButton project={shown} today={today} />}
              {status === "suspended" && <SuspendButton project={shown} today={today} last={last} />}
              {status !== "active" && <EndStatusButton project={shown} today={today} how="resume" />}
              {status !== "withdrawn" && <EndStatusButton project={shown} today={today} how="withdraw" />}
            </span>
          </ClientMessages>
        )
      }
    >
      <Sheet>
        <ul className={styles.statuses} aria-label={t("statuses.history")}>
          {statuses.map(({ id, status: was, fromOn, toOn, reason, note, expectedEndOn, renewDueOn, byName }) => (
            <li key={id}>
              <span className={styles.line}>
                <ProjectStatusTag status={was} isRenewalDue={!toOn && head.isRenewalDue} />
                <span>{toOn ? t("stages.until", { from: fromOn, to: addDays(toOn, -1) }) : t("stages.since", { day: fromOn })}</span>
                {reason && <span>{t(`reason.${reason}`)}</span>}
                {expectedEndOn && !toOn && <span>{t("statuses.expected", { day: expectedEndOn })}</span>}
                {renewDueOn && !toOn && <span>{t("statuses.renewDue", { day: renewDueOn })}</span>}
                <span className={styles.by}>{t("stages.by", { by: byName })}</span>
              </span>
              {note && <p className={styles.by}>{note}</p>}
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}
