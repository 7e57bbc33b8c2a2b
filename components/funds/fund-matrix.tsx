import { getTranslations } from "next-intl/server";
import { formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { FundLine } from "@/lib/funds/rules";

type Row = Omit<FundLine, "source"> & { source: FundLine["source"] | null };
const twelve = Array.from({ length: 12 }, (_, at) => at);

/** A year's money by source and month; the last lines are all sources together. */
export async function FundMatrix({ lines, totals, year }: { lines: readonly FundLine[]; totals: readonly Row[]; year: number }) {
  const t = await getTranslations("funds");
  const columns: Column<Row>[] = [
    { key: "source", header: t("fields.source"), onPhone: "title", render: ({ source }) => (source ? t(`sources.${source}`) : t("allSources")) },
    { key: "kind", header: t("fields.kind"), render: ({ kind }) => t(`kinds.${kind}`) },
    ...twelve.map((at): Column<Row> => ({
      key: String(at), header: t("month", { month: at + 1 }), align: "end", onPhone: "hidden",
      render: ({ monthsWan }) => (monthsWan[at] === "0" ? nothing : formatFigure(monthsWan[at])),
    })),
    { key: "sum", header: t("sum"), align: "end", render: ({ sumWan }) => <strong>{formatFigure(sumWan)}</strong> },
  ];
  return (
    <Ledger
      caption={t("matrix", { year })}
      columns={columns}
      rows={[...lines, ...totals]}
      rowKey={({ source, kind }) => `${source ?? "all"} ${kind}`}
      address={{ pathname: "", params: {} }}
      isWide
    />
  );
}
