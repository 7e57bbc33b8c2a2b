import { moveCadres } from "@/lib/cadres/commands";
import { whereOf } from "@/lib/foundation/access/reach";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { lockProjects } from "@/lib/projects/commands/find";
import { isPlace } from "@/lib/projects/rules";
import { lockUnits } from "@/lib/units/commands";
import { projectsOf, whyNotMerge } from "./rules";
import { mergeUnitsSchema } from "./schema";

/**
 * A unit goes into another of its district: whoever serves there serves in the other from today on, so does it where it is on site; its projects,
 * what stands within it and the views shared in it are the other's, and the unit is retired.
 */
export const mergeUnits = defineCommand({
  name: "unit.merge",
  needs: "unit.write",
  schema: mergeUnitsSchema,
  run: async (ctx, { id, version, intoId }) => {
    await lockUnits(ctx, [id, intoId], "to retire");
    const unit = await findUnit(ctx, id);
    const into = await findUnit(ctx, intoId);
    refuseIf(whyNotMerge(unit, into), { name: unit.retiredOn ? unit.name : into.name });
    const { districtId } = unit;
    const cadres = await ctx.db.cadre.findMany({ where: { districtId, unitId: id, retiredOn: null }, orderBy: { id: "asc" } });
    await moveCadres(ctx, cadres, intoId);
    const handedOver = await handOver(ctx, unit, into);
    const views = await ctx.db.savedView.findMany({ where: { districtId, unitId: id, removedOn: null }, select: { districtId: true, id: true, version: true } });
    await ctx.changeMany("savedView", views, { unitId: intoId }, into.name);
    await ctx.change("unit", unit, version, { retiredOn: dateOf(ctx.today), mergedIntoId: intoId });
    await ctx.step("unit", unit, { step: "merge", from: "active", to: "merged", note: into.name });
    await ctx.step("unit", into, { step: "absorb", note: unit.name });
    return { id: intoId, moved: cadres.length, ...handedOver };
  },
});

type Unit = Awaited<ReturnType<typeof findUnit>>;

/** The projects a unit answers for, those that stand in it, and those on whose site it is. Withdrawn ones too: they may be resumed. */
async function handOver(ctx: CommandContext, unit: Unit, into: Unit): Promise<{ projects: number; places: number; sites: number }> {
  const { id, districtId } = unit;
  const whose = projectsOf({ id, districtId, districtIds: ctx.actor.districtIds });
  const found = { where: { OR: [whose.projects, whose.places], AND: [whereOf(ctx.actor, "unit.write")] }, orderBy: { id: "asc" as const } };
  const on = await ctx.db.siteUnit.findMany({ where: whose.sites, select: { projectId: true } });
  const touched = [...(await ctx.db.project.findMany({ ...found, select: { id: true } })).map((row) => row.id), ...on.map((row) => row.projectId)];
  await lockProjects(ctx, [...new Set(touched)], "unit.write");
  const projects = await ctx.db.project.findMany({ ...found, select: { districtId: true, id: true, version: true, townshipId: true, responsibleUnitId: true } });
  const of = (isAnswering: boolean, isWithin: boolean) =>
    projects.filter((row) => (row.responsibleUnitId === id) === isAnswering && (row.districtId === districtId && row.townshipId === id) === isWithin);
  const [both, answering, within] = [of(true, true), of(true, false), of(false, true)];
  refuseIf(both.length + within.length > 0 && !isPlace(into.kind) && "notATownship", { name: into.name });
  await ctx.changeMany("project", both, { responsibleUnitId: into.id, townshipId: into.id }, into.name);
  await ctx.changeMany("project", answering, { responsibleUnitId: into.id }, into.name);
  await ctx.changeMany("project", within, { townshipId: into.id }, into.name);
  return { projects: both.length + answering.length, places: both.length + within.length, sites: await handOverSites(ctx, unit, into) };
}

/** From today on the other is on site, with the same head; where the unit is only since today, it never was. */
async function handOverSites(ctx: CommandContext, unit: Unit, into: Unit): Promise<number> {
  const today = dateOf(ctx.today);
  const sites = await ctx.db.siteUnit.findMany({ where: projectsOf({ ...unit, districtIds: ctx.actor.districtIds }).sites, orderBy: { id: "asc" } });
  const began = sites.filter(({ fromOn }) => fromOn < today);
  await ctx.changeMany("siteUnit", sites.filter(({ fromOn }) => fromOn >= today), { unitId: into.id }, into.name);
  await ctx.changeMany("siteUnit", began, { toOn: today, endReason: `${unit.name} → ${into.name}` });
  await ctx.addMany("siteUnit", began.map(({ districtId, cityId, projectId, unitDistrictId, headDistrictId, headCadreId }) => ({
    districtId, cityId, projectId, unitDistrictId, unitId: into.id, headDistrictId, headCadreId, fromOn: today,
  })));
  return sites.length;
}

async function findUnit(ctx: CommandContext, id: string) {
  const unit = await ctx.db.unit.findFirst({ where: { id, ...whereOf(ctx.actor, "unit.write") } });
  if (!unit) throw new Refusal("notFound");
  return unit;
}
