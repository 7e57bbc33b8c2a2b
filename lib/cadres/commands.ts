import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { decryptText, phoneColumns } from "@/lib/foundation/personal";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { requireUnits } from "@/lib/units/commands";
import { Prisma } from "@/prisma/generated/client";
import { isAnotherPost, whyNotFrom, type Post } from "./rules";
import { addCadresSchema, changeCadreSchema, retireCadreSchema, revealPhoneSchema } from "./schema";

/** One or many of a district; each one's first post opens with them. */
export const addCadres = defineCommand({
  name: "cadre.add",
  needs: "cadre.write",
  schema: addCadresSchema,
  run: async (ctx, { districtId, cadres }) => {
    ctx.requireIn(districtId);
    for (const { fromOn } of cadres) refuseAhead(ctx, fromOn);
    await requireUnits(ctx, districtId, cadres.map((cadre) => cadre.unitId));
    const ids = await ctx.addMany(
      "cadre",
      cadres.map(({ name, unitId, post, rank, phone }) => ({ districtId, name, unitId, post, rank, ...searchKeys(name), ...phoneColumns(phone) })),
    );
    await ctx.addMany(
      "cadrePost",
      cadres.map(({ unitId, post, rank, fromOn }, at) => ({ districtId, cadreId: ids[at]!, unitId, post, rank, fromOn: dateOf(fromOn ?? ctx.today) })),
    );
    return { ids };
  },
});

export const changeCadre = defineCommand({
  name: "cadre.change",
  needs: "cadre.write",
  schema: changeCadreSchema,
  run: async (ctx, { id, version, fromOn, phone, name, ...post }) => {
    const cadre = await findCadre(ctx, id);
    if (cadre.retiredOn) throw new Refusal("isRetired", { name: cadre.name });
    if (post.unitId !== cadre.unitId) await requireUnits(ctx, cadre.districtId, [post.unitId]);
    await ctx.change("cadre", cadre, version, { name, ...post, ...searchKeys(name), ...(phone === undefined ? {} : phoneColumns(phone)) });
    if (isAnotherPost(cadre, post)) {
      refuseAhead(ctx, fromOn);
      await openPosts(ctx, cadre.districtId, [{ cadreId: id, ...post }], fromOn ?? ctx.today);
    }
    return { id };
  },
});

/** Leaves the post; what they did stays. */
export const retireCadre = defineCommand({
  name: "cadre.retire",
  needs: "cadre.write",
  schema: retireCadreSchema,
  run: async (ctx, { id, version }) => {
    await lockCadre(ctx, id);
    const cadre = await findCadre(ctx, id);
    if (cadre.retiredOn) throw new Refusal("isRetired", { name: cadre.name });
    const count = await countDuties(ctx, cadre);
    if (count > 0) throw new Refusal("cadreHasDuties", { name: cadre.name, count });
    const [account] = await ctx.db.account.findMany({ where: { districtId: cadre.districtId, cadreId: id, retiredOn: null }, select: { login: true } });
    if (account) throw new Refusal("hasAccountInUse", { name: cadre.name, login: account.login });
    await ctx.change("cadre", cadre, version, { retiredOn: dateOf(ctx.today) });
    for (const held of await listOpenPosts(ctx, cadre.districtId, [id])) {
      await ctx.change("cadrePost", held, held.version, { toOn: dateOf(ctx.today) });
    }
    await ctx.step("cadre", cadre, { step: "retire", from: "active", to: "retired" });
    return { id };
  },
});

/** The whole phone of one cadre, and a line in the audit that it was shown. */
export const revealPhone = defineCommand({
  name: "cadre.revealPhone",
  needs: "cadre.phone",
  schema: revealPhoneSchema,
  answersSecret: true,
  run: async (ctx, { id }) => {
    const cadre = await ctx.db.cadre.findFirst({ where: { id, ...whereOf(ctx.actor, "cadre.phone") } });
    if (!cadre) throw new Refusal("notFound");
    if (!cadre.phoneCipher) throw new Refusal("noPhone", { name: cadre.name });
    ctx.record({ districtId: cadre.districtId, action: "cadre.revealPhone", kind: "cadre", subjectId: id });
    return decryptText(cadre.phoneCipher);
  },
});

/** Moves serving cadres, as they were read, into another unit of their district from today on; their posts and ranks stay. */
export async function moveCadres(ctx: CommandContext, cadres: (Post & { districtId: string; id: string; version: number })[], unitId: string): Promise<void> {
  for (const cadre of cadres) await ctx.change("cadre", cadre, cadre.version, { unitId });
  const posts = cadres.map(({ id, post, rank }) => ({ cadreId: id, unitId, post, rank }));
  if (posts.length > 0) await openPosts(ctx, cadres[0]!.districtId, posts, ctx.today);
}

/** From a day on these posts hold, each instead of the one its cadre held until then. */
async function openPosts(ctx: CommandContext, districtId: string, posts: (Post & { cadreId: string })[], fromOn: Day): Promise<void> {
  const held = await listOpenPosts(ctx, districtId, posts.map((post) => post.cadreId));
  const opened: typeof posts = [];
  for (const post of posts) {
    const current = held.find((one) => one.cadreId === post.cadreId) ?? null;
    const next = nextSpan(current, fromOn);
    if (!next) throw new Refusal("spanInPast", { day: dayFromDate(current!.fromOn) });
    const { unitId, post: title, rank } = post;
    if (next.inPlace) await ctx.change("cadrePost", next.inPlace, next.inPlace.version, { unitId, post: title, rank });
    else {
      if (next.close) await ctx.change("cadrePost", next.close, next.close.version, { toOn: dateOf(fromOn) });
      opened.push(post);
    }
  }
  if (opened.length > 0) await ctx.addMany("cadrePost", opened.map((post) => ({ ...post, districtId, fromOn: dateOf(fromOn) })));
}

const listOpenPosts = (ctx: CommandContext, districtId: string, cadreIds: string[]) =>
  ctx.db.cadrePost.findMany({ where: { districtId, cadreId: { in: cadreIds }, toOn: null } });

/** A duty that is being given keeps its cadre's row from this lock until it is there to be counted. */
async function lockCadre(ctx: CommandContext, id: string): Promise<void> {
  await ctx.db.rows(Prisma.sql`SELECT "c"."id" FROM "cadre" AS "c" WHERE ${sqlOf(ctx.actor, "cadre.write", "c")} AND "c"."id" = ${id}::uuid FOR UPDATE`);
}

/** What they still answer for: duties, and units on site that they head. */
async function countDuties(ctx: CommandContext, { districtId, id }: { districtId: string; id: string }): Promise<number> {
  const reached = { districtId: { in: [...ctx.actor.districtIds] }, toOn: null };
  const duties = await ctx.db.duty.count({ where: { ...reached, cadreDistrictId: districtId, cadreId: id } });
  return duties + (await ctx.db.siteUnit.count({ where: { ...reached, headDistrictId: districtId, headCadreId: id } }));
}

async function findCadre(ctx: CommandContext, id: string) {
  const cadre = await ctx.db.cadre.findFirst({ where: { id, ...whereOf(ctx.actor, "cadre.write") } });
  if (!cadre) throw new Refusal("notFound");
  return cadre;
}

const refuseAhead = (ctx: CommandContext, fromOn: Day | undefined): void =>
  refuseIf(fromOn ? whyNotFrom(fromOn, ctx.today) : null, { day: fromOn ?? "" });
