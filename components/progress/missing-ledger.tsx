import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { Paged } from "@/lib/foundation/page-of";
import type { MissingProject } from "@/lib/progress/queries";

type MissingLedgerProps = {
  projects: Paged<MissingProject>;
  /** Weeks that may still be reported in time. */
  inTime: ReadonlySet<string>;
  address: PageAddress;
  hasDistricts: boolean;
};

/** Who has not reported, the longest silence first. */
export async function MissingLedger({ projects, inTime, address, hasDistricts }: MissingLedgerProps) {
  const t = await getTranslations("progress");
  if (projects.total === 0) return <EmptyState title={t("missing.empty")} description={t("missing.emptyNext")} />;
  const columns: (Column<MissingProject> | false)[] = [
    { key: "name", header: t("fields.project"), onPhone: "title", render: ({ projectId, name }) => <Link href={`/projects/${projectId}/reports`} prefetch={false}>{name}</Link> },
    hasDistricts && { key: "district", header: t("fields.district"), render: ({ districtName }) => districtName },
    { key: "unit", header: t("fields.unit"), render: ({ unitName }) => unitName },
    { key: "person", header: t("fields.person"), render: ({ personName, phoneMasked }) => [personName, phoneMasked].filter(Boolean).join(" ") || nothing },
    { key: "weeks", header: t("fields.weeks"), render: ({ weeks }) => weeks.map((week) => (inTime.has(week) ? t("missing.inTime", { week }) : week)).join(t("separator")) },
    { key: "lastOn", header: t("fields.lastOn"), render: ({ lastOn }) => lastOn ?? t("missing.never") },
  ];
  return (
    <>
      <Ledger caption={t("missing.caption")} columns={columns.filter((column) => column !== false)} rows={projects.rows} rowKey={(row) => row.projectId} address={address} />
      <Pagination address={address} page={projects.page} pageSize={projects.perPage} total={projects.total} />
    </>
  );
}
