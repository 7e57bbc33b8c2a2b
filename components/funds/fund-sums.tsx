import { getTranslations } from "next-intl/server";
import { formatFigure, nothing } from "@/components/ui/format";
import { percentOf, type Wan } from "@/lib/foundation/money";
import type { FundKind } from "@/prisma/generated/enums";
import styles from "./fund-sums.module.css";

/** What was planned, received and spent, and the two shares people ask for. */
export async function FundSums({ sums: { planned, received, spent } }: { sums: Record<FundKind, Wan> }) {
  const t = await getTranslations("funds");
  const share = (part: Wan, whole: Wan) => {
    const percent = percentOf(part, whole);
    return percent === null ? nothing : `${percent}%`;
  };
  const items = [
    [t("sums.planned"), formatFigure(planned)],
    [t("sums.received"), formatFigure(received)],
    [t("sums.spent"), formatFigure(spent)],
    [t("sums.receivedShare"), share(received, planned)],
    [t("sums.spentShare"), share(spent, received)],
  ] as const;
  return (
    <dl className={styles.sums}>
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
