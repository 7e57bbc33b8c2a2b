import { useTranslations } from "next-intl";
import { formatFigure } from "@/components/ui/format";

/** By how much twelve months miss the annual plan, in words. */
export function DifferenceText({ differenceWan }: { differenceWan: string }) {
  const t = useTranslations("schedules");
  const amount = formatFigure(differenceWan.replace("-", ""));
  return t(differenceWan.startsWith("-") ? "months.short" : "months.over", { amount });
}
