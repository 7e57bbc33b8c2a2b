import { lockEnterprises } from "@/lib/enterprises/commands";
import { sqlOf, whereOf } from "@/lib/foundation/access/reach";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { decryptText, phoneColumns } from "@/lib/foundation/personal";
import { Refusal, refuseIf } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { findProjectToWrite, lockProjects } from "@/lib/projects/commands/find";
import { lockUnits } from "@/lib/units/commands";
import { Prisma } from "@/prisma/generated/client";
import { whyNotEnd, whyNotGive, type HeldDuty } from "./rules";
import {
  endBuilderContactSchema,
  endDutySchema,
  endSiteUnitSchema,
  giveDutiesSchema,
  revealContactPhoneSchema,
  setBuilderContactSchema,
  setSiteUnitSchema,
  type GivenDuty,
} from "./schema";

/** One or many of a district: cadres of its own or of its city answer for projects or enterprises from a day on. */
export const giveDuties = defineCommand({
  name: "duty.give",
  needs: "duty.write",
  schema: giveDutiesSchema,
  run: async (ctx, { districtId, duties }) => {
    ctx.requireIn(districtId);
    const cadres = await requireCadres(ctx, districtId, duties.map((duty) => duty.cadreId));
    const subjects = await listSubjects(ctx, districtId, duties);
    const standing = await listStanding(ctx, districtId, duties);
    const from = (duty: GivenDuty): Day => duty.fromOn ?? ctx.today;
    for (const duty of duties) {
      if (from(duty) > ctx.today) throw new Refusal("dayAhead", { day: from(duty) });
      const others = standing.get(subjectOf(duty)) ?? [];
      const taken = whyNotGive({ ...duty, fromOn: from(duty) }, others);
      if (taken) {
        const name = cadres.get(taken.held.cadreId)?.name ?? (await nameOfCadre(ctx, districtId, taken.held.cadreId));
        throw new Refusal(taken.code, { subject: subjects.get(subjectOf(duty))!, name, day: taken.held.fromOn, until: taken.firstOn ?? "" });
      }
      standing.set(subjectOf(duty), [...others, { kind: duty.kind, cadreId: duty.cadreId, fromOn: from(duty), toOn: null }]);
    }
    const ids = await ctx.addMany("duty", duties.map((duty) => ({
      districtId, cityId: ctx.actor.cityId, kind: duty.kind, projectId: duty.projectId ?? null, enterpriseId: duty.enterpriseId ?? null,
      cadreDistrictId: cadres.get(duty.cadreId)!.districtId, cadreId: duty.cadreId, fromOn: dateOf(from(duty)),
    })));
    // The rows now hold their cadres: who was leaving at this moment has left by now, or will find these duties.
    await requireCadres(ctx, districtId, [...cadres.keys()]);
    await ctx.stepMany("project", duties.flatMap(({ projectId, kind, cadreId }) =>
      projectId ? [{ row: { districtId, id: projectId }, step: { step: "giveDuty", to: kind, note: cadres.get(cadreId)!.name } }] : [],
    ));
    await deriveLeads(ctx, duties.flatMap(({ kind, projectId }) => (kind === "lead" && projectId ? [projectId] : [])));
    return { ids };
  },
});

export const endDuty = defineCommand({
  name: "duty.end",
  needs: "duty.write",
  schema: endDutySchema,
  run: async (ctx, { id, version, on = ctx.today, reason }) => {
    const duty = await ctx.db.duty.findFirst({ where: { id, ...whereOf(ctx.actor, "duty.write") }, include: { cadre: { select: { name: true } } } });
    if (!duty) throw new Refusal("notFound");
    if (duty.projectId) await lockProjects(ctx, [duty.projectId], "duty.write");
    await endSpan(ctx, "duty", duty, { version, on, reason, name: duty.cadre.name });
    if (duty.projectId) {
      await ctx.step("project", { districtId: duty.districtId, id: duty.projectId }, { step: "endDuty", from: duty.kind, note: `${duty.cadre.name}：${reason}` });
      if (duty.kind === "lead") await deriveLeads(ctx, [duty.projectId]);
    }
    return { id };
  },
});

