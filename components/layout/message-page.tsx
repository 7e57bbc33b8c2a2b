import type { ReactNode } from "react";
import styles from "./message-page.module.css";

type MessagePageProps = { mark: ReactNode; title: string; what: string; next?: string; reference?: string; actions: ReactNode };

/** A page that has only this to say: what happened, what is kept, what to do next. */
export function MessagePage({ mark, title, what, next, reference, actions }: MessagePageProps) {
  return (
    <section className={styles.page}>
      <div className={styles.mark} aria-hidden>
        {mark}
      </div>
      <h1>{title}</h1>
      <p>{what}</p>
      {next && <p>{next}</p>}
      {reference && <p className={styles.reference}>{reference}</p>}
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}
