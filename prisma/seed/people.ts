import { addAccounts, changePassword } from "@/lib/accounts/commands";
import { loadKnownYear } from "@/lib/calendar/commands";
import { knownYears } from "@/lib/calendar/rules/known-years";
import { addCadres } from "@/lib/cadres/commands";
import { setSetting } from "@/lib/districts/commands";
import { addEnterprise, setWhitelisting } from "@/lib/enterprises/commands";
import { usccCheckCharacter } from "@/lib/enterprises/rules";
import { runCommand } from "@/lib/foundation/command";
import { demoAccounts, demoPassword } from "./demo-accounts.mjs";
import { inventor, type Inventor } from "./invent";
import type { LoadedDistrict, Organisation } from "./organisation";
import { personOn, systemOn, type Person } from "./standing";

const registeredOn = "2022-02-14";

/** Of a district: its county-level leaders, one head for each unit in their order, who signs in, and its enterprises. */
export type LoadedPeople = { leaderIds: string[]; headIds: string[]; people: Person[]; enterpriseIds: string[] };

/** Cadres, enterprises and accounts of every district; all invented, from a seed, so that they are the same each time. */
export async function loadPeople({ tenant, system, city, districts }: Organisation): Promise<Map<string, LoadedPeople>> {
  const loaded = new Map<string, LoadedPeople>();
  const then = systemOn(tenant, system.districtIds, registeredOn);
  for (const { year } of knownYears) await runCommand(then, loadKnownYear, { districtId: city.id, year });
  // Each district's people are its own; side by side the passwords are hashed on every core.
  await Promise.all([city, ...districts].map(async (district) => {
    const invent = inventor(`demo ${district.key}`);
    const { ids } = await runCommand(then, addCadres, { districtId: district.id, cadres: cadresOf(district, invent) });
    const people = await addPeople(then, district, ids);
    if (district === city) await loosenSessions(then, people);
    const enterpriseIds = district === city ? [] : await addEnterprises(then, district, invent);
    const further = ids.slice(ids.length - furtherLeaders(district.key));
    loaded.set(district.key, { leaderIds: [...ids.slice(0, office), ...further], headIds: ids.slice(office, office + district.units.length), people, enterpriseIds });
  }));
  return loaded;
}

/** Four leaders come first, then a head for each unit: the place of the first unit's head, who is the district's administrator. */
const office = 4;

function cadresOf(district: LoadedDistrict, invent: Inventor) {
  const heads = district.units.map((unit, at) => ({
    name: invent.name(), unitId: unit.id, phone: invent.phone(), fromOn: registeredOn,
    post: unit.kind === "township" ? "党委书记" : unit.kind === "department" ? (at === 0 ? "主任" : "局长") : "主任",
    rank: "section_head" as const,
  }));
  const others = district.units.flatMap((unit) =>
    ["副职", "科员"].map((post, at) => ({
      name: invent.name(), unitId: unit.id, phone: invent.phone(), fromOn: registeredOn,
      post: at === 0 ? (unit.kind === "township" ? "副书记" : "副局长") : post, rank: at === 0 ? ("section_deputy" as const) : ("staff" as const),
    })),
  );
  const leaders = ["县委书记", "县长", "常务副县长", "副县长"].map((post, at) => ({
    name: invent.name(), unitId: district.units[0]!.id, phone: invent.phone(), fromOn: registeredOn,
    post: district.key === "city" ? post.replace("县委", "市委").replace("县长", "市长") : district.name.endsWith("县") ? post : post.replace("县委书记", "党工委书记").replace("县长", "主任"),
    rank: at < 2 ? ("county_head" as const) : ("county_deputy" as const),
  }));
  const further = Array.from({ length: furtherLeaders(district.key) }, (_, at) => ({
    name: invent.name(), unitId: district.units[0]!.id, phone: invent.phone(), fromOn: registeredOn, rank: "county_deputy" as const,
    post: postOf(district, furtherPosts[at] ?? furtherPosts.at(-1)!),
  }));
  return [...leaders, ...heads, ...others, ...further];
}

