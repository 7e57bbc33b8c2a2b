"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { placeOf } from "./nav-item";

type NavLinkProps = {
  href: string;
  /** All places listed, this one too. */ among: readonly string[];
  className?: string;
  children: ReactNode;
};

/** Knows whether one is there already. Its inside is drawn on the server. */
export function NavLink({ href, among, className, children }: NavLinkProps) {
  const pathname = usePathname();
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      aria-current={placeOf(pathname, among) === href ? "page" : undefined}
    >
      {children}
    </Link>
  );
}
