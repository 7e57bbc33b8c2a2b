import { getTranslations } from "next-intl/server";
import { nothing } from "@/components/ui/format";
import { Ledger } from "@/components/ui/ledger";
import { Section } from "@/components/ui/section";
import { lastDayOf } from "@/lib/duties/rules";
import type { Answer } from "./answers";

/** Who answered when, the latest first; nothing of it is overwritten. */
export async function PastAnswers({ answers }: { answers: readonly Answer[] }) {
  const t = await getTranslations("duties");
  if (answers.length === 0) return null;
  const rows = answers.toSorted((a, b) => (b.toOn ?? "").localeCompare(a.toOn ?? ""));
  return (
    <Section title={t("past")}>
      <Ledger
        caption={t("past")}
        rows={rows}
        rowKey={(row) => row.id}
        address={{ pathname: "", params: {} }}
        columns={[
          { key: "name", header: t("fields.name"), onPhone: "title", render: ({ name }) => name },
          { key: "role", header: t("fields.role"), render: ({ role }) => t(`roles.${role}`) },
          { key: "detail", header: t("fields.detail"), render: ({ detail }) => detail || nothing },
          { key: "held", header: t("fields.held"), render: (row) => heldText(t, row) },
          { key: "reason", header: t("fields.reason"), render: ({ endReason }) => endReason ?? nothing },
        ]}
      />
    </Section>
  );
}

function heldText(t: Awaited<ReturnType<typeof getTranslations<"duties">>>, { fromOn, toOn }: Answer): string {
  const to = lastDayOf({ fromOn, toOn });
  return to ? t("until", { from: fromOn, to }) : t("notHeld", { from: fromOn });
}
