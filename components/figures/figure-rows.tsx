import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay, formatFigure, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { FigureRow, FigureValue } from "@/lib/figures/queries";
import type { Paged } from "@/lib/foundation/page-of";
import { figureText, type FigureUnit } from "./figure-text";
import styles from "./figure-rows.module.css";

type FigureRowsProps = {
  figureKey: string;
  unit: FigureUnit;
  partUnit: "count" | "wan";
  rows: Paged<FigureRow> & { figure: FigureValue };
  address: PageAddress;
  hasDistricts: boolean;
  isSum: boolean;
};

/** The rows that make a figure, each with what it adds, and their sum. */
export async function FigureRows({ figureKey, unit, partUnit, rows, address, hasDistricts, isSum }: FigureRowsProps) {
  const [t, ofProjects, ofFunds, ofDuties] = await Promise.all([getTranslations("figures"), getTranslations("projects"), getTranslations("funds"), getTranslations("duties")]);
  if (rows.total === 0) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/dashboard">{t("toDashboard")}</LinkButton>} />;
  const wordOf = (code: string): string =>
    ofProjects.has(`stage.${code}` as "stage.reserve") ? ofProjects(`stage.${code}` as "stage.reserve") : ofFunds.has(`sources.${code}` as "sources.own") ? ofFunds(`sources.${code}` as "sources.own") : ofDuties(`roles.${code}` as "roles.lead");
  const isShare = rows.figure.numerator !== null;
  const amounts: Column<FigureRow>[] = (isShare ? (["numerator", "denominator"] as const) : (["amount"] as const)).map((part, at) => ({
    key: part, align: "end",
    header: isShare ? `${t(`parts.${figureKey as "rate-funds"}.${part as "numerator"}`)}${partUnit === "wan" ? ` (${t("fields.wan")})` : ""}` : t(`fields.${unit === "wan" ? "wan" : unit === "months" ? "months" : "count"}`),
    render: (row) => formatFigure(row.amounts[at]),
  }));
  const columns: (Column<FigureRow> | false)[] = [
    { key: "name", header: t("fields.name"), onPhone: "title", render: (row) => <RowName row={row} whole={t("wholeDistrict")} /> },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    rows.rows.some(({ day }) => day) && { key: "day", header: t("fields.day"), render: ({ day }) => formatDay(day) },
    rows.rows.some(({ code }) => code) && { key: "code", header: t("fields.code"), render: ({ code }) => (code ? wordOf(code) : nothing) },
    ...amounts,
  ];
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={columns.filter((column) => column !== false)}
        rows={rows.rows}
        rowKey={({ id, name, day, code, amounts: of, districtId }) => [id, name, day, code, of.join(), districtId].join(" ")}
        address={address}
      />
      {isSum && (
        <p className={styles.sum}>
          <span>{t("sum")}</span>
          <b>{isShare ? `${formatFigure(rows.figure.numerator)} ÷ ${formatFigure(rows.figure.denominator)}` : figureText(unit, rows.figure.value)}</b>
        </p>
      )}
      <Pagination address={address} page={rows.page} pageSize={rows.perPage} total={rows.total} />
    </>
  );
}

const places = { project: "", report: "/reports", fund: "/funds", duty: "/duties", milestone: "/schedule" } as const;

function RowName({ row: { kind, id, name }, whole }: { row: FigureRow; whole: string }) {
  if (!id) return name ?? whole;
  const href = kind === "cadre" ? `/cadres/${id}` : kind === "enterprise" ? `/enterprises/${id}` : `/projects/${id}${places[kind]}`;
  return <Link href={href} prefetch={false}>{name}</Link>;
}
