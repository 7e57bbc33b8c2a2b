import { firstDayFor, whyNotWhitelist } from "@/lib/enterprises/rules";
import { dateOf, dayFromDate } from "@/lib/foundation/calendar";
import { defineCommand } from "@/lib/foundation/command";
import { refuseIf } from "@/lib/foundation/refusal";
import { whitelistProjectSchema } from "../schema";
import { findProjectToWrite } from "./find";

/** On the 四保 whitelist, or off it, from a day on: by the same rule as an enterprise. */
export const setProjectWhitelisting = defineCommand({
  name: "project.whitelist",
  needs: "project.write",
  schema: whitelistProjectSchema,
  run: async (ctx, { id, version, isWhitelisted, fromOn = ctx.today }) => {
    const project = await findProjectToWrite(ctx, id, "project.write", { version });
    const { districtId, name } = project;
    const [span] = await ctx.db.projectWhitelisting.findMany({ where: { districtId, projectId: id }, orderBy: [{ fromOn: "desc" }, { toOn: { sort: "desc", nulls: "first" } }], take: 1 });
    const latest = span ? { fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) } : null;
    const reason = whyNotWhitelist(latest, isWhitelisted, fromOn, ctx.today);
    refuseIf(reason, { name, day: reason === "whitelistDayTooEarly" ? firstDayFor(latest!, isWhitelisted) : fromOn });
    await ctx.change("project", project, version, { isWhitelisted });
    if (isWhitelisted) await ctx.add("projectWhitelisting", { districtId, projectId: id, fromOn: dateOf(fromOn) });
    else await ctx.change("projectWhitelisting", span!, span!.version, { toOn: dateOf(fromOn) });
    const [from, to] = isWhitelisted ? ["unlisted", "whitelisted"] : ["whitelisted", "unlisted"];
    await ctx.step("project", project, { step: isWhitelisted ? "whitelist" : "unlist", from, to, note: fromOn });
    return { id };
  },
});
