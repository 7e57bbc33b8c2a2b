import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Ledger } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { readSorting, type PageAddress } from "@/components/ui/page-address";
import { Pagination } from "@/components/ui/pagination";
import type { Paged } from "@/lib/foundation/page-of";
import type { ProjectInLedger } from "@/lib/projects/queries/ledger";
import { projectSorts, type LedgerColumn } from "@/lib/projects/schema";
import { ledgerColumnsOf } from "./ledger-columns";

type ProjectLedgerProps = { projects: Paged<ProjectInLedger>; columns: readonly LedgerColumn[]; address: PageAddress; hasAny: boolean; mayAdd: boolean };

export async function ProjectLedger({ projects, columns, address, hasAny, mayAdd }: ProjectLedgerProps) {
  const t = await getTranslations("projects");
  if (projects.total === 0) {
    if (hasAny) return <EmptyState title={t("none")} description={t("noneNext")} action={<LinkButton href="/projects">{t("clear")}</LinkButton>} />;
    return <EmptyState title={t("empty")} description={t("emptyNext")} action={mayAdd && <LinkButton href="/projects/new" tone="primary">{t("add")}</LinkButton>} />;
  }
  return (
    <>
      <Ledger
        caption={t("title")}
        columns={await ledgerColumnsOf(columns)}
        rows={projects.rows}
        rowKey={(row) => row.id}
        address={address}
        sorting={readSorting(address.params.sort, projectSorts, "code")}
        isWide
      />
      <Pagination address={address} page={projects.page} pageSize={projects.perPage} total={projects.total} />
    </>
  );
}
