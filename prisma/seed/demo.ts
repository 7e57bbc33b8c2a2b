/** Loads the demo into an empty database, once. One that was broken off is loaded anew; a database of real work is refused (exit code 3). */
import pg from "pg";
import { disconnect } from "@/lib/foundation/db";
import { newId } from "@/lib/foundation/ids";
import { runCommand } from "@/lib/foundation/command";
import { foundCity } from "@/lib/districts/commands";
import { demoStart, startMinutes } from "./demo-clock";
import { complain, say } from "../../scripts/lib/say.mjs";
import { loadOrganisation } from "./organisation";
import { loadPeople } from "./people";
import { city as cityNames } from "./places";
import { planDistricts } from "./projects/districts";
import { replay } from "./projects/replay";
import { offsetTo, systemOn } from "./standing";

const began = Date.now();
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await owner.connect();
try {
  if (await isStillToLoad()) await load();
} catch (error) {
  complain(error);
  process.exitCode = 1;
} finally {
  await owner.end();
  await disconnect();
}

async function isStillToLoad(): Promise<boolean> {
  const { rows } = await owner.query<{ made_by_demo: boolean; seeded_at: Date | null }>("SELECT made_by_demo, seeded_at FROM installation");
  const [installation] = rows;
  if (installation?.made_by_demo && installation.seeded_at) return false;
  const { rows: districts } = await owner.query("SELECT FROM account LIMIT 1");
  if (installation && !installation.made_by_demo || (!installation && districts.length > 0)) {
    say("这个数据库不是演示建立的，演示不会启动，也没有改动任何内容。This database was not made by the demo, so the demo does not start on it; nothing was changed. Give it another DATABASE_URL or DATA_DIR.");
    process.exitCode = 3;
    return false;
  }
  if (installation) await empty();
  else await owner.query("INSERT INTO installation (id, made_by_demo) VALUES (1, true)");
  return true;
}

/** A demo that was broken off half-way: everything it loaded goes, the mark that it is a demo stays. */
async function empty(): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'installation')",
  );
  await owner.query(`TRUNCATE ${rows.map((row) => row.name).join(", ")}`);
}

async function load(): Promise<void> {
  const id = newId();
  const tenant = { id, city_id: id, kind: "city" as const, name: cityNames.name };
  await runCommand(systemOn(tenant, [id], "2022-01-04"), foundCity, cityNames);
  const organisation = await loadOrganisation(tenant);
  const people = await loadPeople(organisation);
  await replay(organisation, people, planDistricts(), () => owner.query("ANALYZE"));
  await owner.query("UPDATE installation SET clock_offset_ms = $1, seeded_at = now()", [Math.round(offsetTo(demoStart, startMinutes))]);
  say(`演示数据已载入 the demo is loaded: ${organisation.districts.length + 1} 个县区 districts, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
