import type { ReactNode } from "react";
import styles from "./description-list.module.css";
import { nothing } from "./format";

export type Described = { label: string; value: ReactNode; /** Takes the whole width. */ isLong?: boolean };

export function DescriptionList({ items }: { items: readonly Described[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ label, value, isLong }) => (
        <div key={label} className={styles.item} data-long={isLong || undefined}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === "" ? nothing : value}</dd>
        </div>
      ))}
    </dl>
  );
}
