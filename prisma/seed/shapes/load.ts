/** Loads a shape: a database of a given size, the same each time, by COPY into an empty database. */
import pg from "pg";
import { knownYears } from "@/lib/calendar/rules/known-years";
import { hashPassword } from "@/lib/foundation/auth/passwords";
import { searchKeys } from "@/lib/foundation/pinyin";
import { complain, say, Sentence } from "../../../scripts/lib/say.mjs";
import { demoPassword } from "../demo-accounts.mjs";
import { demoStart, startMinutes } from "../demo-clock";
import { apportion } from "../projects/amounts";
import { city as cityNames, places } from "../places";
import { offsetTo } from "../standing";
import { countedIds, newTables, tableNames } from "./copy";
import { makeDistrict, type ShapeDistrict } from "./district";

const shapes = {
  /** A city of nine districts, a third of everything in one. */
  large: { cities: 1, districts: 9, projects: 5000, reports: 300_000, accounts: 1000, weights: [4, 1, 1, 1, 1, 1, 1, 1, 1] },
  /** Every county of the country. */
  huge: { cities: 340, districts: 2800, projects: 170_000, reports: 9_000_000, accounts: 14_000, weights: null },
} as const;
/** Accounts of a city itself. */
const inOffice = 4;
type ShapeName = keyof typeof shapes;
export const isShape = (name: string): name is ShapeName => Object.hasOwn(shapes, name);

/** `slice`: only so large a part of the districts, to try a shape. */
export async function loadShape(name: ShapeName, slice = 1): Promise<void> {
  const began = Date.now();
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    await refuseUsed(owner);
    await owner.query("BEGIN");
    // Whoever owns the tables writes past their policies while these are not forced; only within this transaction.
    for (const table of tableNames) await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    const counts = await copyAll(owner, name, slice);
    for (const table of tableNames) await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await owner.query("INSERT INTO installation (id, made_by_demo, clock_offset_ms, seeded_at) VALUES (1, true, $1, now())", [Math.round(offsetTo(demoStart, startMinutes))]);
    await owner.query("COMMIT");
    await owner.query("ANALYZE");
    say(`✓ ${name}${slice < 1 ? ` (${slice} of its districts)` : ""}: ${[...counts].map(([table, count]) => `${count} ${table}`).join(", ")}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  } finally {
    await owner.end();
  }
}

async function refuseUsed(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ used: boolean }>("SELECT EXISTS (SELECT FROM installation) OR EXISTS (SELECT FROM auth_list_districts()) AS used");
  if (rows[0]!.used) throw new Sentence("A shape is loaded into an empty database only, and this one holds something. Nothing was changed. Give it another DATA_DIR or DATABASE_URL, and run npm run migrate there first.");
}

async function copyAll(owner: pg.Client, name: ShapeName, slice: number): Promise<Map<string, number>> {
  const shape = shapes[name];
  const [tables, newId] = [newTables(), countedIds()];
  const making = { tables, newId, passwordHash: await hashPassword(demoPassword()) };
  const counts = new Map<string, number>();
  const flush = async () => {
    for (const table of tableNames) {
      const count = await tables[table].copyInto(owner);
      counts.set(table, (counts.get(table) ?? 0) + count);
    }
  };
  const wanted = Math.max(1, Math.round(shape.districts * slice));
  const { weights } = shape;
  const [projects, accounts] = [shape.projects, shape.accounts - shape.cities * inOffice].map((count) => (weights ? apportion(count, weights) : evenly(count, shape.districts))) as [number[], number[]];
  const perCity = Math.ceil(shape.districts / shape.cities);
  // A few weeks are not reported, so one more is planned than is wanted.
  const reportsEach = Math.ceil(shape.reports / shape.projects) + 1;
  let cityId = "";
  for (let at = 0; at < wanted; at++) {
    const inCity = at % perCity;
    const number = Math.floor(at / perCity) + 1;
    if (inCity === 0) {
      cityId = newId();
      const cityName = shape.cities === 1 ? cityNames.name : `样本${number}市`;
      const keys = searchKeys(cityName);
      tables.district.add([cityId, cityId, "city", cityName, "市本级", keys.namePinyin, keys.nameInitials, 0]);
      for (const { day, kind, name: holiday } of knownYears.flatMap((one) => one.days)) tables.calendar_day.add([cityId, newId(), day, kind, holiday]);
      makeDistrict(making, { id: cityId, cityId, key: shape.cities === 1 ? "city" : `c${number}-city`, name: cityName, townships: [], projects: 0, accounts: inOffice, reportsEach });
    }
    const place = places[inCity % places.length]!;
    const id = newId();
    const keys = searchKeys(place.name, place.shortName);
    tables.district.add([id, cityId, place.kind, place.name, place.shortName, keys.namePinyin, keys.nameInitials, inCity + 1]);
    const district: ShapeDistrict = {
      id, cityId, key: shape.cities === 1 ? place.key : `c${number}-${place.key}`, name: place.shortName, townships: place.townships, projects: projects[at]!, accounts: Math.max(3, accounts[at]!), reportsEach,
    };
    makeDistrict(making, district);
    await flush();
    if (wanted > 20 && at % 50 === 49) say(`… ${at + 1} / ${wanted}`);
  }
  return counts;
}

const evenly = (count: number, among: number): number[] => Array.from({ length: among }, (_, at) => Math.floor(((at + 1) * count) / among) - Math.floor((at * count) / among));
