import { listTenants, systemActor } from "@/lib/foundation/auth/narrow";
import type { BusinessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { noteMissedReports } from "./commands";

/** Which weeks were not reported by their cut-off, in every district, as of the day whose night it is. */
export async function noteMissed({ now }: BusinessTime): Promise<void> {
  const tenants = await listTenants();
  const clockOffsetMs = now.getTime() - Date.now();
  for (const city of tenants.filter((tenant) => tenant.kind === "city")) {
    const actor = { ...(await systemActor("note-missed-reports", city, "job", tenants)), clockOffsetMs };
    for (const districtId of actor.districtIds) await runCommand(actor, noteMissedReports, { districtId });
  }
}