/** The unit on site and who heads it there, from a day on; the one before ends with that day. */
export const setSiteUnit = defineCommand({
  name: "duty.setSiteUnit",
  needs: "duty.write",
  schema: setSiteUnitSchema,
  run: async (ctx, { id, unitId, headCadreId, fromOn = ctx.today }) => {
    await lockUnits(ctx, [unitId], "to join");
    const project = await findProjectToWrite(ctx, id, "duty.write");
    const { districtId } = project;
    if (fromOn > ctx.today) throw new Refusal("dayAhead", { day: fromOn });
    const unit = await requireUnit(ctx, districtId, unitId);
    const head = headCadreId ? (await requireCadres(ctx, districtId, [headCadreId])).get(headCadreId)! : null;
    const holding = { unitDistrictId: unit.districtId, unitId, headDistrictId: head?.districtId ?? null, headCadreId: head?.id ?? null };
    const [current = null] = await ctx.db.siteUnit.findMany({ where: { districtId, projectId: id, toOn: null } });
    const next = requireNext(current, fromOn);
    if (next.inPlace) await ctx.change("siteUnit", next.inPlace, next.inPlace.version, holding);
    else {
      if (next.close) await ctx.change("siteUnit", next.close, next.close.version, { toOn: dateOf(fromOn) });
      await ctx.add("siteUnit", { districtId, cityId: ctx.actor.cityId, projectId: id, ...holding, fromOn: dateOf(fromOn) });
    }
    if (head) await requireCadres(ctx, districtId, [head.id]);
    await ctx.step("project", project, { step: "setSiteUnit", note: head ? `${unit.name}，${head.name}` : unit.name });
    return { id };
  },
});

export const endSiteUnit = defineCommand({
  name: "duty.endSiteUnit",
  needs: "duty.write",
  schema: endSiteUnitSchema,
  run: async (ctx, { id, version, on = ctx.today, reason }) => {
    const site = await ctx.db.siteUnit.findFirst({ where: { id, ...whereOf(ctx.actor, "duty.write") }, include: { unit: { select: { name: true } } } });
    if (!site) throw new Refusal("notFound");
    await lockProjects(ctx, [site.projectId], "duty.write");
    await endSpan(ctx, "siteUnit", site, { version, on, reason, name: site.unit.name });
    await ctx.step("project", { districtId: site.districtId, id: site.projectId }, { step: "endSiteUnit", note: `${site.unit.name}：${reason}` });
    return { id };
  },
});

/** Whom the builder has sent, from a day on; the one before ends with that day. */
export const setBuilderContact = defineCommand({
  name: "duty.setContact",
  needs: "duty.write",
  schema: setBuilderContactSchema,
  run: async (ctx, { id, name, post, phone, fromOn = ctx.today }) => {
    const project = await findProjectToWrite(ctx, id, "duty.write");
    const { districtId } = project;
    if (fromOn > ctx.today) throw new Refusal("dayAhead", { day: fromOn });
    const [current = null] = await ctx.db.builderContact.findMany({ where: { districtId, projectId: id, toOn: null } });
    const next = requireNext(current, fromOn);
    const holding = { name, post, ...phoneColumns(phone) };
    if (next.inPlace) await ctx.change("builderContact", next.inPlace, next.inPlace.version, holding);
    else {
      if (next.close) await ctx.change("builderContact", next.close, next.close.version, { toOn: dateOf(fromOn) });
      await ctx.add("builderContact", { districtId, projectId: id, ...holding, fromOn: dateOf(fromOn) });
    }
    await ctx.step("project", project, { step: "setContact", note: name });
    return { id };
  },
});

export const endBuilderContact = defineCommand({
  name: "duty.endContact",
  needs: "duty.write",
  schema: endBuilderContactSchema,
  run: async (ctx, { id, version, on = ctx.today, reason }) => {
    const contact = await ctx.db.builderContact.findFirst({ where: { id, ...whereOf(ctx.actor, "duty.write") } });
    if (!contact) throw new Refusal("notFound");
    await lockProjects(ctx, [contact.projectId], "duty.write");
    await endSpan(ctx, "builderContact", contact, { version, on, reason, name: contact.name });
    await ctx.step("project", { districtId: contact.districtId, id: contact.projectId }, { step: "endContact", note: `${contact.name}：${reason}` });
    return { id };
  },
});

/** The whole phone of a builder's contact, and a line in the audit that it was shown. */
export const revealContactPhone = defineCommand({
  name: "duty.revealPhone",
  needs: "duty.phone",
  schema: revealContactPhoneSchema,
  answersSecret: true,
  run: async (ctx, { id }) => {
    const contact = await ctx.db.builderContact.findFirst({ where: { id, ...whereOf(ctx.actor, "duty.phone") } });
    if (!contact) throw new Refusal("notFound");
    if (!contact.phoneCipher) throw new Refusal("noPhone", { name: contact.name });
    ctx.record({ districtId: contact.districtId, action: "duty.revealPhone", kind: "builderContact", subjectId: id });
    return decryptText(contact.phoneCipher);
  },
});

type Span = { districtId: string; id: string; version: number; fromOn: Date; toOn: Date | null };
type Ending = { version: number; on: Day; reason: string; name: string };

async function endSpan(ctx: CommandContext, model: "duty" | "siteUnit" | "builderContact", span: Span, { version, on, reason, name }: Ending): Promise<void> {
  const fromOn = dayFromDate(span.fromOn);
  refuseIf(whyNotEnd({ fromOn, toOn: span.toOn && dayFromDate(span.toOn) }, on, ctx.today), { name, from: fromOn, day: on });
  await ctx.change(model, span, version, { toOn: dateOf(on), endReason: reason });
}

