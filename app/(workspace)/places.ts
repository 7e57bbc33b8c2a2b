import type { Capability } from "@/lib/foundation/access/policy";

/** Where one can go, and what one must be able to do to see the way there. */
export const places = [
  { href: "/", key: "home", icon: "home", group: "work", needs: null },
  { href: "/projects", key: "projects", icon: "projects", group: "work", needs: "project.read" },
  { href: "/reports", key: "reports", icon: "schedules", group: "work", needs: "report.read" },
  { href: "/dashboard", key: "dashboard", icon: "dashboards", group: "work", needs: "figure.read" },
  { href: "/funds", key: "funds", icon: "funds", group: "work", needs: "fund.read" },
  { href: "/districts", key: "districts", icon: "districts", group: "registers", needs: "district.read" },
  { href: "/units", key: "units", icon: "units", group: "registers", needs: "unit.read" },
  { href: "/cadres", key: "cadres", icon: "cadres", group: "registers", needs: "cadre.read" },
  { href: "/enterprises", key: "enterprises", icon: "enterprises", group: "registers", needs: "enterprise.read" },
  { href: "/accounts", key: "accounts", icon: "accounts", group: "administration", needs: "account.read" },
  { href: "/calendar", key: "calendar", icon: "calendar", group: "administration", needs: "calendar.read" },
  { href: "/settings", key: "settings", icon: "settings", group: "administration", needs: "setting.read" },
  { href: "/audit", key: "audit", icon: "audit", group: "administration", needs: "audit.read" },
  { href: "/api-docs", key: "apiDocs", icon: "api", group: "administration", needs: "token.own" },
] as const satisfies { href: string; key: string; icon: string; group: string; needs: Capability | null }[];
