/** Moves the demo's business clock on to 08:30 of a day; for each day that passes, its nightly jobs run just after midnight. */
import pg from "pg";
import { demoStart, startMinutes } from "@/prisma/seed/demo-clock";
import { offsetTo } from "@/prisma/seed/standing";
import { businessTime } from "@/lib/foundation/clock";
import { addDays, isDay } from "@/lib/foundation/calendar";
import { disconnect } from "@/lib/foundation/db";
import { runNightly } from "@/lib/jobs/nightly";

const [day = ""] = process.argv.slice(2);
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await owner.connect();
try {
  await moveTo(day);
} finally {
  await owner.end();
  await disconnect();
}

async function moveTo(wanted: string): Promise<void> {
  const { rows } = await owner.query<{ clock_offset_ms: string; made_by_demo: boolean }>("SELECT clock_offset_ms, made_by_demo FROM installation WHERE seeded_at IS NOT NULL");
  if (!rows[0]?.made_by_demo) return refuse("只有演示的日期可以移动。Only the demo's clock can be moved; this database is none.");
  if (!isDay(wanted)) return refuse(`请给出日期，例如 ${demoStart}。Give a day such as ${demoStart}.`);
  const { today } = businessTime(Number(rows[0].clock_offset_ms));
  if (wanted < today) return refuse(`演示已到 ${today}，不能退回 ${wanted}。The demo stands at ${today} and does not go back; nothing was changed. To start anew: npm run demo -- --reset`);
  for (let at = addDays(today, 1); at <= wanted; at = addDays(at, 1)) {
    await setClock(offsetTo(at, 5));
    await runNightly(at);
  }
  if (wanted > today) await setClock(offsetTo(wanted, startMinutes));
  console.log(`✓ 演示日期 the demo's day: ${wanted}`);
}

async function setClock(offset: number): Promise<void> {
  await owner.query("UPDATE installation SET clock_offset_ms = $1", [Math.round(offset)]);
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}
