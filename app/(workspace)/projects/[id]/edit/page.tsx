import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeProjectForm } from "@/components/projects/change-project-form";
import { PageHeader } from "@/components/ui/page-header";
import { Sheet } from "@/components/ui/section";
import { listEnterpriseChoices } from "@/lib/enterprises/queries";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { readAs } from "@/lib/foundation/read";
import { id as idShape } from "@/lib/foundation/schema";
import { findProject, findProjectHead } from "@/lib/projects/queries/project";
import { listUnitChoices } from "@/lib/units/queries";

type Row = { id: string; name: string; keywords: string };
const option = ({ id, name, keywords }: Row) => ({ value: id, label: name, keywords });
/** What a project names stays a choice, even if it is no longer one for others. */
const withPresent = (options: ReturnType<typeof option>[], id: string | null, name: string | null) =>
  id && name && !options.some(({ value }) => value === id) ? [{ value: id, label: name, keywords: "" }, ...options] : options;

export default async function EditProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("project.write");
  const [t, { id }] = await Promise.all([getTranslations("projects"), params]);
  if (!idShape.safeParse(id).success) notFound();
  const [head, project, units, enterprises] = await readAs(actor, async () => [
    await findProjectHead(actor, id, businessTime(actor.clockOffsetMs).today), await findProject(actor, id), await listUnitChoices(actor), await listEnterpriseChoices(actor),
  ]);
  if (!head || !project) notFound();
  if (!head.mayWrite) forbidden();
  const ours = units.filter((unit) => [project.districtId, actor.cityId].includes(unit.districtId));
  const own = actor.role === "staff" ? ours.filter((unit) => actor.unitIds.includes(unit.id)) : ours;
  const townships = ours.filter((unit) => unit.districtId === project.districtId && (unit.kind === "township" || unit.kind === "park"));
  const { name, version, industry, nature, path, scope, location, townshipId, startYear, endYear, totalWan, builderId, responsibleUnitId, personName, phoneMasked, isInStatistics, remark } = project;
  const { plannedStartOn, plannedCompletionOn } = project;
  return (
    <>
      <PageHeader title={t("editTitle")} trail={[{ label: t("title"), href: "/projects" }, { label: name, href: `/projects/${id}` }, { label: t("edit") }]} />
      <Sheet>
        <ClientMessages of={["projects"]}>
          <ChangeProjectForm
            project={{
              id, version, name, industry, nature, path, scope, location, townshipId, startYear, endYear, totalWan, builderId, responsibleUnitId, personName, phoneMasked, isInStatistics, remark, plannedStartOn,
              plannedCompletionOn,
            }}
            choices={{
              units: withPresent(own.map(option), responsibleUnitId, project.unitName),
              townships: withPresent(townships.map(option), townshipId, project.townshipName),
              builders: withPresent(enterprises.filter((one) => one.districtId === project.districtId).map(option), builderId, project.builderName),
            }}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}
