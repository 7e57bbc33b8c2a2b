import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressWith, type PageAddress } from "./page-address";
import styles from "./pagination.module.css";

type PaginationProps = { address: PageAddress; page: number; pageSize: number; total: number };

/** Where one is in a long ledger, and the way on; by links, so that a page can be sent to a colleague. */
export async function Pagination({ address, page, pageSize, total }: PaginationProps) {
  const t = await getTranslations("ui");
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return <p className={styles.count}>{t("ledger.count", { total })}</p>;
  const to = (place: number) => addressWith(address, { page: place === 1 ? null : String(place) });
  const from = (page - 1) * pageSize + 1;
  return (
    <div className={styles.pagination}>
      <p className={styles.count}>{t("ledger.range", { from, to: Math.min(total, page * pageSize), total })}</p>
      <nav className="notPrinted" aria-label={t("ledger.pages")}>
        <ul className={styles.pages}>
          <li>
            <Step href={page > 1 ? to(page - 1) : null} rel="prev">
              {t("ledger.previous")}
            </Step>
          </li>
          {placesAround(page, last).map((place, index) =>
            place === null ? (
              <li key={`gap ${index}`} aria-hidden>
                …
              </li>
            ) : (
              <li key={place} className={styles.number}>
                <Link
                  href={to(place)}
                  prefetch={false}
                  aria-current={place === page ? "page" : undefined}
                  aria-label={t("ledger.page", { page: place })}
                >
                  {place}
                </Link>
              </li>
            ),
          )}
          <li>
            <Step href={page < last ? to(page + 1) : null} rel="next">
              {t("ledger.next")}
            </Step>
          </li>
        </ul>
      </nav>
    </div>
  );
}

function Step({ href, rel, children }: { href: string | null; rel: "prev" | "next"; children: string }) {
  if (href === null) return <span className={styles.end}>{children}</span>;
  return (
    <Link href={href} prefetch={false} rel={rel}>
      {children}
    </Link>
  );
}

/** The first, the last, and the neighbours; null where some are left out. */
export function placesAround(page: number, last: number): (number | null)[] {
  const near = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((place) => place >= 1 && place <= last)
    .sort((a, b) => a - b);
  return near.flatMap((place, index) => {
    const gap = place - (near[index - 1] ?? place);
    if (gap <= 1) return [place];
    return gap === 2 ? [place - 1, place] : [null, place];
  });
}
