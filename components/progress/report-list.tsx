import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { Paged } from "@/lib/foundation/page-of";
import type { ReportOfProject } from "@/lib/progress/queries";
import { CorrectReport } from "./correct-report";
import { ReportSteps } from "./report-steps";
import { ReportMarks, ReportState } from "./report-tags";
import { ReturnReport, VerifyOne } from "./verify-actions";
import styles from "./report-list.module.css";

type ReportListProps = { reports: Paged<ReportOfProject>; address: PageAddress };

/** Every week's report of a project, and what may be done with each. */
export async function ReportList({ reports, address }: ReportListProps) {
  const t = await getTranslations("progress");
  const mayAnything = reports.rows.some((row) => row.mayVerify || row.mayReturn || row.mayCorrect);
  const columns: (Column<ReportOfProject> | false)[] = [
    { key: "asOfOn", header: t("fields.week"), onPhone: "title", render: ({ asOfOn }) => <time className={styles.day}>{asOfOn}</time> },
    { key: "completedWan", header: t("fields.completedWan"), align: "end", render: ({ completedWan }) => formatFigure(completedWan) },
    { key: "physicalPercent", header: t("fields.physicalPercent"), align: "end", render: ({ physicalPercent }) => formatFigure(physicalPercent) },
    { key: "siteText", header: t("fields.siteText"), render: (row) => <ReportWords row={row} /> },
    { key: "marks", header: t("fields.marks"), render: ({ marks }) => <ReportMarks marks={marks} /> },
    {
      key: "state", header: t("fields.state"),
      render: ({ status, returnReason, correctedOn, steps }) => (
        <span className={styles.state}>
          <ReportState state={status} />
          {status === "returned" && <span>{t("list.returned", { reason: returnReason ?? "" })}</span>}
          {correctedOn && <span className={`${styles.quiet} ${styles.day}`}>{t("list.corrected", { on: correctedOn })}</span>}
          <ReportSteps steps={steps} />
        </span>
      ),
    },
    { key: "submitted", header: t("fields.submitted"), render: ({ submittedOn, submittedByName }) => <SaidBy on={submittedOn} by={submittedByName} /> },
    {
      key: "verified", header: t("fields.verified"),
      render: ({ status, verifiedOn, verifiedByName }) => (
        <>
          <SaidBy on={verifiedOn} by={verifiedByName} />
          {verifiedOn && status !== "verified" && <span className={styles.under}>{t("list.beforeCorrection")}</span>}
        </>
      ),
    },
    mayAnything && {
      key: "actions", header: t("list.actions"),
      render: (row) => (
        <span className={styles.actions}>
          {row.mayVerify && <VerifyOne report={row} />}
          {row.mayReturn && <ReturnReport report={row} />}
          {row.mayCorrect && <CorrectReport report={row} />}
        </span>
      ),
    },
  ];
  return (
    <Section title={t("list.title")}>
      {reports.total === 0 ? (
        <EmptyState title={t("list.empty")} description={t("list.emptyNext")} />
      ) : (
        <>
          <Ledger caption={t("list.caption")} columns={columns.filter((column) => column !== false)} rows={reports.rows} rowKey={(row) => row.id} address={address} isWide />
          <Pagination address={address} page={reports.page} pageSize={reports.perPage} total={reports.total} />
        </>
      )}
    </Section>
  );
}

/** What was written of a week: the site first, then problems and next steps where there are any. */
export async function ReportWords({ row: { siteText, problems, nextPlan } }: { row: { siteText: string | null; problems: string | null; nextPlan: string | null } }) {
  const t = await getTranslations("progress");
  return (
    <div className={styles.words}>
      <p>{siteText ?? nothing}</p>
      {problems && (
        <p>
          <span className={styles.quiet}>{t("fields.problems")}</span> {problems}
        </p>
      )}
      {nextPlan && (
        <p>
          <span className={styles.quiet}>{t("fields.nextPlan")}</span> {nextPlan}
        </p>
      )}
    </div>
  );
}

/** On which day, and by whom. */
export function SaidBy({ on, by }: { on: string | null; by: string | null }) {
  if (!on) return nothing;
  return (
    <span>
      <time className={styles.day}>{on}</time> {by}
    </span>
  );
}
