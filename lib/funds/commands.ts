import { rowsOf } from "@/lib/foundation/access/policy";
import { whereOf } from "@/lib/foundation/access/reach";
import { dateOf, yearOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { relight } from "@/lib/lights/commands";
import { findProjectToWrite, lockProjects } from "@/lib/projects/commands/find";
import { whyNotOn } from "./rules";
import { addFundsSchema, withdrawFundSchema } from "./schema";

/** One or many amounts planned, received or spent: of projects, or of the district as a whole. */
export const addFunds = defineCommand({
  name: "fund.add",
  needs: "fund.write",
  schema: addFundsSchema,
  run: async (ctx, { districtId, entries }) => {
    ctx.requireIn(districtId);
    const projectIds = [...new Set(entries.flatMap(({ projectId }) => projectId ?? []))];
    if (entries.some(({ projectId }) => !projectId)) requireWholeDistrict(ctx);
    await requireProjects(ctx, districtId, projectIds);
    for (const { kind, day } of entries) refuseIf(whyNotOn(kind, day, ctx.today), { day });
    const ids = await ctx.addMany("fundEntry", entries.map(({ projectId, source, kind, day, amountWan, note }) => ({
      districtId, projectId: projectId ?? null, year: yearOf(day), source, kind, day: dateOf(day), amountWan, note,
    })));
    if (projectIds.length > 0) await relight(ctx, districtId, projectIds);
    return { ids };
  },
});

/** Entered by mistake: it no longer counts, and stays visible with the reason. */
export const withdrawFund = defineCommand({
  name: "fund.withdraw",
  needs: "fund.write",
  schema: withdrawFundSchema,
  run: async (ctx, { id, version, reason }) => {
    const entry = await ctx.db.fundEntry.findFirst({ where: { id, districtId: { in: [...ctx.actor.districtIds] } } });
    if (!entry) throw new Refusal("notFound");
    if (entry.projectId) await findProjectToWrite(ctx, entry.projectId, "fund.write");
    else requireWholeDistrict(ctx);
    refuseIf(entry.withdrawnOn !== null && "fundIsWithdrawn");
    await ctx.change("fundEntry", entry, version, { withdrawnOn: dateOf(ctx.today), withdrawReason: reason }, reason);
    if (entry.projectId) await relight(ctx, entry.districtId, [entry.projectId]);
    return { id };
  },
});

/** Who reaches only the projects that are theirs does not write for the whole district. */
function requireWholeDistrict(ctx: CommandContext): void {
  if (rowsOf(ctx.actor, "fund.write") !== "districts") throw new Refusal("wholeDistrictByAdmin");
}

async function requireProjects(ctx: CommandContext, districtId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await lockProjects(ctx, ids, "fund.write");
  const rows = await ctx.db.project.findMany({
    where: { districtId, AND: [whereOf(ctx.actor, "fund.write"), { id: { in: ids } }] },
    select: { name: true, status: true },
  });
  if (rows.length < ids.length) throw new Refusal("notFound");
  const withdrawn = rows.find(({ status }) => status === "withdrawn");
  if (withdrawn) throw new Refusal("projectWithdrawn", { name: withdrawn.name });
}
