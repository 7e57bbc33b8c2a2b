import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { removeView } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/queries";
import type { Place } from "@/lib/views/schema";
import { SaveView } from "./save-view";
import styles from "./saved-views.module.css";

type SavedViewsProps = {
  place: Place;
  pathname: string;
  /** What stands behind the question mark now, without the page. */
  address: string;
  views: readonly SavedView[];
  hasUnit: boolean;
};

/** The views of a ledger that were saved, the way to save the present one, and to take back the one that is open. */
export async function SavedViews({ place, pathname, address, views, hasUnit }: SavedViewsProps) {
  const t = await getTranslations("views");
  const open = views.find((view) => view.address === address);
  if (views.length === 0 && address === "") return null;
  return (
    <nav className={`${styles.views} notPrinted`} aria-label={t("title")}>
      {views.length > 0 && (
        <ul>
          {views.map(({ id, name, address: of, isForUnit }) => (
            <li key={id}>
              <Link href={of ? `${pathname}?${of}` : pathname} prefetch={false} aria-current={of === address ? "true" : undefined}>
                {name}
                {isForUnit && <span className={styles.unit}>{t("ofUnit")}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!open && address !== "" && (
        <ClientMessages of={["views"]}>
          <SaveView place={place} hasUnit={hasUnit} />
        </ClientMessages>
      )}
      {open?.isOwn && (
        <ConfirmButton
          label={t("remove")}
          title={t("removeTitle", { name: open.name })}
          body={t("removeBody")}
          confirmLabel={t("remove")}
          doneNotice={t("removed")}
          action={removeView}
          input={{ id: open.id, version: open.version }}
        />
      )}
    </nav>
  );
}
