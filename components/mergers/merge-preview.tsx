import { getTranslations } from "next-intl/server";
import type { MergePreview as Preview } from "@/lib/mergers/queries";
import styles from "./merge-preview.module.css";

/** Who will move, before anybody does. */
export async function MergePreview({ preview: { count, cadres, ...handed } }: { preview: Preview }) {
  const t = await getTranslations("mergers");
  const handedOver = (["projects", "places", "sites"] as const).map((what) => handed[what] > 0 && <p key={what}>{t(what, { count: handed[what] })}</p>);
  if (count === 0) {
    return (
      <div className={styles.preview}>
        <p>{t("nobody")}</p>
        {handedOver}
      </div>
    );
  }
  return (
    <div className={styles.preview}>
      <p>{t("moves", { count })}</p>
      {handedOver}
      <ul className={styles.people} tabIndex={0} aria-label={t("moves", { count })}>
        {cadres.map(({ id, name, post }) => (
          <li key={id}>
            {name} <span className={styles.post}>{post}</span>
          </li>
        ))}
      </ul>
      {count > cadres.length && <p>{t("more", { count: count - cadres.length })}</p>}
    </div>
  );
}
