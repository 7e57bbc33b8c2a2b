import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import styles from "./ledger.module.css";
import { addressWith, type PageAddress, type Sorting } from "./page-address";

export type Column<Row> = {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  align?: "start" | "end" | "center";
  width?: string;
  /** May be sorted by; the address then says `sort=key` or `sort=-key`. */
  isSortable?: boolean;
  /** On a phone a row is a card: its title, a labelled line (the usual), or left out. */
  onPhone?: "title" | "line" | "hidden";
};

type LedgerProps<Row> = {
  /** Says what is listed, for whoever hears the table instead of seeing it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  address: PageAddress;
  sorting?: Sorting;
  /** More columns than a screen is wide: scrolls sideways, the first column stays. */
  isWide?: boolean;
};

/** A 台账 on screen: plain rows drawn on the server. Under 40em each row becomes a card. */
export async function Ledger<Row>({ caption, columns, rows, rowKey, address, sorting, isWide = false }: LedgerProps<Row>) {
  const t = await getTranslations("ui");
  const scrolling = isWide ? { role: "region", tabIndex: 0, "aria-label": t("ledger.scroll", { caption }) } : {};
  return (
    <div className={styles.frame} data-wide={isWide || undefined} {...scrolling}>
      <table className={styles.ledger} role="table">
        <caption className="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                style={{ width: column.width }}
                data-align={column.align}
                aria-sort={sortOf(column, sorting)}
              >
                {column.isSortable ? (
                  <Link
                    href={addressWith(address, { sort: nextSort(column.key, sorting), page: null })}
                    prefetch={false}
                    scroll={false}
                    title={t("ledger.sortBy", { header: column.header })}
                  >
                    {column.header}
                  </Link>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ key, header, render, align, onPhone }) => (
                <td key={key} role="cell" data-align={align} data-phone={onPhone} data-label={header}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sortOf<Row>({ key, isSortable }: Column<Row>, sorting: Sorting | undefined): "ascending" | "descending" | undefined {
  if (!isSortable || sorting?.by !== key) return undefined;
  return sorting.isDescending ? "descending" : "ascending";
}

function nextSort(key: string, sorting: Sorting | undefined): string {
  return sorting?.by === key && !sorting.isDescending ? `-${key}` : key;
}
