import { moveCadres } from "@/lib/cadres/commands";
import { whereOf } from "@/lib/foundation/access/reach";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { lockUnits } from "@/lib/units/commands";
import { whyNotMerge } from "./rules";
import { mergeUnitsSchema } from "./schema";

// Three values a row, of the 32,767 that one statement takes.
const rowsAtOnce = 1000;

/** A unit goes into another of its district: whoever serves there serves in the other from today on, its projects are the other's, and the unit is retired. */
export const mergeUnits = defineCommand({
  name: "unit.merge",
  needs: "unit.write",
  schema: mergeUnitsSchema,
  run: async (ctx, { id, version, intoId }) => {
    await lockUnits(ctx, [id, intoId], "to retire");
    const unit = await findUnit(ctx, id);
    const into = await findUnit(ctx, intoId);
    refuseIf(whyNotMerge(unit, into), { name: unit.retiredOn ? unit.name : into.name });
    const cadres = await ctx.db.cadre.findMany({ where: { districtId: unit.districtId, unitId: id, retiredOn: null }, orderBy: { id: "asc" } });
    await moveCadres(ctx, cadres, intoId);
    const projects = await ctx.db.project.findMany({
      where: { ...whereOf(ctx.actor, "unit.write"), responsibleUnitDistrictId: unit.districtId, responsibleUnitId: id },
      select: { districtId: true, id: true, version: true }, orderBy: { id: "asc" },
    });
    for (let at = 0; at < projects.length; at += rowsAtOnce) await ctx.changeMany("project", projects.slice(at, at + rowsAtOnce), { responsibleUnitId: intoId }, into.name);
    await ctx.change("unit", unit, version, { retiredOn: dateOf(ctx.today), mergedIntoId: intoId });
    await ctx.step("unit", unit, { step: "merge", from: "active", to: "merged", note: into.name });
    await ctx.step("unit", into, { step: "absorb", note: unit.name });
    return { id: intoId, moved: cadres.length, projects: projects.length };
  },
});

async function findUnit(ctx: CommandContext, id: string) {
  const unit = await ctx.db.unit.findFirst({ where: { id, ...whereOf(ctx.actor, "unit.write") } });
  if (!unit) throw new Refusal("notFound");
  return unit;
}
