import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./message-page.module.css";

export function MessageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={styles.action} data-first>
      {children}
    </Link>
  );
}
