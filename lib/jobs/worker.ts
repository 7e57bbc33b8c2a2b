import { PgBoss } from "pg-boss";
import { businessTime } from "@/lib/foundation/clock";
import { disconnect, mainClient } from "@/lib/foundation/db";
import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { daysOwed, runNightly } from "./nightly";
import { steady } from "./schedule";

const nightlyQueue = "nightly";
let stopping = false;
const loops: Promise<void>[] = [];

const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: "pgboss", migrate: false, createSchema: false, max: 4 });
boss.on("error", (error: unknown) => log.warn({ err: error }, "the job queue has trouble; it goes on by itself"));

/** Waits, and wakes at once when the worker is to stop. */
let wake = () => {};
const stopped = new Promise<void>((resolve) => (wake = resolve));
const pause = (seconds: number) => Promise.race([new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000)), stopped]);

/** Runs again and again; an error (the database away) is logged once until it works again, and the loop goes on. */
async function keepRunning(name: string, everySeconds: number, run: () => Promise<unknown>): Promise<void> {
  let failing = false;
  while (!stopping) {
    try {
      await run();
      if (failing) log.info({ job: name }, "the job works again");
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error, job: name }, "a job failed; it is tried again");
      failing = true;
    }
    await pause(everySeconds);
  }
}

async function owed(): Promise<string[]> {
  const installation = await mainClient().installation.findFirst({});
  return daysOwed(businessTime(Number(installation?.clockOffsetMs ?? 0)).today);
}

/** One job for all the days that are owed: the queue holds at most one, however many workers ask. */
async function queueNights(): Promise<void> {
  if ((await owed()).length > 0) await boss.send(nightlyQueue, {}, { retryLimit: 5, retryDelay: 60, expireInSeconds: 3600 });
}

async function start(): Promise<void> {
  await boss.start();
  await boss.createQueue(nightlyQueue, { policy: "exclusive" });
  await boss.work(nightlyQueue, { pollingIntervalSeconds: 5 }, async () => {
    for (const day of await owed()) await runNightly(day);
  });
  loops.push(keepRunning("queue-nights", 20, queueNights));
  for (const { name, everySeconds, run } of steady) loops.push(keepRunning(name, everySeconds, run));
  log.info({ steady: steady.map((job) => job.name) }, "the worker runs");
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  wake();
  setTimeout(() => process.exit(1), 25_000).unref();
  await Promise.allSettled([...loops, boss.stop({ graceful: true, timeout: 20_000 })]);
  await disconnect();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());

for (let attempt = 1; !stopping; attempt++) {
  try {
    await start();
    break;
  } catch (error) {
    log.error({ err: error, attempt }, "the worker could not start; it tries again");
    await pause(Math.min(attempt * 2, 30));
  }
}
