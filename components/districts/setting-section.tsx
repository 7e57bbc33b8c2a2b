import { getTranslations } from "next-intl/server";
import { Section, Sheet } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { SettingInForce } from "@/lib/districts/queries";
import { settings } from "@/lib/districts/rules";
import { SettingForm } from "./setting-form";
import styles from "./setting-section.module.css";

type SettingSectionProps = { districtId: string; setting: SettingInForce; today: string; mayWrite: boolean };

/** One setting: what holds and where it comes from, the form to change it, and what held before. */
export async function SettingSection({ districtId, setting, today, mayWrite }: SettingSectionProps) {
  const t = await getTranslations("districts.settings");
  const { key, value, from, history } = setting;
  const written = (one: string | number) => (settings[key].input === "choice" ? t(`option.${one as "plain"}`) : String(one));
  return (
    <Section title={t(`key.${key}`)} actions={<StatusTag tone={from === "district" ? "good" : "off"}>{t(`from.${from}`)}</StatusTag>}>
      <Sheet>
        <p className={styles.value}>{written(value)}</p>
        {mayWrite && (
          <details className={styles.change}>
            <summary>{t("change")}</summary>
            <SettingForm districtId={districtId} setting={setting} today={today} />
          </details>
        )}
        {history.length > 0 && (
          <ul className={styles.history} aria-label={t("history")}>
            {history.map((span) => (
              <li key={span.id}>
                {written(span.value)}
                <span>{span.toOn ? t("until", { from: span.fromOn, to: span.toOn }) : t("since", { from: span.fromOn })}</span>
                <span>{t("by", { by: span.by })}</span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </Section>
  );
}
