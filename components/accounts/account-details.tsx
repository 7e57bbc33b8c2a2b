import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/format";
import type { AccountInFull } from "@/lib/accounts/queries";

/** What an account is besides what its form changes. */
export async function AccountDetails({ account, hasDistricts }: { account: AccountInFull; hasDistricts: boolean }) {
  const t = await getTranslations("accounts");
  const { login, role, districtName, cadreName, enterpriseName, lastSignInAt, lockedUntil, state, retiredOn } = account;
  return (
    <DescriptionList
      items={[
        { label: t("fields.login"), value: login },
        { label: t("fields.role"), value: t(`roles.${role}`) },
        ...(hasDistricts ? [{ label: t("fields.district"), value: districtName }] : []),
        { label: t("fields.belongs"), value: cadreName ?? enterpriseName },
        { label: t("fields.lastSignIn"), value: formatMoment(lastSignInAt) },
        ...(state === "locked" ? [{ label: t("fields.lockedUntil"), value: formatMoment(lockedUntil) }] : []),
        ...(retiredOn ? [{ label: t("fields.retiredOn"), value: formatDay(retiredOn) }] : []),
      ]}
    />
  );
}
