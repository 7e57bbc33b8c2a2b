import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatFigure, formatYi, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { Section } from "@/components/ui/section";
import { signed } from "@/components/figures/figure-text";
import type { Dashboard } from "@/lib/dashboards/queries";
import type { Scope } from "@/lib/figures/schema";
import { figureAddress, type DashboardAt } from "./figure-address";
import styles from "./part-progress.module.css";

type Part = Dashboard["parts"][number];
type PartProgressProps = { parts: Dashboard["parts"]; at: DashboardAt; by: "district" | "industry"; nameOf: (group: string) => string; scopeOf: (group: string) => Scope; order: readonly string[] };

/** Investment of each district (or, within one, of each industry) against what is expected by the day. */
export async function PartProgress({ parts, at, by, nameOf, scopeOf, order }: PartProgressProps) {
  const t = await getTranslations("dashboards.parts");
  const rows = parts.filter(({ values }) => values["key-projects"].value !== "0").sort((a, b) => order.indexOf(a.group!) - order.indexOf(b.group!));
  const link = (part: Part, key: keyof Part["values"], text: string) => <Link href={figureAddress(at, key, scopeOf(part.group!))} prefetch={false}>{text}</Link>;
  const amount = (key: "key-projects-plan" | "key-projects-completed", header: string): Column<Part> => ({
    key, header, align: "end", render: (part) => link(part, key, formatYi(part.values[key].value)),
  });
  return (
    <Section title={t(by)}>
      <Ledger
        caption={t(by)}
        address={{ pathname: "/dashboard", params: {} }}
        rows={rows}
        rowKey={({ group }) => group!}
        columns={[
          { key: "name", header: t("name"), onPhone: "title", render: ({ group }) => nameOf(group!) },
          { key: "count", header: t("count"), align: "end", onPhone: "hidden", render: (part) => link(part, "key-projects", formatFigure(part.values["key-projects"].value)) },
          amount("key-projects-plan", t("plan")),
          amount("key-projects-completed", t("completed")),
          { key: "chart", header: t("chart"), width: "26%", onPhone: "hidden", render: (part) => <Progress part={part} /> },
          { key: "rate", header: t("rate"), align: "end", render: (part) => link(part, "key-projects-completion-rate", part.values["key-projects-completion-rate"].value ?? nothing) },
          { key: "ahead", header: t("ahead"), align: "end", render: (part) => <Ahead part={part} href={figureAddress(at, "key-projects-ahead", scopeOf(part.group!))} /> },
        ]}
      />
      <p className={styles.legend}>{t("legend")}</p>
    </Section>
  );
}

const shareOf = (part: string | null, whole: string | null): number => (Number(whole) > 0 ? Math.min(100, (Number(part) / Number(whole)) * 100) : 0);

/** Only a picture: the numbers stand beside it. */
function Progress({ part: { values } }: { part: Part }) {
  const plan = values["key-projects-plan"].value;
  const expected = shareOf(values["key-projects-expected"].value, plan);
  return (
    <svg className={styles.progress} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden focusable="false">
      <rect y="2" width="100" height="8" className={styles.ground} />
      <rect y="2" width={shareOf(values["key-projects-completed"].value, plan)} height="8" className={styles.completed} />
      <line x1={expected} x2={expected} y1="0" y2="12" />
    </svg>
  );
}

function Ahead({ part: { values }, href }: { part: Part; href: string }) {
  const { value } = values["key-projects-ahead"];
  if (value === null) return nothing;
  return <Link href={href} prefetch={false} className={styles.ahead} data-behind={value.startsWith("-") || undefined}>{signed(value)}</Link>;
}
