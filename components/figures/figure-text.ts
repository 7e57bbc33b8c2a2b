import { formatFigure, nothing } from "@/components/ui/format";

export type FigureUnit = "count" | "wan" | "percent" | "points" | "months" | "each";

/** A value as it stands in a table: amounts in 万元, percentages with their decimals, points with their sign; the unit stands in the heading. */
export function figureText(unit: FigureUnit, value: string | null): string {
  if (value === null) return nothing;
  if (unit === "points") return signed(value);
  return unit === "percent" || unit === "each" ? value : formatFigure(value);
}

export const signed = (value: string): string => (value.startsWith("-") || /^0(\.0*)?$/.test(value) ? value.replace("-", "−") : `+${value}`);

