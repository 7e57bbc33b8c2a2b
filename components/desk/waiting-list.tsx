import { getLocale, getTranslations } from "next-intl/server";
import type { Waiting } from "@/lib/desk/queries";
import { FirstSteps } from "./first-steps";

const leadsTo: Record<Waiting["kind"], string> = {
  owed: "/reports", returned: "/reports", toVerify: "/reports", marked: "/reports?marked=yes", outstanding: "/reports?view=missing", red: "/projects?light=red",
  renewals: "/projects?year=all&status=renewalDue",
};

/** What waits for this person, each leading to where it is done. */
export async function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const [t, locale] = await Promise.all([getTranslations("workspace.home.waiting"), getLocale()]);
  return (
    <FirstSteps
      steps={waiting.map(({ kind, count }) => ({ key: kind, href: leadsTo[kind], label: t(`${kind}.label`), what: t(count === 0 ? `${kind}.none` : `${kind}.what`), count: count.toLocaleString(locale) }))}
    />
  );
}
