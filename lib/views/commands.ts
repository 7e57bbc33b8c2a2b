import { whereOf } from "@/lib/foundation/access/reach";
import { dateOf } from "@/lib/foundation/calendar";
import { defineCommand } from "@/lib/foundation/command";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { removeViewSchema, saveViewSchema, viewsAtMost } from "./schema";

/** Keeps a ledger's filters, sorting and columns under a name, for oneself or for one's unit. */
export const saveView = defineCommand({
  name: "view.save",
  needs: "view.own",
  schema: saveViewSchema,
  run: async (ctx, { isForUnit, ...input }) => {
    const { districtId, accountId, unitIds } = ctx.actor;
    const [unitId = null] = isForUnit ? unitIds : [];
    refuseIf(isForUnit && unitId === null && "noUnitToShare");
    const own = await ctx.db.savedView.findMany({ where: { ...whereOf(ctx.actor, "view.own"), place: input.place, removedOn: null }, select: { name: true } });
    refuseIf(own.length >= viewsAtMost && "tooManyViews", { max: viewsAtMost });
    refuseIf(own.some((view) => view.name === input.name) && "viewNameTaken", { name: input.name });
    return { id: await ctx.add("savedView", { ...input, districtId, accountId: accountId!, unitId }) };
  },
});

/** Only one's own view is removed, even if it is there for the unit. */
export const removeView = defineCommand({
  name: "view.remove",
  needs: "view.own",
  schema: removeViewSchema,
  run: async (ctx, { id, version }) => {
    const view = await ctx.db.savedView.findFirst({ where: { id, AND: [whereOf(ctx.actor, "view.own")], removedOn: null } });
    if (!view) throw new Refusal("notFound");
    await ctx.change("savedView", view, version, { removedOn: dateOf(ctx.today) });
    return { id };
  },
});
