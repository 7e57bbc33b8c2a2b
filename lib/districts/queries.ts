import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, dayFromDate, type Day } from "@/lib/foundation/calendar";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import { heldOn } from "@/lib/foundation/spans";
import type { Prisma } from "@/prisma/generated/client";
import { settings, settingValuesFrom, type SettingKey, type SettingValues } from "./rules";

type Row = Prisma.DistrictGetPayload<object>;
const asRead = ({ id, cityId, kind, name, shortName, sortOrder, retiredOn, version }: Row) => ({
  id, cityId, kind, name, shortName, sortOrder, version, retiredOn: retiredOn && dayFromDate(retiredOn),
});
export type District = ReturnType<typeof asRead>;

/** The city first, then its districts in their order. A district's people see their own and their city. */
export async function listDistricts(actor: Actor, { q, retired = false }: { q?: string; retired?: boolean } = {}): Promise<District[]> {
  const rows = await reading(actor).district.findMany({
    where: { ...whereOf(actor, "district.read"), AND: [foundBy(q), retired ? {} : { retiredOn: null }] },
    orderBy: [{ kind: "asc" }, { sortOrder: "asc" }, { id: "asc" }],
  });
  const [cities, others] = [rows.filter((row) => row.kind === "city"), rows.filter((row) => row.kind !== "city")];
  return [...cities, ...others.sort((a, b) => a.sortOrder - b.sortOrder)].map(asRead);
}

/** Districts whose rows this actor acts on: more than one only for the city. For choices in forms and filters. */
export async function listOwnDistricts(actor: Actor): Promise<{ id: string; shortName: string }[]> {
  const rows = await listDistricts(actor);
  return rows.filter((row) => actor.districtIds.includes(row.id)).map(({ id, shortName }) => ({ id, shortName }));
}

export async function findDistrict(actor: Actor, id: string): Promise<District | null> {
  // Two conditions on one column: the look-up, and what may be seen.
  const row = await reading(actor).district.findFirst({ where: { id, AND: [whereOf(actor, "district.read")] } });
  return row && asRead(row);
}

export async function pageDistricts(actor: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<District[]> {
  const rows = await reading(actor).district.findMany({
    where: { AND: [whereOf(actor, "district.read"), cursor ? { id: { gt: cursor } } : {}] },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return rows.map(asRead);
}

/**
 * What a district's settings are on a day. Asked by whatever goes by them, so it needs no capability of its own; outside of what the
 * actor reaches the defaults hold.
 */
export async function findSettingValues(actor: Actor, districtId: string, on: Day): Promise<SettingValues> {
  const own = actor.districtIds.includes(districtId) ? [districtId, actor.cityId] : [actor.cityId];
  const rows = await reading(actor).districtSetting.findMany({ where: { districtId: { in: own }, ...heldOn(on) }, select: { districtId: true, key: true, value: true } });
  return settingValuesFrom(rows, districtId);
}

export type SettingInForce = {
  key: SettingKey;
  value: string | number;
  from: "district" | "city" | "default";
  history: { id: string; value: string | number; fromOn: Day; toOn: Day | null; by: string }[];
};

/** Every setting as it holds in a district on a day, and the district's own history of it, newest first. */
export async function listSettings(actor: Actor, district: { id: string; cityId: string }, on: Day): Promise<SettingInForce[]> {
  const rows = await reading(actor).districtSetting.findMany({
    where: { ...whereOf(actor, "setting.read"), AND: [{ districtId: { in: [district.id, district.cityId] } }] },
    orderBy: { fromOn: "desc" },
  });
  const holds = (row: (typeof rows)[number]) => row.fromOn <= dateOf(on) && (row.toOn === null || row.toOn > dateOf(on));
  return (Object.keys(settings) as SettingKey[]).map((key) => {
    const own = rows.filter((row) => row.key === key && row.districtId === district.id);
    const city = rows.filter((row) => row.key === key && row.districtId !== district.id);
    const [ownNow, cityNow] = [own.find(holds), city.find(holds)];
    return {
      key,
      value: ((ownNow ?? cityNow)?.value as string | number | undefined) ?? settings[key].otherwise,
      from: ownNow ? "district" : cityNow ? "city" : "default",
      history: own.map(({ id, value, fromOn, toOn, setByName }) => ({ id, value: value as string | number, fromOn: dayFromDate(fromOn), toOn: toOn && dayFromDate(toOn), by: setByName })),
    };
  });
}
