import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LightTag } from "@/components/lights/light-tag";
import { formatDay, formatFigure, nothing } from "@/components/ui/format";
import type { Column } from "@/components/ui/ledger";
import type { ProjectInLedger } from "@/lib/projects/queries/ledger";
import { projectSorts, type LedgerColumn } from "@/lib/projects/schema";
import styles from "./project-ledger.module.css";
import { signed } from "./signed";
import { ProjectStatusTag, StageTag } from "./project-tags";

const amounts: ReadonlySet<LedgerColumn> = new Set(["totalWan", "investedBeforeWan", "planWan", "weekWan", "completedWan", "rate", "expectedRate", "difference", "physicalPercent"]);

/** Said by the columns beside them. */
const leftOutOnPhone: ReadonlySet<LedgerColumn> = new Set(["kind", "expectedRate"]);

/** The chosen columns of the 项目台账, in its order. */
export async function ledgerColumnsOf(chosen: readonly LedgerColumn[]): Promise<Column<ProjectInLedger>[]> {
  const t = await getTranslations("projects");
  // On a phone a line that says nothing is left out of the card.
  const absent = <span className={styles.absent}>{nothing}</span>;
  const long = (text: string | null): ReactNode => (text ? <div className={styles.long}>{text}</div> : absent);
  const short = (text: string | null): ReactNode => (text ? <div className={styles.short}>{text}</div> : absent);
  const word = (text: string | null): ReactNode => (text && text !== nothing ? <span className={styles.word}>{text}</span> : absent);
  const yes = (is: boolean): ReactNode => t(is ? "yes" : "no");
  const render: Record<LedgerColumn, (row: ProjectInLedger) => ReactNode> = {
    name: ({ id, name }) => <Link href={`/projects/${id}`} prefetch={false} className={styles.name}>{name}</Link>,
    code: ({ code }) => word(code),
    district: ({ districtName }) => word(districtName),
    level: ({ level }) => word(level && t(`level.${level}`)),
    kind: ({ kind }) => word(kind && t(`kind.${kind}`)),
    industry: ({ industry }) => word(t(`industry.${industry}`)),
    nature: ({ nature }) => word(t(`nature.${nature}`)),
    location: ({ location }) => short(location),
    scope: ({ scope }) => long(scope),
    years: ({ startYear, endYear }) => word([startYear, endYear].filter(Boolean).join("–")),
    totalWan: ({ totalWan }) => word(formatFigure(totalWan)),
    investedBeforeWan: ({ investedBeforeWan }) => word(formatFigure(investedBeforeWan)),
    planWan: ({ planWan }) => word(formatFigure(planWan)),
    weekWan: ({ weekWan }) => word(formatFigure(weekWan)),
    completedWan: ({ completedWan }) => word(formatFigure(completedWan)),
    rate: ({ rate }) => word(rate),
    expectedRate: ({ expectedRate }) => word(expectedRate),
    difference: ({ difference }) => word(difference && signed(difference)),
    physicalPercent: ({ physicalPercent }) => word(formatFigure(physicalPercent)),
    stage: ({ stage }) => <StageTag stage={stage} />,
    light: ({ light, status, isRenewalDue }) => (status === "active" ? (light === "none" ? absent : <LightTag colour={light} />) : <ProjectStatusTag status={status} isRenewalDue={isRenewalDue} />),
    plannedStartOn: ({ plannedStartOn }) => word(formatDay(plannedStartOn)),
    startedOn: ({ startedOn }) => word(formatDay(startedOn)),
    plannedCompletionOn: ({ plannedCompletionOn }) => word(formatDay(plannedCompletionOn)),
    goal: ({ goal }) => long(goal),
    siteText: ({ siteText }) => long(siteText),
    problems: ({ problems }) => long(problems),
    nextPlan: ({ nextPlan }) => long(nextPlan),
    builder: ({ builderName }) => short(builderName),
    unit: ({ unitName }) => short(unitName),
    person: ({ personName, phoneMasked }) => short([personName, phoneMasked].filter(Boolean).join(" ")),
    lead: ({ leadName }) => word(leadName),
    head: ({ headName }) => word(headName),
    isInStatistics: ({ isInStatistics }) => yes(isInStatistics),
    isStarted: ({ startedOn }) => yes(startedOn !== null),
    isWhitelisted: ({ isWhitelisted }) => yes(isWhitelisted),
    status: ({ status, isRenewalDue }) => <ProjectStatusTag status={status} isRenewalDue={isRenewalDue} />,
    remark: ({ remark }) => short(remark),
  };
  return chosen.map((key) => ({
    key, header: t(`columns.${key}`), render: render[key], isSortable: (projectSorts as readonly string[]).includes(key),
    ...(amounts.has(key) ? { align: "end" as const } : {}), ...(key === "name" ? { onPhone: "title" as const } : leftOutOnPhone.has(key) ? { onPhone: "hidden" as const } : {}),
  }));
}
