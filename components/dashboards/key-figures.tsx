import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatFigure, formatYi, nothing } from "@/components/ui/format";
import type { Dashboard } from "@/lib/dashboards/queries";
import { figureAddress, type DashboardAt } from "./figure-address";
import styles from "./key-figures.module.css";

/** The five figures a leader asks first. */
export async function KeyFigures({ head, at }: { head: Dashboard["head"]; at: DashboardAt }) {
  const t = await getTranslations("dashboards");
  const to = (key: string) => figureAddress(at, key);
  const value = (key: keyof Dashboard["head"]) => head[key].value;
  const ahead = value("key-projects-ahead");
  const link = (key: keyof Dashboard["head"], text: string) => <Link href={to(key)} prefetch={false}>{text}</Link>;
  const suspended = value("key-projects-suspended");
  const figures: { key: string; label: string; figure: ReactNode; unit?: string; note?: ReactNode }[] = [
    {
      key: "projects", label: t("heads.projects"), figure: link("key-projects", formatFigure(value("key-projects"))), unit: t("units.projects"),
      note: (
        <>
          {t.rich("kinds", { new: () => link("key-projects-new", formatFigure(value("key-projects-new"))), continuing: () => link("key-projects-continuing", formatFigure(value("key-projects-continuing"))) })}
          {suspended !== "0" && <>{" · "}<Link href={to("key-projects-suspended")} prefetch={false}>{t("suspended", { count: suspended ?? nothing })}</Link></>}
        </>
      ),
    },
    { key: "total", label: t("heads.total"), figure: link("key-projects-total", formatYi(value("key-projects-total"))), unit: t("units.yi") },
    { key: "plan", label: t("heads.plan"), figure: link("key-projects-plan", formatYi(value("key-projects-plan"))), unit: t("units.yi") },
    {
      key: "completed", label: t("heads.completed"), figure: link("key-projects-completed", formatYi(value("key-projects-completed"))), unit: t("units.yi"),
      note: link("key-projects-expected", t("expected", { value: formatYi(value("key-projects-expected")) })),
    },
    {
      key: "rate", label: t("heads.rate"), unit: value("key-projects-completion-rate") === null ? undefined : "%",
      figure: link("key-projects-completion-rate", value("key-projects-completion-rate") ?? nothing),
      note: ahead !== null && link("key-projects-ahead", t("ahead", { sign: ahead.startsWith("-") ? "behind" : "ahead", points: ahead.replace("-", "") })),
    },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, label, figure, unit, note }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={styles.value}>{figure}{unit && <span>{unit}</span>}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
