import { getTranslations } from "next-intl/server";
import { AddProjectForm } from "@/components/projects/add-project-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listOwnDistricts } from "@/lib/districts/queries";
import { listEnterpriseChoices } from "@/lib/enterprises/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { listUnitChoices } from "@/lib/units/queries";

type Row = { id: string; name: string; districtId: string; keywords: string };
const option = ({ id, name, districtId, keywords }: Row) => ({ value: id, label: name, districtId, keywords });

export default async function NewProjectPage() {
  const actor = await requireActor("project.write");
  const t = await getTranslations("projects");
  const [districts, units, enterprises] = await readAs(actor, async () => [await listOwnDistricts(actor), await listUnitChoices(actor), await listEnterpriseChoices(actor)]);
  // Staff register what their own unit is responsible for.
  const own = actor.role === "staff" ? units.filter((unit) => actor.unitIds.includes(unit.id)) : units;
  return (
    <>
      <PageHeader title={t("new")} trail={[{ label: t("title"), href: "/projects" }, { label: t("new") }]} />
      <Sheet>
        <ClientMessages of={["projects"]}>
          <AddProjectForm
            districts={districts}
            districtId={actor.districtId}
            cityId={actor.cityId}
            units={own.map(option)}
            townships={units.filter((unit) => unit.kind === "township" || unit.kind === "park").map(option)}
            builders={enterprises.map(option)}
            today={businessTime(actor.clockOffsetMs).today}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}
