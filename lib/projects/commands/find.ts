import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import type { Capability } from "@/lib/foundation/access/policy";
import type { CommandContext } from "@/lib/foundation/command";
import { Refusal } from "@/lib/foundation/refusal";
import { Prisma } from "@/prisma/generated/client";

type OnProject = Extract<Capability, `project.${string}` | `report.${string}` | `schedule.${string}` | `fund.${string}` | `duty.${string}`>;

/**
 * The first lock of every command that writes a project's rows (only its units come before): who writes to a project, or to what stands
 * under it, waits here for who does already, in one order for all.
 */
export async function lockProjects(ctx: CommandContext, ids: readonly string[], capability: OnProject | "unit.write"): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.rows(Prisma.sql`
    SELECT "p"."id" FROM "project" AS "p" WHERE ${sqlOf(ctx.actor, capability, "p")} AND "p"."id" = ANY(${[...ids]}::uuid[]) ORDER BY "p"."id" FOR NO KEY UPDATE`);
}

type Seen = { withdrawnToo?: boolean; version?: number };

/**
 * The project that a command writes to, locked. What this person may not write is not there; a withdrawn one is refused unless told otherwise.
 * With the `version` they saw, a stale one is told before any rule speaks of what has changed since.
 */
export async function findProjectToWrite(ctx: CommandContext, id: string, capability: OnProject = "project.write", { withdrawnToo = false, version }: Seen = {}) {
  await lockProjects(ctx, [id], capability);
  const project = await ctx.db.project.findFirst({ where: { id, AND: [whereOf(ctx.actor, capability)] } });
  if (!project) throw new Refusal("notFound");
  if (project.status === "withdrawn" && !withdrawnToo) throw new Refusal("projectWithdrawn", { name: project.name });
  if (version !== undefined && version !== project.version) await ctx.change("project", project, version, {});
  return project;
}