/** In Fan 41 county-level cadres answer for projects; elsewhere as many as a county has in office. */
const furtherLeaders = (key: string): number => (key === "city" ? 0 : key === "fanxian" ? 41 - office : 12);
const furtherPosts = [
  "县委副书记", "县委常委、组织部部长", "县委常委、宣传部部长", "县委常委、统战部部长", "县委常委、政法委书记", "副县长", "副县长", "副县长", "县人大常委会副主任", "县人大常委会副主任", "县政协副主席", "县政协副主席",
  "县人大常委会主任", "县政协主席", "县委常委、纪委书记", "县人武部部长", "副县长", "县人大常委会副主任", "县政协副主席", "县法院院长", "县检察院检察长", "县公安局局长", "开发区党工委书记", "县人大常委会副主任", "县政协副主席", "二级调研员",
];
const postOf = (district: LoadedDistrict, post: string): string => (district.name.endsWith("县") ? post : post.replace(/^县委/, "党工委").replace(/^副县长/, "副主任").replace(/^县/, ""));

/** The demo's accounts, each of a cadre: the leader's of the first leader, staff's and the administrator's of the office in charge. */
async function addPeople(system: ReturnType<typeof systemOn>, district: LoadedDistrict, cadreIds: string[]): Promise<Person[]> {
  const wanted = demoAccounts.filter((account) => account.district === district.key);
  const cadreOf = { leader: cadreIds[0]!, admin: cadreIds[office]!, staff: cadreIds[office + district.units.length + 1]!, auditor: cadreIds[office + 2]! };
  const { accounts } = await runCommand(system, addAccounts, {
    districtId: district.id,
    accounts: wanted.map(({ login, role }) => ({ login, role, cadreId: cadreOf[role] })),
  });
  const people: Person[] = [];
  for (const [at, { id, login, name, password }] of accounts.entries()) {
    const person: Person = { accountId: id, login, name, role: wanted[at]!.role, districtId: district.id };
    await runCommand(personOn(system, person, registeredOn), changePassword, { current: password, next: demoPassword(), again: demoPassword() });
    people.push(person);
  }
  return people;
}

/** Many people try one demo at once with the same accounts. */
async function loosenSessions(system: ReturnType<typeof systemOn>, people: Person[]): Promise<void> {
  const admin = personOn(system, people.find((person) => person.role === "admin")!, registeredOn);
  const districtId = admin.districtId;
  await runCommand(admin, setSetting, { districtId, key: "sessionsPerAccount", value: 50, fromOn: registeredOn });
  await runCommand(admin, setSetting, { districtId, key: "sessionIdleMinutes", value: 120, fromOn: registeredOn });
  await runCommand(admin, setSetting, { districtId, key: "adminIdleMinutes", value: 120, fromOn: registeredOn });
}

/** Sixteen in each district; in Fan 190 are on the whitelist, as the report tells. */
async function addEnterprises(system: ReturnType<typeof systemOn>, district: LoadedDistrict, invent: Inventor): Promise<string[]> {
  const place = district.shortName.replace(/县$/, "");
  const townships = district.units.filter((unit) => unit.kind === "township" || unit.kind === "park");
  const [count, isWhitelisted] = district.key === "fanxian" ? [204, (at: number) => at < 190] : [16, (at: number) => at % 3 === 0];
  const names = new Set<string>();
  while (names.size < count) names.add(invent.enterpriseName(place));
  const ids: string[] = [];
  for (const [at, name] of [...names].entries()) {
    const first17 = `91410900MA9${String(Math.floor(invent.next() * 1_000_000)).padStart(6, "0")}`;
    const { id } = await runCommand(system, addEnterprise, {
      districtId: district.id, name, uscc: first17 + usccCheckCharacter(first17), address: `${place}${invent.pick(townships).name}`, contactName: invent.name(), phone: invent.phone(),
    });
    if (isWhitelisted(at)) await runCommand(system, setWhitelisting, { id, version: 1, isWhitelisted: true, fromOn: registeredOn });
    ids.push(id);
  }
  return ids;
}
