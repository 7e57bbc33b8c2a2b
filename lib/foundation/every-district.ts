import type { Actor } from "./actor";
import { listTenants, systemActor } from "./auth/narrow";
import { log } from "./log";

/** Runs a job's work for every district of every city, on the business day of `now`. One that fails keeps no other from its turn; the job fails after all had theirs. */
export async function everyDistrict(job: string, now: Date, work: (actor: Actor, districtId: string) => Promise<unknown>): Promise<void> {
  const tenants = await listTenants();
  const clockOffsetMs = now.getTime() - Date.now();
  const failed: unknown[] = [];
  for (const city of tenants.filter((tenant) => tenant.kind === "city")) {
    const actor = { ...(await systemActor(job, city, "job", tenants)), clockOffsetMs };
    for (const districtId of actor.districtIds) {
      await work(actor, districtId).catch((error: unknown) => {
        log.error({ err: error, job, districtId }, "a district's part of a job failed");
        failed.push(error);
      });
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${job} failed in ${failed.length} districts`);
}
