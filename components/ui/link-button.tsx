import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./link-button.module.css";

type LinkButtonProps = { href: string; tone?: "primary" | "plain" | "quiet"; isDownload?: boolean; children: ReactNode };

/** A link that looks like a button, without a script. For files (`isDownload`) a plain anchor. */
export function LinkButton({ href, tone = "plain", isDownload = false, children }: LinkButtonProps) {
  if (isDownload)
    return (
      <a href={href} download className={styles.button} data-tone={tone}>
        {children}
      </a>
    );
  return (
    <Link href={href} prefetch={false} className={styles.button} data-tone={tone}>
      {children}
    </Link>
  );
}
