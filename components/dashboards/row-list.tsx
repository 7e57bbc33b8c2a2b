import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatDay, formatFigure } from "@/components/ui/format";
import type { FigureRow } from "@/lib/figures/queries";
import styles from "./row-list.module.css";

type RowListProps = { title?: string; none: string; rows: readonly FigureRow[]; total: number; href: string; hasDistricts: boolean; amountOf?: string };

/** The first rows of a figure, and the way to all of them. */
export async function RowList({ title, none, rows, total, href, hasDistricts, amountOf }: RowListProps) {
  const t = await getTranslations("dashboards");
  return (
    <div className={styles.list}>
      {(title || amountOf) && <div className={styles.head}>{title && <h3>{title}</h3>}{amountOf && rows.length > 0 && <span>{amountOf}</span>}</div>}
      {rows.length === 0 && <p>{none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={`${row.id} ${row.day}`}>
            <Link href={`/projects/${row.id}${row.kind === "report" ? "/reports" : ""}`} prefetch={false}>{row.name}</Link>
            <span>{[hasDistricts && row.districtName, row.day && formatDay(row.day), amountOf && formatFigure(row.amounts[0])].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {total > rows.length && <p><Link href={href} prefetch={false}>{t("more", { count: total })}</Link></p>}
    </div>
  );
}
