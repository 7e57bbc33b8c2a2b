import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { decryptText, phoneColumns } from "@/lib/foundation/personal";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { Prisma } from "@/prisma/generated/client";
import { firstDayFor, whyNotWhitelist } from "./rules";
import {
  addEnterpriseSchema,
  changeEnterpriseSchema,
  reinstateEnterpriseSchema,
  retireEnterpriseSchema,
  revealPhoneSchema,
  setWhitelistingSchema,
} from "./schema";

export const addEnterprise = defineCommand({
  name: "enterprise.add",
  needs: "enterprise.write",
  schema: addEnterpriseSchema,
  run: async (ctx, { phone, ...input }) => {
    ctx.requireIn(input.districtId);
    await refuseTakenUscc(ctx, input.districtId, input.uscc);
    return { id: await ctx.add("enterprise", { ...input, ...searchKeys(input.name), ...phoneColumns(phone) }) };
  },
});

export const changeEnterprise = defineCommand({
  name: "enterprise.change",
  needs: "enterprise.write",
  schema: changeEnterpriseSchema,
  run: async (ctx, { id, version, phone, ...input }) => {
    const enterprise = await findInUse(ctx, id);
    if (enterprise.uscc !== input.uscc) await refuseTakenUscc(ctx, enterprise.districtId, input.uscc);
    await ctx.change("enterprise", enterprise, version, { ...input, ...searchKeys(input.name), ...(phone === undefined ? {} : phoneColumns(phone)) });
    return { id };
  },
});

/** On the 四保 whitelist, or off it, from a day on. The row says what holds today, the spans what held on any day. */
export const setWhitelisting = defineCommand({
  name: "enterprise.whitelist",
  needs: "enterprise.write",
  schema: setWhitelistingSchema,
  run: async (ctx, { id, version, isWhitelisted, fromOn = ctx.today }) => {
    const enterprise = await findInUse(ctx, id);
    const span = await findLatestSpan(ctx, enterprise);
    const latest = span && { fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) };
    const reason = whyNotWhitelist(latest, isWhitelisted, fromOn, ctx.today);
    refuseIf(reason, { name: enterprise.name, day: reason === "whitelistDayTooEarly" ? firstDayFor(latest!, isWhitelisted) : fromOn });
    await ctx.change("enterprise", enterprise, version, { isWhitelisted });
    if (isWhitelisted) await ctx.add("enterpriseWhitelisting", { districtId: enterprise.districtId, enterpriseId: id, fromOn: dateOf(fromOn) });
    else await ctx.change("enterpriseWhitelisting", span!, span!.version, { toOn: dateOf(fromOn) });
    const [from, to] = isWhitelisted ? ["unlisted", "whitelisted"] : ["whitelisted", "unlisted"];
    await ctx.step("enterprise", enterprise, { step: isWhitelisted ? "whitelist" : "unlist", from, to, note: fromOn });
    return { id };
  },
});

/** Leaves the register, and with it the whitelist; not while it builds, or while somebody answers for it. */
export const retireEnterprise = defineCommand({
  name: "enterprise.retire",
  needs: "enterprise.write",
  schema: retireEnterpriseSchema,
  run: async (ctx, { id, version }) => {
    await lockEnterprises(ctx, [id], "to retire");
    const enterprise = await findInUse(ctx, id);
    const { districtId, name } = enterprise;
    const builds = await ctx.db.project.count({ where: { districtId, builderId: id, status: { not: "withdrawn" } } });
    refuseIf(builds > 0 && "enterpriseBuilds", { name, count: builds });
    const officers = await ctx.db.duty.count({ where: { districtId, enterpriseId: id, toOn: null } });
    refuseIf(officers > 0 && "enterpriseHasOfficers", { name, count: officers });
    const [account] = await ctx.db.account.findMany({ where: { districtId: enterprise.districtId, enterpriseId: id, retiredOn: null }, select: { login: true } });
    if (account) throw new Refusal("hasAccountInUse", { name: enterprise.name, login: account.login });
    await ctx.change("enterprise", enterprise, version, { retiredOn: dateOf(ctx.today), isWhitelisted: false });
    const span = await findLatestSpan(ctx, enterprise);
    if (span && !span.toOn) {
      await ctx.change("enterpriseWhitelisting", span, span.version, { toOn: dateOf(ctx.today) });
    }
    await ctx.step("enterprise", enterprise, { step: "retire", from: "active", to: "retired" });
    return { id };
  },
});

