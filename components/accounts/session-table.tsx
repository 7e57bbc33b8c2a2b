import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoment, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { OwnSession } from "@/lib/accounts/queries";

type SessionTableProps = { sessions: readonly OwnSession[]; pathname: string; /** What can be done with one. */ actions?: (session: OwnSession) => ReactNode };

/** Where an account is signed in now. */
export async function SessionTable({ sessions, pathname, actions }: SessionTableProps) {
  const t = await getTranslations("accounts.sessions");
  if (sessions.length === 0) return <p>{t("none")}</p>;
  const columns: (Column<OwnSession> | false)[] = [
    { key: "device", header: t("device"), onPhone: "title", render: ({ device, isThisOne }) => (isThisOne ? t("thisOne", { device: device ?? t("unknownDevice") }) : (device ?? t("unknownDevice"))) },
    { key: "address", header: t("address"), render: ({ address }) => address ?? nothing },
    { key: "createdAt", header: t("since"), render: ({ createdAt }) => formatMoment(createdAt) },
    { key: "lastSeenAt", header: t("lastSeen"), render: ({ lastSeenAt }) => formatMoment(lastSeenAt) },
    { key: "expiresAt", header: t("until"), render: ({ expiresAt }) => formatMoment(expiresAt) },
    actions !== undefined && { key: "actions", header: t("actions"), render: actions },
  ];
  return <Ledger caption={t("title")} columns={columns.filter((column) => column !== false)} rows={sessions} rowKey={({ id }) => id} address={{ pathname, params: {} }} />;
}
