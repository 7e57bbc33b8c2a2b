import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { addressWith, type PageAddress } from "@/components/ui/page-address";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { AuditLine } from "@/lib/audit/queries";
import { subjectOf, type Outcome } from "@/lib/audit/rules";
import { AuditDetails } from "./audit-details";
import styles from "./audit-ledger.module.css";
import { describeEntry } from "./words";

export const outcomeTones: Record<Outcome, StatusTone> = { done: "done", refused: "bad", missed: "watch", failed: "bad" };

type AuditLedgerProps = { lines: readonly AuditLine[]; olderFrom: string | null; address: PageAddress; hasDistricts: boolean };

/** Who did what, the newest first. Pages go back in time; there is no last one to jump to. */
export async function AuditLedger({ lines, olderFrom, address, hasDistricts }: AuditLedgerProps) {
  const [t, words] = await Promise.all([getTranslations("audit"), getTranslations("history")]);
  if (lines.length === 0) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/audit">{t("clear")}</LinkButton>} />;
  const columns: (Column<AuditLine> | false)[] = [
    { key: "what", header: t("fields.what"), onPhone: "title", render: ({ action }) => describeEntry(words, action) },
    { key: "at", header: t("fields.at"), render: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time> },
    {
      key: "by", header: t("fields.by"),
      render: ({ actorId, actorName }) => (actorId ? <Link href={`/audit?by=${actorId}`} prefetch={false}>{actorName}</Link> : actorName),
    },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    { key: "subject", header: t("fields.subject"), render: (line) => <Subject line={line} /> },
    { key: "outcome", header: t("fields.outcome"), render: ({ outcome }) => <StatusTag tone={outcomeTones[outcome]}>{t(`outcomes.${outcome}`)}</StatusTag> },
    { key: "from", header: t("fields.from"), render: ({ via, address }) => `${t(`via.${via as "page"}`)}${address ? ` ${address}` : ""}` },
    { key: "details", header: t("fields.details"), render: (line) => <AuditDetails line={line} /> },
  ];
  return (
    <>
      <Ledger caption={t("title")} columns={columns.filter((column) => column !== false)} rows={lines} rowKey={({ id }) => id} address={address} />
      <nav className={`${styles.pages} notPrinted`} aria-label={t("pages")}>
        {address.params.before && <LinkButton href={addressWith(address, { before: null })}>{t("newest")}</LinkButton>}
        {olderFrom && <LinkButton href={addressWith(address, { before: olderFrom })}>{t("older")}</LinkButton>}
      </nav>
    </>
  );
}

/** What it happened to: its name where the line knows one, and the way to everything else that happened to it. */
async function Subject({ line: { kind, subjectId, before, after } }: { line: AuditLine }) {
  const t = await getTranslations("audit");
  const subject = subjectOf(kind);
  const label = subject ? t(`subjects.${subject}`) : kind;
  const fields = { ...(before as object | null), ...(after as object | null) } as { name?: unknown; login?: unknown; day?: unknown };
  const name = [fields.name, fields.login].find((one) => typeof one === "string") as string | undefined;
  if (!subjectId) return name ? `${label} ${name}` : label;
  return (
    <Link href={`/audit?subjectId=${encodeURIComponent(subjectId)}`} prefetch={false} title={subjectId}>
      {`${label} ${name ?? `…${subjectId.slice(-6)}`}`}
    </Link>
  );
}