/** Back into the register: its code stays taken, so that it cannot be added a second time. */
export const reinstateEnterprise = defineCommand({
  name: "enterprise.reinstate",
  needs: "enterprise.write",
  schema: reinstateEnterpriseSchema,
  run: async (ctx, { id, version }) => {
    const enterprise = await findEnterprise(ctx, id);
    refuseIf(!enterprise.retiredOn && "notRetired", { name: enterprise.name });
    await ctx.change("enterprise", enterprise, version, { retiredOn: null });
    await ctx.step("enterprise", enterprise, { step: "reinstate", from: "retired", to: "active" });
    return { id };
  },
});

/** The whole phone of one enterprise's contact, and a line in the audit that it was shown. */
export const revealPhone = defineCommand({
  name: "enterprise.revealPhone",
  needs: "enterprise.phone",
  schema: revealPhoneSchema,
  answersSecret: true,
  run: async (ctx, { id }) => {
    // AND: for an enterprise's account the reach names an id too, which must not replace the one asked for.
    const enterprise = await ctx.db.enterprise.findFirst({ where: { id, AND: [whereOf(ctx.actor, "enterprise.phone")] } });
    if (!enterprise) throw new Refusal("notFound");
    if (!enterprise.phoneCipher) throw new Refusal("noPhone", { name: enterprise.name });
    ctx.record({ districtId: enterprise.districtId, action: "enterprise.revealPhone", kind: "enterprise", subjectId: id });
    return decryptText(enterprise.phoneCipher);
  },
});

/** Makes who names an enterprise (as a builder, or to serve it) and who retires it wait for each other. */
export async function lockEnterprises(ctx: CommandContext, ids: readonly string[], purpose: "to join" | "to retire"): Promise<void> {
  if (ids.length === 0) return;
  const strength = purpose === "to join" ? Prisma.sql`FOR SHARE` : Prisma.sql`FOR NO KEY UPDATE`;
  await ctx.db.rows(Prisma.sql`
    SELECT "e"."id" FROM "enterprise" AS "e" WHERE ${sqlOf(ctx.actor, "enterprise.read", "e")} AND "e"."id" = ANY(${[...ids]}::uuid[]) ORDER BY "e"."id" ${strength}`);
}

async function findEnterprise(ctx: CommandContext, id: string) {
  const enterprise = await ctx.db.enterprise.findFirst({ where: { id, AND: [whereOf(ctx.actor, "enterprise.write")] } });
  if (!enterprise) throw new Refusal("notFound");
  return enterprise;
}

async function findInUse(ctx: CommandContext, id: string) {
  const enterprise = await findEnterprise(ctx, id);
  if (enterprise.retiredOn) throw new Refusal("isRetired", { name: enterprise.name });
  return enterprise;
}

async function findLatestSpan(ctx: CommandContext, { districtId, id }: { districtId: string; id: string }) {
  const [latest] = await ctx.db.enterpriseWhitelisting.findMany({ where: { districtId, enterpriseId: id }, orderBy: { fromOn: "desc" }, take: 1 });
  return latest ?? null;
}

/** A code stands once in a district, retired ones included. Two who add the same one at once wait for each other here, so that the second is told whose it is. */
async function refuseTakenUscc(ctx: CommandContext, districtId: string, uscc: string): Promise<void> {
  await ctx.db.rows(Prisma.sql`SELECT "d"."id" FROM "district" AS "d" WHERE ${sqlOf(ctx.actor, "district.read", "d")} AND "d"."id" = ${districtId}::uuid FOR NO KEY UPDATE`);
  const [taken] = await ctx.db.enterprise.findMany({ where: { districtId, uscc }, take: 1 });
  if (taken) throw new Refusal(taken.retiredOn ? "usccTakenRetired" : "usccTaken", { uscc, name: taken.name });
}
