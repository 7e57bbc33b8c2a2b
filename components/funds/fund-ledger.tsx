import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { StatusTag } from "@/components/ui/status-tag";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { FundEntry } from "@/lib/funds/queries";
import { WithdrawFund } from "./withdraw-fund";

type FundLedgerProps = {
  entries: readonly FundEntry[];
  address: PageAddress;
  /** Of the district: says of which project, or of the whole. */
  hasProjects?: boolean;
  hasDistricts?: boolean;
  /** Which of them this person may withdraw. */
  mayWithdraw: (entry: FundEntry) => boolean;
};

/** Each amount with its day; one that was withdrawn stays, with the reason. */
export async function FundLedger({ entries, address, hasProjects = false, hasDistricts = false, mayWithdraw }: FundLedgerProps) {
  const t = await getTranslations("funds");
  const columns: (Column<FundEntry> | false)[] = [
    { key: "day", header: t("fields.day"), onPhone: "title", render: ({ day }) => day },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    hasProjects && {
      key: "project", header: t("fields.project"),
      render: ({ projectId, projectName }) => (projectId ? <Link href={`/projects/${projectId}/funds`} prefetch={false}>{projectName}</Link> : t("whole")),
    },
    { key: "source", header: t("fields.source"), render: ({ source }) => t(`sources.${source}`) },
    { key: "kind", header: t("fields.kind"), render: ({ kind }) => t(`kinds.${kind}`) },
    { key: "amount", header: t("fields.amountWan"), align: "end", render: ({ amountWan, withdrawnOn }) => (withdrawnOn ? <s>{formatFigure(amountWan)}</s> : formatFigure(amountWan)) },
    { key: "note", header: t("fields.note"), render: ({ note }) => note ?? nothing },
    {
      key: "state", header: t("fields.state"),
      render: ({ withdrawnOn, withdrawReason }) => (withdrawnOn ? <StatusTag tone="off">{t("withdrawn", { day: withdrawnOn, reason: withdrawReason ?? "" })}</StatusTag> : nothing),
    },
    entries.some((entry) => !entry.withdrawnOn && mayWithdraw(entry)) && {
      key: "steps", header: t("fields.steps"), render: (entry) => (!entry.withdrawnOn && mayWithdraw(entry) ? <WithdrawFund entry={entry} /> : null),
    },
  ];
  return (
    <ClientMessages of={["funds"]}>
      <Ledger caption={t("entries")} columns={columns.filter((column) => column !== false)} rows={entries} rowKey={({ id }) => id} address={address} />
    </ClientMessages>
  );
}
