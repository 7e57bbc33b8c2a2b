import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFigure, formatMoment } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { listChainReports } from "@/lib/audit/queries";
import styles from "./chain-reports.module.css";

type ChainReport = Awaited<ReturnType<typeof listChainReports>>[number];

/** Each district's chain as it was recomputed just now: whether it holds, where it ends, and what is wrong with it. */
export async function ChainReports({ reports }: { reports: readonly ChainReport[] }) {
  const t = await getTranslations("audit.verification");
  return reports.map(({ districtId, districtName, sealed, unsealed, algorithm, lastSeq, lastHash, lastSealedAt, problems }) => (
    <Section
      key={districtId}
      title={districtName}
      actions={<StatusTag tone={problems.length > 0 ? "bad" : sealed > 0 ? "good" : "watch"}>{t(problems.length > 0 ? "broken" : sealed > 0 ? "holds" : "nothingSealed")}</StatusTag>}
    >
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(({ what, seq, entryId }) => (
            <li key={`${what} ${seq} ${entryId}`}>{t(`problems.${what}`, { seq: seq ?? "—", entry: entryId ?? "—" })}</li>
          ))}
        </ul>
      )}
      <DescriptionList
        items={[
          { label: t("sealed"), value: formatFigure(sealed) },
          { label: t("unsealed"), value: formatFigure(unsealed) },
          { label: t("lastSealedAt"), value: formatMoment(lastSealedAt) },
          { label: t("algorithm"), value: algorithm },
          { label: t("lastSeq"), value: lastSeq },
          { label: t("lastHash"), value: lastHash && <code>{lastHash}</code>, isLong: true },
        ]}
      />
    </Section>
  ));
}
