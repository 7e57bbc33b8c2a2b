import { getTranslations } from "next-intl/server";
import { formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { Section, Sheet } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { compareWan, minusWan, sumWan } from "@/lib/foundation/money";
import type { ProjectHead, YearOfProject } from "@/lib/projects/queries/project";
import { UnlistYearButton, SetYearButton } from "./year-dialogs";
import styles from "./status-section.module.css";

/** The years whose key projects it is among, or was. */
export async function YearSection({ head, today }: { head: ProjectHead; today: string }) {
  const t = await getTranslations("projects");
  const { id, years, mayWrite } = head;
  const of = { projectId: id, today };
  const columns: (Column<YearOfProject> | false)[] = [
    { key: "year", header: t("fields.year"), onPhone: "title", render: ({ year }) => year },
    { key: "level", header: t("columns.level"), render: ({ level }) => t(`level.${level}`) },
    { key: "kind", header: t("columns.kind"), render: ({ kind }) => t(`kind.${kind}`) },
    { key: "plan", header: t("columns.planWan"), align: "end", render: ({ planWan }) => formatFigure(planWan) },
    { key: "before", header: t("columns.investedBeforeWan"), align: "end", render: ({ investedBeforeWan }) => formatFigure(investedBeforeWan) },
    { key: "completed", header: t("columns.completedWan"), align: "end", render: ({ completedWan }) => formatFigure(completedWan) },
    { key: "rate", header: t("columns.rate"), align: "end", render: ({ rate }) => rate ?? nothing },
    { key: "goal", header: t("columns.goal"), render: ({ goal }) => goal ?? nothing },
    {
      key: "do", header: t("columns.status"),
      render: (row) => (
        <span className={styles.line}>
          <StatusTag tone={row.isListed ? "good" : "off"}>{t(row.isListed ? "yearSection.on" : "yearSection.off")}</StatusTag>
          {mayWrite && <SetYearButton {...of} row={row} />}
          {mayWrite && row.isListed && <UnlistYearButton {...of} row={row} />}
        </span>
      ),
    },
  ];
  const uneven = years.filter((row) => row.isListed && row.monthsWan.length > 0 && compareWan(sumWan(row.monthsWan), row.planWan) !== 0);
  return (
    <ClientMessages of={["projects"]}>
      <Section title={t("yearSection.title")} actions={mayWrite && <SetYearButton {...of} row={null} />}>
        {years.length === 0 ? (
          <Sheet>{t("yearSection.none")}</Sheet>
        ) : (
          <Ledger caption={t("yearSection.title")} columns={columns.filter((column) => column !== false)} rows={years} rowKey={(row) => row.id} address={{ pathname: `/projects/${id}`, params: {} }} />
        )}
        {uneven.map((row) => (
          <p key={row.id}>
            <StatusTag tone="watch">{t("hints.monthsDiffer", { wan: formatFigure(minusWan(sumWan(row.monthsWan), row.planWan)) })}</StatusTag>
          </p>
        ))}
      </Section>
    </ClientMessages>
  );
}
