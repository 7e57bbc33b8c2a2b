import { addDays, dateOf, dayFromDate, momentOf, type Day } from "@/lib/foundation/calendar";
import { mainClient } from "@/lib/foundation/db";
import { log } from "@/lib/foundation/log";
import { nightly } from "./schedule";

const minutesAfterMidnight = 5;
const daysMadeUpFor = 31;

/** The business days up to and with `today` whose nightly jobs have not run; of a long silence only the last month's. */
export async function daysOwed(today: Day): Promise<Day[]> {
  const last = await mainClient().nightlyRun.findFirst({ where: { finishedAt: { not: null } }, orderBy: { day: "desc" } });
  const earliest = addDays(today, 1 - daysMadeUpFor);
  const lastDay = last ? dayFromDate(last.day) : addDays(today, -1);
  const days: Day[] = [];
  for (let day = lastDay < earliest ? earliest : addDays(lastDay, 1); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Runs the nightly jobs of one business day; one runner at a time, and a second call for a finished day does nothing. */
export async function runNightly(day: Day): Promise<void> {
  await mainClient().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('nightly', 0))::text`;
      const done = await tx.nightlyRun.findFirst({ where: { day: dateOf(day), finishedAt: { not: null } } });
      if (done) return;
      await tx.nightlyRun.createMany({ data: [{ day: dateOf(day) }], skipDuplicates: true });
      const time = { now: momentOf(day, minutesAfterMidnight), today: day };
      for (const { name, run } of nightly) {
        await run(time);
        log.info({ job: name, day }, "a nightly job ran");
      }
      await tx.nightlyRun.updateMany({ where: { day: dateOf(day) }, data: { finishedAt: new Date() } });
    },
    { timeout: 3600_000 },
  );
}
