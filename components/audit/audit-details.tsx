import { getTranslations } from "next-intl/server";
import type { AuditLine } from "@/lib/audit/queries";
import { changesOf } from "@/lib/audit/rules";
import styles from "./audit-details.module.css";
import { describeChange, describeNote } from "./words";

/** Opens to what stood there before and what stands there now, with the numbers by which a line is traced. */
export async function AuditDetails({ line }: { line: AuditLine }) {
  const [t, words, people] = await Promise.all([getTranslations("audit"), getTranslations("history"), getTranslations("workspace")]);
  const changes = changesOf(line.before, line.after).map((change) => describeChange(words, change));
  const note = describeNote(words, line.note);
  return (
    <details className={styles.details}>
      <summary>{note ?? (changes.length > 0 ? t("details.changes", { count: changes.length }) : t("details.open"))}</summary>
      {changes.length > 0 && (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{t("details.field")}</th>
              <th scope="col">{t("details.before")}</th>
              <th scope="col">{t("details.now")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before ?? "—"}</td>
                <td>{after ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
