import type { Unit } from "@/lib/figures/catalogue/base";

/** One figure of the report, as puyang-2023.json has it. */
export type Reported = { district: string; metric: string; period: string; value: number; unit: string; quote: string; qualifier: string };

type Relation = "equal" | "at least" | "at most";

/** 余 and 以上 mean as much or more, 近 and 内 as much or less. */
export function relationOf({ qualifier }: Pick<Reported, "qualifier">): Relation {
  if (["over", "at_least", "target_at_least"].includes(qualifier)) return "at least";
  return ["nearly", "within"].includes(qualifier) ? "at most" : "equal";
}

const scales: Record<string, bigint> = { 亿元: 10_000n, 年: 12n };
/** The ledger reckons in 万元 and months where the report speaks of 亿元 and years. */
const isScaled = (unit: string, ledger: Unit): boolean => (unit === "亿元" && ledger === "wan") || (unit === "年" && ledger === "months");

type Fraction = { over: bigint; under: bigint };
const fractionOf = (text: string): Fraction => {
  const [whole, decimals = ""] = text.split(".");
  return { over: BigInt(whole! + decimals), under: 10n ** BigInt(decimals.length) };
};
const compare = (one: Fraction, other: Fraction): number => {
  const difference = one.over * other.under - other.over * one.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** To the digits that the report prints, halves up; a fraction is exact until here. */
function printed({ over, under }: Fraction, digits: number): string {
  const scaled = (over * 10n ** BigInt(digits) * 2n + under) / (under * 2n);
  const text = scaled.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The ledger's value in the report's unit and digits, and whether it stands to the report's value as the report says. */
export function judged(reported: Pick<Reported, "value" | "unit" | "qualifier">, ledger: { value: string; unit: Unit }): { shown: string; relation: Relation; holds: boolean } {
  const value = fractionOf(ledger.value);
  const own: Fraction = isScaled(reported.unit, ledger.unit) ? { over: value.over, under: value.under * scales[reported.unit]! } : value;
  const told = String(reported.value);
  const digits = told.split(".")[1]?.length ?? 0;
  const relation = relationOf(reported);
  const shown = printed(own, relation === "equal" ? digits : Math.max(digits, own.under === 1n ? 0 : 2));
  const order = compare(own, fractionOf(told));
  return { shown, relation, holds: relation === "equal" ? shown === told : relation === "at least" ? order >= 0 : order <= 0 };
}
