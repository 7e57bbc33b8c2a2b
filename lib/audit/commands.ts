import { dayOf, yearOf } from "@/lib/foundation/calendar";
import { defineCommand } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { Refusal } from "@/lib/foundation/refusal";
import { listForExport, type AuditLine } from "./queries";
import { rowsInExport } from "./rules";
import { auditFilter } from "./schema";

/** The lines of a filter, and their entry in the register: who took what out, under a number without gaps. By real time, as all of the audit. */
export const exportAudit = defineCommand({
  name: "audit.export",
  needs: "audit.export",
  schema: auditFilter,
  run: async (ctx, filter): Promise<{ year: number; number: number; lines: AuditLine[] }> => {
    const lines = await listForExport(ctx.actor, filter);
    if (lines.length > rowsInExport) throw new Refusal("exportTooLarge", { max: rowsInExport });
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Record<string, string>;
    const { districtId, accountId } = ctx.actor;
    const year = yearOf(dayOf(ctx.at));
    const id = newId();
    const answer = { year, number: 0, lines };
    const after: Record<string, unknown> = { filter: asked, rowCount: lines.length };
    ctx.record({ districtId, action: "audit.export", kind: "auditExport", subjectId: id, after });
    ctx.drawAtEnd(districtId, "auditExport", year, async (number) => {
      answer.number = after.number = number;
      await ctx.db.auditExport.createMany({ data: [{ districtId, id, year, number, accountId: accountId!, filter: asked, rowCount: lines.length, exportedAt: ctx.at }] });
    });
    return answer;
  },
});
