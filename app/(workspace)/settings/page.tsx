import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingSection } from "@/components/districts/setting-section";
import { FilterBar, FilterSelect } from "@/components/ui/filters";
import { PageHeader } from "@/components/ui/page-header";
import { findDistrict, listOwnDistricts, listSettings } from "@/lib/districts/queries";
import { mayIn } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id } from "@/lib/foundation/schema";

export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ district?: string }> }) {
  const actor = await requireActor("setting.read");
  const [t, params] = await Promise.all([getTranslations("districts.settings"), searchParams]);
  const districtId = id.catch(actor.districtId).parse(params.district);
  const { today } = businessTime(actor.clockOffsetMs);
  const found = await readAs(actor, async () => {
    const district = await findDistrict(actor, districtId);
    return district && { district, settings: await listSettings(actor, district, today), districts: await listOwnDistricts(actor) };
  });
  if (!found) notFound();
  const { district, settings, districts } = found;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} trail={[{ label: t("title") }]} status={district.shortName} />
      {districts.length > 1 && (
        <FilterBar>
          <FilterSelect name="district" label={t("district")} allLabel={districts[0]!.shortName} options={districts.slice(1).map((one) => ({ value: one.id, label: one.shortName }))} />
        </FilterBar>
      )}
      <ClientMessages of={["districts"]}>
        {settings.map((setting) => (
          <SettingSection key={`${districtId} ${setting.key}`} districtId={districtId} setting={setting} today={today} mayWrite={mayIn(actor, "setting.write", districtId)} />
        ))}
      </ClientMessages>
    </>
  );
}
