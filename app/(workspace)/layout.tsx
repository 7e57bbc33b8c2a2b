import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { places } from "./places";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations("workspace");
  const { now } = businessTime(actor.clockOffsetMs);
  const nav = places
    .filter(({ needs }) => needs === null || may(actor, needs))
    .map(({ href, key, icon, group }) => ({ href, icon, label: t(`places.${key}`), group: t(`groups.${group}`), keywords: t(`keywords.${key}`) }));
  return (
    <WorkspaceShell
      district={actor.districtName}
      asOf={now}
      demo={actor.isDemo ? { clock: now } : null}
      nav={actor.mustChangePassword ? [] : nav}
      user={{ name: actor.name, login: actor.login ?? "", role: t(`roles.${actor.role}`), district: actor.districtName }}
      userLinks={[
        { href: "/me/password", label: t("me.password") },
        { href: "/me/sessions", label: t("me.sessions") },
        { href: "/me/tokens", label: t("me.tokens") },
      ]}
    >
      {children}
    </WorkspaceShell>
  );
}
