import { getTranslations } from "next-intl/server";
import { nothing } from "@/components/ui/format";
import { Section, Sheet } from "@/components/ui/section";
import { addDays } from "@/lib/foundation/calendar";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { Project, ProjectHead } from "@/lib/projects/queries/project";
import { nextStage, stagesOf } from "@/lib/projects/rules";
import { AdvanceStage, ResetStage } from "./stage-dialogs";
import styles from "./stage-section.module.css";

type StageSectionProps = { head: ProjectHead; project: Project; today: string };

/** The way of a project through its stages: what is behind it, the next step, and how it came here. */
export async function StageSection({ head, project, today }: StageSectionProps) {
  const t = await getTranslations("projects");
  const { path, stage, stages, status } = project;
  const next = nextStage(path, stage);
  const way = stagesOf[path];
  const here = way.indexOf(stage);
  const shown = { id: head.id, version: head.version, path, stage };
  const mayAdvance = next !== null && head.mayWrite && status === "active";
  return (
    <Section
      title={t("stages.title")}
      actions={
        <ClientMessages of={["projects"]}>
          <span className={styles.actions}>
            {mayAdvance && <AdvanceStage project={shown} stage={next} today={today} />}
            {head.mayApprove && status !== "withdrawn" && <ResetStage project={shown} today={today} />}
          </span>
        </ClientMessages>
      }
    >
      <Sheet>
        <ol className={styles.way} aria-label={t("stages.title")}>
          {way.map((one, at) => {
            const state = at < here ? "behind" : at === here ? "here" : "ahead";
            const since = stages.findLast((span) => span.stage === one)?.fromOn;
            return (
              <li key={one} data-state={state} aria-current={state === "here" ? "step" : undefined}>
                <strong>{t(`stage.${one}`)}</strong>
                <span>{state === "ahead" ? t("stages.ahead") : since ? t("stages.since", { day: since }) : nothing}</span>
              </li>
            );
          })}
        </ol>
        <details className={styles.history}>
          <summary>{t("stages.history")}</summary>
          <ul>
            {stages.toReversed().map(({ id, stage: was, fromOn, toOn, evidence, reason, byName }) => (
              <li key={id}>
                <strong>{t(`stage.${was}`)}</strong> {toOn ? t("stages.until", { from: fromOn, to: addDays(toOn, -1) }) : t("stages.since", { day: fromOn })} · {t("stages.by", { by: byName })}
                {evidence && <p>{evidence}</p>}
                {reason && <p>{t("stages.reason", { reason })}</p>}
              </li>
            ))}
          </ul>
        </details>
      </Sheet>
    </Section>
  );
}
