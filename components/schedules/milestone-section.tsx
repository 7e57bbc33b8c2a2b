import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { Section } from "@/components/ui/section";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import type { Milestone } from "@/lib/schedules/queries";
import { AddMilestones } from "./add-milestones";
import { MilestoneSteps } from "./milestone-steps";
import styles from "./milestone-section.module.css";
import { MilestoneTag } from "./milestone-tag";
import { Timeline } from "./timeline";

type MilestoneSectionProps = { projectId: string; districtId: string; milestones: readonly Milestone[]; mayPlan: boolean; mayApprove: boolean; today: string };

/** The schedule worked backward from the finish: the day first planned, the one that holds, the one on which it was reached. */
export async function MilestoneSection({ projectId, districtId, milestones, mayPlan, mayApprove, today }: MilestoneSectionProps) {
  const t = await getTranslations("schedules");
  const add = mayPlan && <AddMilestones projectId={projectId} districtId={districtId} />;
  const columns: (Column<Milestone> | false)[] = [
    { key: "name", header: t("fields.name"), onPhone: "title", render: ({ name }) => name },
    { key: "kind", header: t("fields.kind"), render: ({ kind }) => <span className={styles.whole}>{t(`kinds.${kind}`)}</span> },
    { key: "owner", header: t("fields.ownerName"), render: ({ ownerName }) => <span className={styles.whole}>{ownerName ?? nothing}</span> },
    { key: "measure", header: t("fields.measure"), render: ({ measure }) => measure ?? nothing },
    { key: "baselineOn", header: t("fields.baselineOn"), render: ({ baselineOn }) => <span className={styles.whole}>{formatDay(baselineOn)}</span> },
    { key: "dueOn", header: t("fields.dueOn"), render: ({ dueOn }) => <span className={styles.whole}>{formatDay(dueOn)}</span> },
    { key: "doneOn", header: t("fields.doneOn"), render: ({ doneOn }) => <span className={styles.whole}>{formatDay(doneOn)}</span> },
    { key: "state", header: t("fields.state"), render: (row) => <MilestoneTag milestone={row} today={today} /> },
    { key: "evidence", header: t("fields.evidence"), render: ({ evidence }) => evidence ?? nothing },
    (mayPlan || mayApprove) && {
      key: "steps", header: t("fields.steps"),
      render: (row) => (row.doneOn || row.withdrawnOn ? null : <MilestoneSteps milestone={row} mayPlan={mayPlan} mayApprove={mayApprove} today={today} />),
    },
  ];
  return (
    <ClientMessages of={["schedules"]}>
      <Section title={t("milestones")} actions={milestones.length > 0 && add}>
        {milestones.length === 0 ? (
          <EmptyState title={t("none")} description={t("noneNext")} action={add} />
        ) : (
          <>
            <Timeline milestones={milestones} today={today} />
            <Ledger caption={t("milestones")} columns={columns.filter((column) => column !== false)} rows={milestones} rowKey={(row) => row.id} address={{ pathname: "", params: {} }} />
          </>
        )}
      </Section>
    </ClientMessages>
  );
}
