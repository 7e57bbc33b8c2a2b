import { getTranslations } from "next-intl/server";
import { formatMoment } from "./format";
import styles from "./history.module.css";

export type HistoryEntry = {
  id: string;
  at: string | Date;
  by: string;
  /** What was done, in the past tense of the office: "修改单位". */
  what: string;
  note?: string | null;
  changes?: readonly { label: string; before: string | null; after: string | null }[];
};

/** Who did what to this record, newest first. */
export async function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = await getTranslations("ui");
  if (entries.length === 0) return <p className={styles.empty}>{t("history.empty")}</p>;
  return (
    <ol className={styles.history} aria-label={t("history.title")}>
      {entries.map(({ id, at, by, what, note, changes = [] }) => (
        <li key={id} className={styles.entry}>
          <p className={styles.head}>
            <strong>{what}</strong>
            <span>{by}</span>
            <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>
          </p>
          {note && <p className={styles.note}>{note}</p>}
          {changes.length > 0 && (
            <ul className={styles.changes}>
              {changes.map(({ label, before, after }) => (
                <li key={label}>
                  {before && after && t("history.changed", { label, before, after })}
                  {!before && after && t("history.set", { label, after })}
                  {before && !after && t("history.cleared", { label, before })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
