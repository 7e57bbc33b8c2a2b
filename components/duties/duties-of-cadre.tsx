import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { nothing } from "@/components/ui/format";
import { Ledger } from "@/components/ui/ledger";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { DutyOfCadre } from "@/lib/duties/queries";
import { lastDayOf } from "@/lib/duties/rules";

type DutiesOfCadreProps = { duties: readonly DutyOfCadre[]; hasDistricts: boolean };

/** What a cadre answers for, since when, and what they answered for before. */
export async function DutiesOfCadre({ duties, hasDistricts }: DutiesOfCadreProps) {
  const t = await getTranslations("duties");
  if (duties.length === 0) return null;
  return (
    <Section title={t("ofCadre", { count: duties.filter(({ toOn }) => toOn === null).length })}>
      <Ledger
        caption={t("ofCadreCaption")}
        rows={duties}
        rowKey={(row) => row.id}
        address={{ pathname: "", params: {} }}
        columns={[
          { key: "subject", header: t("fields.subject"), onPhone: "title", render: ({ subject, ...of }) => <Link href={of.projectId ? `/projects/${of.projectId}` : `/enterprises/${of.enterpriseId}`} prefetch={false}>{subject}</Link> },
          ...(hasDistricts ? [{ key: "district", header: t("fields.district"), render: ({ districtName }: DutyOfCadre) => districtName }] : []),
          { key: "role", header: t("fields.role"), render: ({ kind }) => t(`roles.${kind}`) },
          { key: "held", header: t("fields.held"), render: (row) => heldText(t, row) },
          { key: "state", header: t("fields.state"), render: ({ toOn }) => <StatusTag tone={toOn ? "off" : "good"}>{t(toOn ? "state.ended" : "state.holds")}</StatusTag> },
          { key: "reason", header: t("fields.reason"), render: ({ endReason }) => endReason ?? nothing },
        ]}
      />
    </Section>
  );
}

function heldText(t: Awaited<ReturnType<typeof getTranslations<"duties">>>, { fromOn, toOn }: DutyOfCadre): string {
  if (!toOn) return t("since", { from: fromOn });
  const to = lastDayOf({ fromOn, toOn });
  return to ? t("until", { from: fromOn, to }) : t("notHeld", { from: fromOn });
}
