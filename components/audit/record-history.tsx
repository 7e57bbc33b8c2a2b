import { getTranslations } from "next-intl/server";
import { History } from "@/components/ui/history";
import type { HistoryLine } from "@/lib/audit/queries";
import { linesInHistory } from "@/lib/audit/rules";
import { describeChange } from "@/lib/foundation/i18n/words";
import { describeEntry, describeNote } from "./words";

/** Who did what to a record, in the words of the office. */
export async function RecordHistory({ entries }: { entries: readonly HistoryLine[] }) {
  const t = await getTranslations("history");
  return (
    <>
      <History
        entries={entries.map(({ id, at, by, action, note, about, changes }) => ({
          id,
          at,
          by,
          what: about ? t("about", { what: describeEntry(t, action), about }) : describeEntry(t, action),
          note: describeNote(t, note),
          changes: changes.map((change) => describeChange(t, change)),
        }))}
      />
      {entries.length === linesInHistory && <p>{t("latest", { count: linesInHistory })}</p>}
    </>
  );
}
