import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { formatMoment } from "@/components/ui/format";
import { endOtherSessions, endSession } from "@/lib/accounts/actions";
import type { OwnSession } from "@/lib/accounts/queries";

/** One that runs elsewhere; this one ends by signing out. */
export async function EndSession({ session: { id, device, createdAt, isThisOne } }: { session: OwnSession }) {
  const t = await getTranslations("accounts.sessions");
  if (isThisOne) return null;
  const body = t("endBody", { device: device ?? t("unknownDevice"), at: formatMoment(createdAt) });
  return <ConfirmButton label={t("end")} title={t("endTitle")} body={body} confirmLabel={t("end")} doneNotice={t("ended")} action={endSession} input={{ id }} />;
}

export async function EndOtherSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = await getTranslations("accounts.sessions");
  const others = sessions.filter((session) => !session.isThisOne).length;
  if (others === 0) return null;
  return (
    <ConfirmButton
      label={t("endOthers")} title={t("endOthersTitle")} body={t("endOthersBody", { count: others })} confirmLabel={t("endOthers")} doneNotice={t("ended")}
      action={endOtherSessions} input={{}}
    />
  );
}
