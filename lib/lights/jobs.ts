import { listTenants, systemActor } from "@/lib/foundation/auth/narrow";
import type { BusinessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { judgeLights } from "./commands";

const timeoutMs = 120_000;

/** The lights of every project of every district, as of the day whose night it is. */
export async function judgeAllLights({ now }: BusinessTime): Promise<void> {
  const tenants = await listTenants();
  const clockOffsetMs = now.getTime() - Date.now();
  for (const city of tenants.filter((tenant) => tenant.kind === "city")) {
    const actor = { ...(await systemActor("judge-lights", city, "job", tenants)), clockOffsetMs };
    for (const districtId of actor.districtIds) await runCommand(actor, judgeLights, { districtId }, { timeoutMs });
  }
}
