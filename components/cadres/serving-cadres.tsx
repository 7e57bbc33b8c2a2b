import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Ledger } from "@/components/ui/ledger";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { CadreInLedger } from "@/lib/cadres/queries";
import type { Paged } from "@/lib/foundation/page-of";

type ServingCadresProps = { cadres: Paged<CadreInLedger>; unitId: string; mayAdd: boolean };

/** Who serves in a unit: the first of them, and the way to all. */
export async function ServingCadres({ cadres, unitId, mayAdd }: ServingCadresProps) {
  const t = await getTranslations("cadres");
  const all = `/cadres?unit=${unitId}`;
  return (
    <Section
      title={t("serving")}
      actions={cadres.total > cadres.rows.length && <LinkButton href={all}>{t("allServing", { count: cadres.total })}</LinkButton>}
    >
      {cadres.total === 0 ? (
        <EmptyState title={t("noneServing")} action={mayAdd && <LinkButton href={`/cadres/new?unit=${unitId}`}>{t("add")}</LinkButton>} />
      ) : (
        <Ledger
          caption={t("serving")}
          rows={cadres.rows}
          rowKey={(row) => row.id}
          address={{ pathname: `/units/${unitId}`, params: {} }}
          columns={[
            { key: "name", header: t("fields.name"), onPhone: "title", render: ({ id, name }) => <Link href={`/cadres/${id}`} prefetch={false}>{name}</Link> },
            { key: "post", header: t("fields.post"), render: ({ post }) => post },
            { key: "phone", header: t("fields.phone"), render: ({ phoneMasked }) => phoneMasked },
          ]}
        />
      )}
    </Section>
  );
}