function requireNext<S extends Span>(current: S | null, fromOn: Day) {
  const next = nextSpan(current, fromOn);
  if (!next) throw new Refusal("spanInPast", { day: dayFromDate(current!.fromOn) });
  return next;
}

/** Serving cadres of the district or of its city, by id. */
async function requireCadres(ctx: CommandContext, districtId: string, ids: string[]) {
  const wanted = [...new Set(ids)];
  const rows = await ctx.db.cadre.findMany({
    where: { districtId: { in: [districtId, ctx.actor.cityId] }, id: { in: wanted } },
    select: { id: true, districtId: true, name: true, retiredOn: true },
  });
  if (rows.length < wanted.length) throw new Refusal("notFound");
  const gone = rows.find((row) => row.retiredOn);
  if (gone) throw new Refusal("cadreHasLeft", { name: gone.name });
  return new Map(rows.map((row) => [row.id, row]));
}

async function requireUnit(ctx: CommandContext, districtId: string, id: string) {
  const unit = await ctx.db.unit.findFirst({ where: { id, districtId: { in: [districtId, ctx.actor.cityId] } } });
  if (!unit) throw new Refusal("notFound");
  if (unit.retiredOn) throw new Refusal("isRetired", { name: unit.name });
  return unit;
}

async function nameOfCadre(ctx: CommandContext, districtId: string, id: string): Promise<string> {
  const [cadre] = await ctx.db.cadre.findMany({ where: { districtId: { in: [districtId, ctx.actor.cityId] }, id }, select: { name: true } });
  return cadre?.name ?? "";
}

const subjectOf = ({ projectId, enterpriseId }: { projectId?: string | null; enterpriseId?: string | null }): string => (projectId ?? enterpriseId)!;
const idsOf = (duties: GivenDuty[], of: "projectId" | "enterpriseId") => [...new Set(duties.flatMap((duty) => duty[of] ?? []))];

/** Names of the projects and enterprises that duties are to be given for, all of this district and none of them withdrawn or retired. */
async function listSubjects(ctx: CommandContext, districtId: string, duties: GivenDuty[]): Promise<Map<string, string>> {
  const [projectIds, enterpriseIds] = [idsOf(duties, "projectId"), idsOf(duties, "enterpriseId")];
  await lockProjects(ctx, projectIds, "duty.write");
  await lockEnterprises(ctx, enterpriseIds, "to join");
  const projects = await ctx.db.project.findMany({ where: { districtId, id: { in: projectIds } }, select: { id: true, name: true, status: true } });
  const enterprises = await ctx.db.enterprise.findMany({ where: { districtId, id: { in: enterpriseIds } }, select: { id: true, name: true, retiredOn: true } });
  if (projects.length < projectIds.length || enterprises.length < enterpriseIds.length) throw new Refusal("notFound");
  const withdrawn = projects.find(({ status }) => status === "withdrawn");
  if (withdrawn) throw new Refusal("projectWithdrawn", { name: withdrawn.name });
  const retired = enterprises.find(({ retiredOn }) => retiredOn);
  if (retired) throw new Refusal("isRetired", { name: retired.name });
  return new Map([...projects, ...enterprises].map(({ id, name }) => [id, name]));
}

async function listStanding(ctx: CommandContext, districtId: string, duties: GivenDuty[]): Promise<Map<string, HeldDuty[]>> {
  const rows = await ctx.db.duty.findMany({
    where: { districtId, OR: [{ projectId: { in: idsOf(duties, "projectId") } }, { enterpriseId: { in: idsOf(duties, "enterpriseId") } }] },
    select: { projectId: true, enterpriseId: true, kind: true, cadreId: true, fromOn: true, toOn: true },
  });
  const standing = new Map<string, HeldDuty[]>();
  for (const { kind, cadreId, fromOn, toOn, ...of } of rows) {
    const held = { kind, cadreId, fromOn: dayFromDate(fromOn), toOn: toOn && dayFromDate(toOn) };
    standing.set(subjectOf(of), [...(standing.get(subjectOf(of)) ?? []), held]);
  }
  return standing;
}

/** The lead of today stands on the project's row too, for ledgers. */
async function deriveLeads(ctx: CommandContext, projectIds: string[]): Promise<void> {
  if (projectIds.length === 0) return;
  await ctx.derive(Prisma.sql`
    UPDATE "project" AS "p" SET "lead_district_id" = "l"."cadre_district_id", "lead_cadre_id" = "l"."cadre_id"
    FROM "project" AS "q" LEFT JOIN "duty" AS "l" ON "l"."district_id" = "q"."district_id" AND "l"."project_id" = "q"."id" AND "l"."kind" = 'lead'
      AND daterange("l"."from_on", "l"."to_on") @> ${ctx.today}::date
    WHERE "q"."district_id" = "p"."district_id" AND "q"."id" = "p"."id" AND ${sqlOf(ctx.actor, "duty.write", "p")} AND "p"."id" = ANY(${projectIds}::uuid[])`);
}
