import { getTranslations } from "next-intl/server";
import { rowsInExport } from "@/lib/audit/rules";
import styles from "./refused-notice.module.css";

const told = ["exportTooLarge", "notAllowed", "defect"] as const;

/** Why a download did not come, said on the page from which it was asked. */
export async function RefusedNotice({ code, reference }: { code: unknown; reference: unknown }) {
  const t = await getTranslations("refusals");
  const known = told.find((each) => each === code);
  if (!known) return null;
  const number = typeof reference === "string" && /^[\w-]{1,40}$/.test(reference) ? reference : "—";
  return (
    <p role="alert" className={styles.refused}>
      {t(known, { max: String(rowsInExport), reference: number })}
    </p>
  );
}
