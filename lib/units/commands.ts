import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
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

/** Only a unit without serving cadres and without projects, withdrawn ones too (they may be resumed), is retired; else it is merged. */
export const retireUnit = defineCommand({
  name: "unit.retire",
  needs: "unit.write",
  schema: retireUnitSchema,
  run: async (ctx, { id, version }) => {
    await lockUnits(ctx, [id], "to retire");
    const unit = await findUnit(ctx, id);
    const { districtId, name } = unit;
    if (unit.retiredOn) throw new Refusal("isRetired", { name });
    const reached = { districtId: { in: [...ctx.actor.districtIds] } };
    const held = {
      unitHasCadres: await ctx.db.cadre.count({ where: { districtId, unitId: id, retiredOn: null } }),
      unitHasProjects: await ctx.db.project.count({ where: { ...reached, responsibleUnitDistrictId: districtId, responsibleUnitId: id } }),
      unitIsOnSite: await ctx.db.siteUnit.count({ where: { ...reached, unitDistrictId: districtId, unitId: id, toOn: null } }),
      unitIsPlace: await ctx.db.project.count({ where: { districtId, townshipId: id } }),
    } as const;
    for (const [code, count] of Object.entries(held)) refuseIf(count > 0 && (code as keyof typeof held), { name, count });
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

/**
 * Makes who joins a unit (or makes it answer for a project) and who retires it wait for each other, so that nothing ends up with a retired one.
 * Not by the row's lock: a district's people read the units of their city, and the database lets nobody lock rows that they may not change.
 */
export async function lockUnits(ctx: CommandContext, ids: readonly string[], purpose: "to join" | "to retire"): Promise<void> {
  if (ids.length === 0) return;
  const lock = Prisma.raw(purpose === "to join" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
  await ctx.db.rows(Prisma.sql`
    SELECT ${lock}(hashtextextended("u"."id"::text, 0))::text FROM (
      SELECT "u"."id" FROM "unit" AS "u" WHERE ${sqlOf(ctx.actor, "unit.read", "u")} AND "u"."id" = ANY(${[...ids]}::uuid[]) ORDER BY "u"."id"
    ) AS "u"`);
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
