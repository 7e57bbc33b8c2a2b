import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal } from "@/lib/foundation/refusal";
import { Prisma } from "@/prisma/generated/client";
import { addUnitSchema, changeUnitSchema, retireUnitSchema } from "./schema";

export const addUnit = defineCommand({
  name: "unit.add",
  needs: "unit.write",
  schema: addUnitSchema,
  run: async (ctx, input) => {
    ctx.requireIn(input.districtId);
    await refuseTakenName(ctx, input.districtId, input.name);
    return { id: await ctx.add("unit", { ...input, ...searchKeys(input.name, input.shortName) }) };
  },
});

export const changeUnit = defineCommand({
  name: "unit.change",
  needs: "unit.write",
  schema: changeUnitSchema,
  run: async (ctx, { id, version, ...input }) => {
    const unit = await findUnit(ctx, id);
    if (unit.retiredOn) throw new Refusal("isRetired", { name: unit.name });
    if (unit.name !== input.name) await refuseTakenName(ctx, unit.districtId, input.name);
    await ctx.change("unit", unit, version, { ...input, ...searchKeys(input.name, input.shortName) });
    return { id };
  },
});

/** Only a unit without serving cadres and without projects is retired; else it is merged. */
export const retireUnit = defineCommand({
  name: "unit.retire",
  needs: "unit.write",
  schema: retireUnitSchema,
  run: async (ctx, { id, version }) => {
    await lockUnits(ctx, [id], "to retire");
    const unit = await findUnit(ctx, id);
    if (unit.retiredOn) throw new Refusal("isRetired", { name: unit.name });
    const count = await ctx.db.cadre.count({ where: { districtId: unit.districtId, unitId: id, retiredOn: null } });
    if (count > 0) throw new Refusal("unitHasCadres", { name: unit.name, count });
    const answeringFor = { ...whereOf(ctx.actor, "unit.write"), responsibleUnitDistrictId: unit.districtId, responsibleUnitId: id, status: { not: "withdrawn" as const } };
    const projects = await ctx.db.project.count({ where: answeringFor });
    if (projects > 0) throw new Refusal("unitHasProjects", { name: unit.name, count: projects });
    await ctx.change("unit", unit, version, { retiredOn: dateOf(ctx.today) });
    await ctx.step("unit", unit, { step: "retire", from: "active", to: "retired" });
    return { id };
  },
});

/** Refuses units that somebody cannot be given: of another district, or retired. They stay in use until the transaction ends. */
export async function requireUnits(ctx: CommandContext, districtId: string, ids: string[]): Promise<void> {
  await lockUnits(ctx, ids, "to join");
  for (const id of new Set(ids)) {
    const unit = await ctx.db.unit.findFirst({ where: { id, districtId } });
    if (!unit) throw new Refusal("notFound");
    if (unit.retiredOn) throw new Refusal("isRetired", { name: unit.name });
  }
}

/** Makes who joins a unit (or makes it answer for a project) and who retires it wait for each other, so that nothing ends up with a retired one. */
export async function lockUnits(ctx: CommandContext, ids: string[], purpose: "to join" | "to retire"): Promise<void> {
  const strength = purpose === "to join" ? Prisma.sql`FOR SHARE` : Prisma.sql`FOR NO KEY UPDATE`;
  await ctx.db.rows(Prisma.sql`
    SELECT "u"."id" FROM "unit" AS "u" WHERE ${sqlOf(ctx.actor, "unit.read", "u")} AND "u"."id" = ANY(${ids}::uuid[]) ORDER BY "u"."id" ${strength}`);
}

async function findUnit(ctx: CommandContext, id: string) {
  const unit = await ctx.db.unit.findFirst({ where: { id, ...whereOf(ctx.actor, "unit.write") } });
  if (!unit) throw new Refusal("notFound");
  return unit;
}

async function refuseTakenName(ctx: CommandContext, districtId: string, name: string): Promise<void> {
  const taken = await ctx.db.unit.count({ where: { districtId, name, retiredOn: null } });
  if (taken > 0) throw new Refusal("nameTaken", { name });
}
