import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatLongDay } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { SpecialDay } from "@/lib/calendar/queries";
import { runsOf } from "@/lib/calendar/rules";

type Run = ReturnType<typeof runsOf<SpecialDay>>[number];
const tones: Record<SpecialDay["kind"], StatusTone> = { holiday: "bad", workday: "progress", ordinary: "off" };

/** The same days as a list, with their names. */
export async function DayLedger({ days, pathname }: { days: readonly SpecialDay[]; pathname: string }) {
  const [t, locale] = await Promise.all([getTranslations("calendar"), getLocale()]);
  if (days.length === 0) return <EmptyState title={t("noDays")} description={t("noDaysNext")} />;
  const written = (day: string) => formatLongDay(day, locale);
  const columns: Column<Run>[] = [
    {
      key: "day", header: t("fields.day"), onPhone: "title",
      render: ({ first, last, count }) => (count === 1 ? written(first.day) : t("until", { first: written(first.day), last: written(last.day), count })),
    },
    { key: "kind", header: t("fields.kind"), render: ({ first: { kind } }) => <StatusTag tone={tones[kind]}>{t(`kinds.${kind}`)}</StatusTag> },
    { key: "name", header: t("fields.name"), render: ({ first }) => first.name },
    { key: "from", header: t("fields.from"), render: ({ first }) => t(`from.${first.from}`) },
  ];
  return <Ledger caption={t("list")} columns={columns} rows={runsOf(days)} rowKey={({ first }) => first.day} address={{ pathname, params: {} }} />;
}
