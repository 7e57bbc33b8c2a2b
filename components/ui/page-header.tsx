import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/layout/breadcrumbs";
import styles from "./page-header.module.css";

type PageHeaderProps = {
  title: string;
  /** One sentence: what stands here, or what is special about it. */
  description?: ReactNode;
  /** Stands beside the title: a status. */
  status?: ReactNode;
  trail?: readonly Crumb[];
  actions?: ReactNode;
};

export function PageHeader({ title, description, status, trail, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {trail && <Breadcrumbs trail={trail} />}
      <div className={styles.row}>
        <div className={styles.titles}>
          <h1>
            {title}
            {status && <span className={styles.status}>{status}</span>}
          </h1>
          {description && <p className={styles.description}>{description}</p>}
        </div>
        {actions && <div className={`${styles.actions} notPrinted`}>{actions}</div>}
      </div>
    </header>
  );
}
