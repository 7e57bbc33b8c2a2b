"use client";

import { useTranslations } from "next-intl";
import { DialogButton } from "@/components/ui/dialog-button";
import type { DutyChoices } from "@/lib/duties/queries";
import styles from "./task-force-buttons.module.css";
import { BuilderContactForm } from "./builder-contact-form";
import { GiveDutyForm } from "./give-duty-form";
import { SiteUnitForm } from "./site-unit-form";

type TaskForceButtonsProps = { projectId: string; districtId: string; choices: DutyChoices; today: string };

export function TaskForceButtons({ projectId, districtId, choices: { cadres, units }, today }: TaskForceButtonsProps) {
  const t = useTranslations("duties");
  return (
    <div className={`${styles.buttons} notPrinted`}>
      <DialogButton label={t("give.label")}>
        {(close) => <GiveDutyForm projectId={projectId} districtId={districtId} cadres={cadres} today={today} onDone={close} />}
      </DialogButton>
      <DialogButton label={t("site.label")}>
        {(close) => <SiteUnitForm projectId={projectId} cadres={cadres} units={units} today={today} onDone={close} />}
      </DialogButton>
      <DialogButton label={t("contact.label")}>{(close) => <BuilderContactForm projectId={projectId} today={today} onDone={close} />}</DialogButton>
    </div>
  );
}
