"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isAt } from "./nav-item";

/** Knows whether one is there already. Its inside is drawn on the server. */
export function NavLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const pathname = usePathname();
  return (
    <Link href={href} prefetch={false} className={className} aria-current={isAt(pathname, href) ? "page" : undefined}>
      {children}
    </Link>
  );
}
