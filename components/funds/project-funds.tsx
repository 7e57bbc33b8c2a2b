import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filters";
import { Section } from "@/components/ui/section";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { totalLines, type FundLine } from "@/lib/funds/rules";
import type { FundEntry } from "@/lib/funds/queries";
import { fundKinds } from "@/lib/funds/schema";
import type { FundKind } from "@/prisma/generated/enums";
import { AddFunds } from "./add-funds";
import { FundLedger } from "./fund-ledger";
import { FundMatrix } from "./fund-matrix";
import { FundSums } from "./fund-sums";

type ProjectFundsProps = {
  project: { id: string; districtId: string; mayFund: boolean };
  year: number;
  years: readonly number[];
  entries: readonly FundEntry[];
  lines: readonly FundLine[];
  params: Record<string, string | string[] | undefined>;
};

/** A year of a project's money: its sums, by source and month, and each amount. */
export async function ProjectFunds({ project: { id, districtId, mayFund }, year, years, entries, lines, params }: ProjectFundsProps) {
  const t = await getTranslations("funds");
  const add = mayFund && (
    <ClientMessages of={["funds"]}>
      <AddFunds districtId={districtId} projectId={id} />
    </ClientMessages>
  );
  const totals = totalLines(lines, fundKinds);
  const sumOf = (kind: FundKind) => totals.find((line) => line.kind === kind)?.sumWan ?? "0";
  return (
    <>
      <Section title={t("ofYear", { year })} actions={entries.length > 0 && add}>
        {years.length > 1 && (
          <FilterBar>
            <FilterSelect name="year" label={t("fields.year")} allLabel={null} options={years.map((one) => ({ value: one === years[0] ? "" : String(one), label: String(one) }))} />
          </FilterBar>
        )}
        {entries.length === 0 ? (
          <EmptyState title={t("none")} description={t("noneNext")} action={add} />
        ) : (
          <>
            <FundSums sums={{ planned: sumOf("planned"), received: sumOf("received"), spent: sumOf("spent") }} />
            <FundMatrix lines={lines} totals={totals} year={year} />
          </>
        )}
      </Section>
      {entries.length > 0 && (
        <Section title={t("entries")}>
          <FundLedger entries={entries} address={{ pathname: `/projects/${id}/funds`, params }} mayWithdraw={() => mayFund} />
        </Section>
      )}
    </>
  );
}
