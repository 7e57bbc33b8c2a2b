import { getTranslations } from "next-intl/server";
import { nothing } from "@/components/ui/format";
import type { AuditLine } from "@/lib/audit/queries";
import { changesOf } from "@/lib/audit/rules";
import styles from "./audit-details.module.css";
import { describeChange } from "@/lib/foundation/i18n/words";
import { describeNote } from "./words";

/** Opens to what stood there before and what stands there now, with the numbers by which a line is traced. */
export async function AuditDetails({ line }: { line: AuditLine }) {
  const [t, words, people] = await Promise.all([getTranslations("audit"), getTranslations("history"), getTranslations("workspace")]);
  const changes = changesOf(line.before, line.after).map((change) => describeChange(words, change));
  const note = describeNote(words, line.note);
  return (
    <details className={styles.details}>
      <summary>{note ?? (changes.length > 0 ? t("details.changes", { count: changes.length }) : t("details.open"))}</summary>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              {before === null ? t("details.set", { label, now: after ?? nothing }) : t("details.changed", { label, before, now: after ?? nothing })}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.numbers}>
        {[
          ["action", line.action],
          ["role", people(`roles.${line.actorRole as "staff"}`)],
          ["subjectId", line.subjectId],
          ["requestId", line.requestId],
          ["id", line.id],
        ].map(([name, value]) => value && <Numbered key={name} label={t(`details.${name as "id"}`)} value={value} />)}
      </dl>
    </details>
  );
}

function Numbered({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
