import { useTranslations } from "next-intl";
import { formatFigure, formatMoment } from "@/components/ui/format";
import type { ReportStep } from "@/lib/progress/queries";
import styles from "./report-steps.module.css";

/** What happened to a report, the latest first: who did what and when, with the reason, and in a correction the figure before and after. */
export function ReportSteps({ steps }: { steps: readonly ReportStep[] }) {
  const t = useTranslations("progress.steps");
  if (steps.length === 0) return null;
  return (
    <details className={styles.steps}>
      <summary>{t("summary", { count: steps.length })}</summary>
      <ol>
        {steps.map(({ id, step, from, to, note, at, by }) => (
          <li key={id}>
            <span>{step === "correct" ? t("correct", { from: formatFigure(from), to: formatFigure(to) }) : t(wordOf(step, from))}</span>
            {note && <p>{note}</p>}
            <small>
              {by} <time dateTime={at}>{formatMoment(at)}</time>
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}

const wordOf = (step: string, from: string | null) => (step === "verify" ? "verify" : step === "return" ? "return" : from === null || from === "draft" ? "submit" : "submitAgain");
