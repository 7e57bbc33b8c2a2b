import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dayFromDate } from "@/lib/foundation/calendar";
import { reading } from "@/lib/foundation/read";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true, districtId: true, kind: true, projectId: true, enterpriseId: true, cadreId: true, cadreDistrictId: true, fromOn: true, toOn: true, endReason: true, version: true,
  cadre: { select: { name: true, post: true, phoneMasked: true, unit: { select: { name: true } } } },
} as const satisfies Prisma.DutySelect;

const days = <S extends { fromOn: Date; toOn: Date | null }>(span: S) => ({ ...span, fromOn: dayFromDate(span.fromOn), toOn: span.toOn && dayFromDate(span.toOn) });

/** Of a cadre of the city, a district's people see name, unit and post alone. */
const phoneOf = (actor: Actor, districtId: string | null, phoneMasked: string | null): string | null =>
  districtId && actor.districtIds.includes(districtId) ? phoneMasked : null;

function asRead(actor: Actor, { cadre, ...row }: Prisma.DutyGetPayload<{ select: typeof shown }>) {
  return { ...days(row), cadreName: cadre.name, post: cadre.post, unitName: cadre.unit.name, phoneMasked: phoneOf(actor, row.cadreDistrictId, cadre.phoneMasked) };
}

const newestFirst: { fromOn?: "desc"; id?: "desc" }[] = [{ fromOn: "desc" }, { id: "desc" }];

/** Who answers for a project and who did: duties, units on site and the builder's contacts, each the newest first. */
export async function findTaskForce(actor: Actor, projectId: string) {
  const db = reading(actor);
  const where = { ...whereOf(actor, "duty.read"), AND: [{ projectId }] };
  const duties = await db.duty.findMany({ where, select: shown, orderBy: newestFirst, take: 500 });
  const sites = await db.siteUnit.findMany({
    where, include: { unit: { select: { name: true } }, head: { select: { name: true, post: true, phoneMasked: true } } }, orderBy: newestFirst, take: 500,
  });
  const contacts = await db.builderContact.findMany({
    where, select: { id: true, name: true, post: true, phoneMasked: true, fromOn: true, toOn: true, endReason: true, version: true }, orderBy: newestFirst, take: 500,
  });
  return {
    duties: duties.map((duty) => asRead(actor, duty)),
    sites: sites.map(({ unit, head, id, unitId, headCadreId, headDistrictId, fromOn, toOn, endReason, version }) => ({
      ...days({ id, unitId, headCadreId, fromOn, toOn, endReason, version }),
      unitName: unit.name, headName: head?.name ?? null, headPost: head?.post ?? null, headPhoneMasked: phoneOf(actor, headDistrictId, head?.phoneMasked ?? null),
    })),
    contacts: contacts.map(days),
  };
}
export type TaskForce = Awaited<ReturnType<typeof findTaskForce>>;

/** What a cadre answers for, and did, in the districts the actor reads; what still holds first. */
export async function listDutiesOfCadre(actor: Actor, cadreId: string) {
  const rows = await reading(actor).duty.findMany({
    where: { ...whereOf(actor, "duty.read"), AND: [{ cadreId }] },
    select: {
      id: true, kind: true, fromOn: true, toOn: true, endReason: true, projectId: true, enterpriseId: true,
      project: { select: { name: true } }, enterprise: { select: { name: true } }, district: { select: { shortName: true } },
    },
    orderBy: [{ toOn: { sort: "desc", nulls: "first" } }, { fromOn: "desc" }, { id: "desc" }],
    take: 500,
  });
  return rows.map(({ project, enterprise, district, ...row }) => ({ ...days(row), subject: project?.name ?? enterprise?.name ?? "", districtName: district.shortName }));
}
export type DutyOfCadre = Awaited<ReturnType<typeof listDutiesOfCadre>>[number];

export type DutyChoices = { cadres: { value: string; label: string; keywords: string }[]; units: { value: string; label: string; keywords: string }[] };

/** Serving cadres and units in use that a duty of this district may name: its own first, then its city's. */
export async function listDutyChoices(actor: Actor, districtId: string): Promise<DutyChoices> {
  const db = reading(actor);
  const inUse = (capability: "cadre.read" | "unit.read") => ({ ...whereOf(actor, capability), AND: [{ districtId: { in: [districtId, actor.cityId] } }], retiredOn: null });
  const byName: { namePinyin?: "asc"; id?: "asc" }[] = [{ namePinyin: "asc" }, { id: "asc" }];
  const cadres = await db.cadre.findMany({
    where: inUse("cadre.read"), select: { id: true, districtId: true, name: true, post: true, namePinyin: true, nameInitials: true, unit: { select: { name: true } } }, orderBy: byName, take: 2000,
  });
  const units = await db.unit.findMany({ where: inUse("unit.read"), select: { id: true, districtId: true, name: true, namePinyin: true, nameInitials: true }, orderBy: byName, take: 2000 });
  const ownFirst = <R extends { districtId: string }>(rows: R[]) => [...rows.filter((row) => row.districtId === districtId), ...rows.filter((row) => row.districtId !== districtId)];
  return {
    cadres: ownFirst(cadres).map(({ id, name, post, unit, namePinyin, nameInitials }) => ({ value: id, label: `${name}（${unit.name} ${post}）`, keywords: `${namePinyin} ${nameInitials}` })),
    units: ownFirst(units).map(({ id, name, namePinyin, nameInitials }) => ({ value: id, label: name, keywords: `${namePinyin} ${nameInitials}` })),
  };
}

type DutyPage = { cursor?: string; limit: number; districtId?: string; projectId?: string; enterpriseId?: string; cadreId?: string };

/** For the API: by id, after a cursor. One row more than the limit tells whether there is a next page. */
export async function pageDuties(actor: Actor, { cursor, limit, ...of }: DutyPage) {
  const rows = await reading(actor).duty.findMany({
    where: { ...whereOf(actor, "duty.read"), AND: [cursor ? { id: { gt: cursor } } : {}, of] },
    select: shown,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map((row) => {
    const { id, districtId, projectId, enterpriseId, kind, cadreId, cadreName, fromOn, toOn, endReason, version } = asRead(actor, row);
    return { id, districtId, projectId, enterpriseId, kind, cadreId, cadreName, fromOn, toOn, endReason, version };
  });
}
