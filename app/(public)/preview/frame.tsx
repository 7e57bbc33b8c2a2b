import type { ReactNode } from "react";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import type { NavItem } from "@/components/layout/nav-item";

const nav: NavItem[] = [
  { href: "/preview", label: "工作台", icon: "home", group: "" },
  { href: "/preview/form", label: "单位", icon: "units", group: "组织" },
  { href: "/cadres", label: "干部", icon: "cadres", group: "组织", keywords: "ganbu gb" },
  { href: "/enterprises", label: "企业", icon: "enterprises", group: "组织" },
  { href: "/accounts", label: "账号", icon: "accounts", group: "组织" },
  { href: "/calendar", label: "工作日历", icon: "calendar", group: "设置" },
  { href: "/settings", label: "县区设置", icon: "settings", group: "设置" },
  { href: "/audit", label: "审计", icon: "audit", group: "监督" },
];

export function Frame({ children }: { children: ReactNode }) {
  return (
    <WorkspaceShell
      district="濮阳县"
      asOf="2023-04-11T00:30:00Z"
      demo={{ clock: "2023-04-11T00:30:00Z" }}
      nav={nav}
      user={{ name: "王晓明", login: "puyangxian-admin", role: "管理员", district: "濮阳县" }}
      userLinks={[{ href: "/me/sessions", label: "我的登录" }, { href: "/me/tokens", label: "接口令牌" }, { href: "/me/password", label: "修改密码" }]}
    >
      {children}
    </WorkspaceShell>
  );
}
