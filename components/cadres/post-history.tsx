import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Ledger } from "@/components/ui/ledger";
import { Section } from "@/components/ui/section";
import { addDays } from "@/lib/foundation/calendar";
import type { CadrePost } from "@/lib/cadres/queries";

/** Where a cadre served, the newest first. */
export async function PostHistory({ posts, cadreId }: { posts: readonly CadrePost[]; cadreId: string }) {
  const t = await getTranslations("cadres");
  return (
    <Section title={t("posts")}>
      <Ledger
        caption={t("posts")}
        rows={posts}
        rowKey={(row) => row.id}
        address={{ pathname: `/cadres/${cadreId}`, params: {} }}
        columns={[
          {
            key: "held", header: t("fields.heldOn"), onPhone: "title",
            render: ({ fromOn, toOn }) => (toOn ? t("until", { from: fromOn, to: addDays(toOn, -1) }) : t("since", { from: fromOn })),
          },
          { key: "unit", header: t("fields.unit"), render: ({ unitId, unitName }) => <Link href={`/units/${unitId}`} prefetch={false}>{unitName}</Link> },
          { key: "post", header: t("fields.post"), render: ({ post }) => post },
          { key: "rank", header: t("fields.rank"), render: ({ rank }) => t(`ranks.${rank}`) },
        ]}
      />
    </Section>
  );
}
