import { getTranslations } from "next-intl/server";
import { formatDay, formatFigure, nothing } from "@/components/ui/format";
import { Ledger } from "@/components/ui/ledger";
import type { PageAddress } from "@/components/ui/page-address";
import type { LightOnPage } from "@/lib/lights/queries";
import { LightTag } from "./light-tag";
import styles from "./light-ledger.module.css";

/** Each light with its rule and its numbers, since when it shines, and what turns it green. */
export async function LightLedger({ lights, address }: { lights: readonly LightOnPage[]; address: PageAddress }) {
  const t = await getTranslations("lights");
  const named = (dimensions: unknown) => String(dimensions ?? "").split(" ").filter(Boolean).map((one) => t(`dimensions.${one as LightOnPage["dimension"]}`)).join(t("and"));
  const shown = (values: Record<string, string | number>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name.toLowerCase().endsWith("wan") ? formatFigure(value) : value]));
  return (
    <>
      <Ledger
        caption={t("title")}
        address={address}
        rows={lights}
        rowKey={({ dimension }) => dimension}
        columns={[
          { key: "dimension", header: t("fields.dimension"), width: "6em", onPhone: "title", render: ({ dimension }) => t(`dimensions.${dimension}`) },
          { key: "light", header: t("fields.light"), width: "7em", render: ({ colour }) => <LightTag colour={colour} /> },
          { key: "since", header: t("fields.since"), width: "8em", render: ({ sinceOn }) => formatDay(sinceOn) },
          {
            key: "why", header: t("fields.why"),
            render: ({ rule, inputs }) => (rule !== "overall" ? t(`rules.${rule}`, shown(inputs)) : inputs.by ? t("rules.overall", { by: named(inputs.by) }) : nothing),
          },
          { key: "untilGreen", header: t("fields.untilGreen"), render: ({ untilGreen }) => (untilGreen ? t(`untilGreen.${untilGreen.how}`, shown(untilGreen.values)) : nothing) },
        ]}
      />
      <p className={styles.note}>{t("neverByHand")}</p>
    </>
  );
}
