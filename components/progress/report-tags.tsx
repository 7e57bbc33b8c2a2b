import { useTranslations } from "next-intl";
import { nothing } from "@/components/ui/format";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import { reportMarks, type ReportMark } from "@/lib/progress/rules";
import type { ReportStatus } from "@/prisma/generated/enums";
import styles from "./report-tags.module.css";

const tones: Record<ReportStatus | "none" | "typed" | "wrong", StatusTone> = {
  none: "off", draft: "progress", typed: "watch", wrong: "bad", submitted: "news", verified: "done", returned: "bad",
};

/** How a week's report stands; in the sheet also: typed but not submitted, or to be changed. */
export function ReportState({ state }: { state: keyof typeof tones }) {
  const t = useTranslations("progress");
  return <StatusTag tone={tones[state]}>{t(`status.${state}`)}</StatusTag>;
}

/** What to look at when checking, in words. */
export function ReportMarks({ marks }: { marks: readonly string[] }) {
  const t = useTranslations("progress");
  const known = marks.filter((mark): mark is ReportMark => (reportMarks as readonly string[]).includes(mark));
  if (known.length === 0) return nothing;
  return (
    <ul className={styles.marks}>
      {known.map((mark) => (
        <li key={mark}>
          <StatusTag tone="watch">{t(`marks.${mark}`)}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
