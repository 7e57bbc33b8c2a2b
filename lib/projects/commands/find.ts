import { whereOf } from "@/lib/foundation/access/reach";
import type { Capability } from "@/lib/foundation/access/policy";
import type { CommandContext } from "@/lib/foundation/command";
import { Refusal } from "@/lib/foundation/refusal";

type OnProject = Extract<Capability, `project.${string}` | `report.${string}` | `schedule.${string}` | `fund.${string}` | `duty.${string}`>;

/** The project that a command writes to. What this person may not write is not there; a withdrawn one is refused unless told otherwise. */
export async function findProjectToWrite(ctx: CommandContext, id: string, capability: OnProject = "project.write", { withdrawnToo = false } = {}) {
  const project = await ctx.db.project.findFirst({ where: { id, AND: [whereOf(ctx.actor, capability)] } });
  if (!project) throw new Refusal("notFound");
  if (project.status === "withdrawn" && !withdrawnToo) throw new Refusal("projectWithdrawn", { name: project.name });
  return project;
}
