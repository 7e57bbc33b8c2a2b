import { getTranslations } from "next-intl/server";
import { formatFigure, formatYi } from "@/components/ui/format";
import type { FigureValue } from "@/lib/figures/queries";
import { figureText, type FigureUnit } from "./figure-text";
import styles from "./figure-head.module.css";

type FigureHeadProps = { figureKey: string; unit: FigureUnit; partUnit: "count" | "wan"; figure: FigureValue; scope: readonly { label: string; value: string }[] };

/** The figure itself, what it is the quotient of, and of what it was asked. */
export async function FigureHead({ figureKey, unit, partUnit, figure, scope }: FigureHeadProps) {
  const t = await getTranslations("figures");
  const { value, numerator, denominator, rows } = figure;
  const part = (which: "numerator" | "denominator") => t(`parts.${figureKey as "rate-funds"}.${which}`);
  const amount = (of: string) => (partUnit === "wan" ? t("units.wan", { value: formatFigure(of) }) : formatFigure(of));
  return (
    <div className={styles.head}>
      <p className={styles.value}>
        {value === null ? figureText(unit, null) : t(`units.${unit}`, { value: figureText(unit, value) })}
        {unit === "wan" && value !== null && <span>{t("inYi", { value: formatYi(value) })}</span>}
      </p>
      <ul className={styles.facts}>
        {numerator !== null && denominator !== null && (
          <li>{t("ofWhich", { numerator: t("colon", { label: part("numerator"), value: amount(numerator) }), denominator: t("colon", { label: part("denominator"), value: amount(denominator) }) })}</li>
        )}
        {scope.map(({ label, value: said }) => <li key={label}>{t("colon", { label, value: said })}</li>)}
        <li>{t("rows", { count: rows })}</li>
      </ul>
    </div>
  );
}
