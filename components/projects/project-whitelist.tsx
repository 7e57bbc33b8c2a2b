import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { addDays } from "@/lib/foundation/calendar";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { Project, ProjectHead } from "@/lib/projects/queries/project";
import styles from "./status-section.module.css";
import { WhitelistButton } from "./whitelist-button";

type ProjectWhitelistProps = { head: ProjectHead; project: Project; today: string };

/** Whether it is on the 四保 whitelist, since when, and when it was before. */
export async function ProjectWhitelist({ head: { id, version, mayWrite }, project: { isWhitelisted, whitelistings }, today }: ProjectWhitelistProps) {
  const t = await getTranslations("projects.whitelist");
  return (
    <Section
      title={t("title")}
      actions={
        mayWrite && (
          <ClientMessages of={["projects"]}>
            <WhitelistButton project={{ id, version, isWhitelisted }} today={today} />
          </ClientMessages>
        )
      }
    >
      <Sheet>
        <p>
          <StatusTag tone={isWhitelisted ? "good" : "off"}>{t(isWhitelisted ? "yes" : "no")}</StatusTag>
        </p>
        {whitelistings.length > 0 && (
          <ul className={styles.statuses} aria-label={t("past")}>
            {whitelistings.map(({ id: key, fromOn, toOn }) => (
              <li key={key}>{toOn ? t("until", { from: fromOn, to: addDays(toOn, -1) }) : t("since", { from: fromOn })}</li>
            ))}
          </ul>
        )}
      </Sheet>
    </Section>
  );
}
