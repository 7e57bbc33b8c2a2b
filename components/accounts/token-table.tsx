import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoment, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { OwnToken } from "@/lib/accounts/queries";
import type { TokenState } from "@/lib/accounts/rules";

const tones: Record<TokenState, StatusTone> = { valid: "good", expired: "off", revoked: "off" };

type TokenTableProps = { tokens: readonly OwnToken[]; pathname: string; actions?: (token: OwnToken) => ReactNode };

/** API tokens of an account; of each only its end is known, so that people can tell them apart. */
export async function TokenTable({ tokens, pathname, actions }: TokenTableProps) {
  const t = await getTranslations("accounts.tokens");
  if (tokens.length === 0) return <p>{t("none")}</p>;
  const columns: (Column<OwnToken> | false)[] = [
    { key: "name", header: t("name"), onPhone: "title", render: ({ name }) => name },
    { key: "ending", header: t("ending"), render: ({ ending }) => <code>…{ending}</code> },
    { key: "mayWrite", header: t("reach"), render: ({ mayWrite }) => t(mayWrite ? "readWrite" : "readOnly") },
    { key: "state", header: t("state"), render: ({ state }) => <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag> },
    { key: "createdAt", header: t("made"), render: ({ createdAt }) => formatMoment(createdAt) },
    { key: "expiresAt", header: t("expires"), render: ({ expiresAt }) => formatMoment(expiresAt) },
    { key: "lastUsedAt", header: t("lastUsed"), render: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt) : nothing) },
    actions !== undefined && { key: "actions", header: t("actions"), render: actions },
  ];
  return <Ledger caption={t("title")} columns={columns.filter((column) => column !== false)} rows={tokens} rowKey={({ id }) => id} address={{ pathname, params: {} }} />;
}
