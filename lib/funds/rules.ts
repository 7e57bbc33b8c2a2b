import type { Day } from "@/lib/foundation/calendar";
import { sumWan, type Wan } from "@/lib/foundation/money";
import type { RefusalCode } from "@/lib/foundation/refusal";
import type { FundKind, FundSource } from "@/prisma/generated/enums";

/** Why an entry cannot be of a day, or null: what was received or spent has happened; what is planned may lie ahead. */
export const whyNotOn = (kind: FundKind, day: Day, today: Day): RefusalCode | null => (kind !== "planned" && day > today ? "dayAhead" : null);

type Amount = { source: FundSource; kind: FundKind; month: number; amountWan: Wan };
/** Of one source and kind: twelve months, January first, and their sum. */
export type FundLine = { source: FundSource; kind: FundKind; monthsWan: Wan[]; sumWan: Wan };

/** Amounts of a year as lines of source and kind, by month. */
export function fundLines(amounts: readonly Amount[], sources: readonly FundSource[], kinds: readonly FundKind[]): FundLine[] {
  return sources.flatMap((source) =>
    kinds.flatMap((kind) => {
      const of = amounts.filter((amount) => amount.source === source && amount.kind === kind);
      if (of.length === 0) return [];
      const monthsWan = Array.from({ length: 12 }, (_, at) => sumWan(of.filter(({ month }) => month === at + 1).map(({ amountWan }) => amountWan)));
      return [{ source, kind, monthsWan, sumWan: sumWan(monthsWan) }];
    }),
  );
}

/** All sources together, a line for each kind of which there is any. */
export function totalLines(lines: readonly FundLine[], kinds: readonly FundKind[]): (Omit<FundLine, "source"> & { source: null })[] {
  return kinds.flatMap((kind) => {
    const of = lines.filter((line) => line.kind === kind);
    if (of.length === 0) return [];
    const monthsWan = Array.from({ length: 12 }, (_, at) => sumWan(of.map((line) => line.monthsWan[at]!)));
    return [{ source: null, kind, monthsWan, sumWan: sumWan(of.map((line) => line.sumWan)) }];
  });
}
