import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { addDays } from "@/lib/foundation/calendar";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { WhitelistForm } from "./whitelist-form";
import styles from "./whitelist-section.module.css";

type WhitelistSectionProps = {
  enterprise: { id: string; version: number; isWhitelisted: boolean; whitelistings: readonly { id: string; fromOn: string; toOn: string | null }[] };
  mayWrite: boolean;
  today: string;
};

/** Whether an enterprise is on the 四保 whitelist, since when, and when it was before. */
export async function WhitelistSection({ enterprise, mayWrite, today }: WhitelistSectionProps) {
  const t = await getTranslations("enterprises");
  const { isWhitelisted, whitelistings } = enterprise;
  return (
    <Section title={t("whitelist.title")}>
      <Sheet>
        <div className={styles.content}>
          <p>
            <StatusTag tone={isWhitelisted ? "good" : "off"}>{t(isWhitelisted ? "whitelist.yes" : "whitelist.no")}</StatusTag>
          </p>
          {whitelistings.length === 0 ? (
            <p>{t("whitelist.never")}</p>
          ) : (
            <ul className={styles.times} aria-label={t("whitelist.past")}>
              {whitelistings.map(({ id, fromOn, toOn }) => (
                <li key={id}>{toOn ? t("whitelist.until", { from: fromOn, to: addDays(toOn, -1) }) : t("whitelist.since", { from: fromOn })}</li>
              ))}
            </ul>
          )}
          {mayWrite && (
            <ClientMessages of={["enterprises"]}>
              <WhitelistForm enterprise={enterprise} today={today} />
            </ClientMessages>
          )}
        </div>
      </Sheet>
    </Section>
  );
}
