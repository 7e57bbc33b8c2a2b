import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { minusWan } from "@/lib/foundation/money";
import type { Paged } from "@/lib/foundation/page-of";
import type { ReportToVerify } from "@/lib/progress/queries";
import { ReportWords, SaidBy } from "./report-list";
import { ReportMarks } from "./report-tags";
import { ReturnReport, VerifyOne } from "./verify-actions";
import { VerifyMany } from "./verify-many";
import styles from "./report-list.module.css";

type VerifyLedgerProps = { reports: Paged<ReportToVerify>; address: PageAddress; hasDistricts: boolean };

/** What waits for verification: ticked and verified together, or one by one, or returned with a reason. */
export async function VerifyLedger({ reports, address, hasDistricts }: VerifyLedgerProps) {
  const t = await getTranslations("progress");
  if (reports.total === 0) return <EmptyState title={t("verify.empty")} description={t("verify.emptyNext")} />;
  const columns: (Column<ReportToVerify> | false)[] = [
    {
      key: "name", header: t("fields.project"), onPhone: "title", width: "18%",
      render: ({ id, version, projectId, projectName, unitName }) => (
        <span className={styles.tick}>
          <input type="checkbox" name="report" value={`${id}:${version}`} aria-label={t("verify.choose", { name: projectName })} />
          <span>
            <Link href={`/projects/${projectId}/reports`} prefetch={false}>{projectName}</Link>
            <small className={styles.under}>{unitName}</small>
          </span>
        </span>
      ),
    },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    { key: "asOfOn", header: t("fields.week"), render: ({ asOfOn }) => <time className={styles.day}>{asOfOn}</time> },
    { key: "completedWan", header: t("fields.completedWan"), align: "end", render: ({ completedWan }) => formatFigure(completedWan) },
    { key: "weekWan", header: t("fields.weekWan"), align: "end", render: ({ completedWan, beforeWan }) => (beforeWan === null ? nothing : formatFigure(minusWan(completedWan!, beforeWan))) },
    { key: "physicalPercent", header: t("fields.physicalPercent"), align: "end", render: ({ physicalPercent }) => formatFigure(physicalPercent) },
    { key: "siteText", header: t("fields.siteText"), render: (row) => <ReportWords row={row} /> },
    { key: "marks", header: t("fields.marks"), render: ({ marks }) => <ReportMarks marks={marks} /> },
    {
      key: "submitted", header: t("fields.submitted"),
      render: ({ submittedOn, submittedByName, correctedOn }) => (
        <>
          <SaidBy on={submittedOn} by={submittedByName} />
          {correctedOn && <span className={styles.under}>{t("list.corrected", { on: correctedOn })}</span>}
        </>
      ),
    },
    {
      key: "actions", header: t("list.actions"),
      render: (row) => (
        <span className={styles.actions}>
          <VerifyOne report={row} />
          <ReturnReport report={row} />
        </span>
      ),
    },
  ];
  return (
    <ClientMessages of={["progress"]}>
      <p className={styles.quiet}>{t("marksAre")}</p>
      <VerifyMany>
        <Ledger caption={t("verify.caption")} columns={columns.filter((column) => column !== false)} rows={reports.rows} rowKey={(row) => row.id} address={address} isWide />
      </VerifyMany>
      <Pagination address={address} page={reports.page} pageSize={reports.perPage} total={reports.total} />
    </ClientMessages>
  );
}
