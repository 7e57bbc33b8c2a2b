import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatLongDay } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { SpecialDay } from "@/lib/calendar/queries";

const tones: Record<SpecialDay["kind"], StatusTone> = { holiday: "bad", workday: "progress", ordinary: "off" };

/** The same days as a list, with their names. */
export async function DayLedger({ days, pathname }: { days: readonly SpecialDay[]; pathname: string }) {
  const [t, locale] = await Promise.all([getTranslations("calendar"), getLocale()]);
  if (days.length === 0) return <EmptyState title={t("noDays")} description={t("noDaysNext")} />;
  const columns: Column<SpecialDay>[] = [
    { key: "day", header: t("fields.day"), onPhone: "title", render: ({ day }) => <time dateTime={day}>{formatLongDay(day, locale)}</time> },
    { key: "kind", header: t("fields.kind"), render: ({ kind }) => <StatusTag tone={tones[kind]}>{t(`kinds.${kind}`)}</StatusTag> },
    { key: "name", header: t("fields.name"), render: ({ name }) => name },
    { key: "from", header: t("fields.from"), render: ({ from }) => t(`from.${from}`) },
  ];
  return <Ledger caption={t("list")} columns={columns} rows={days} rowKey={({ day }) => day} address={{ pathname, params: {} }} />;
}
