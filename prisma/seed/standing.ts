import type { Actor } from "@/lib/foundation/actor";
import type { Tenant } from "@/lib/foundation/auth/narrow";
import { momentOf, type Day } from "@/lib/foundation/calendar";

/** Who acts while data is loaded, and on which business day: the clock is handed in, so that what the demo tells has happened when it says. */
export function systemOn(city: Tenant, districtIds: readonly string[], day: Day): Actor {
  return {
    role: "system", accountId: null, name: "演示数据", login: null, districtId: city.id, districtName: city.name, districtKind: "city", cityId: city.id,
    districtIds, cadreId: null, enterpriseId: null, unitIds: [], dutyProjectIds: [], sessionId: null, mustChangePassword: false, clockOffsetMs: offsetTo(day, 9 * 60),
    isDemo: true, via: "script", address: null, requestId: null,
  };
}

export type Person = { accountId: string; login: string; name: string; role: "staff" | "leader" | "admin" | "auditor"; districtId: string };

export function personOn(system: Actor, person: Person, day: Day): Actor {
  const isCity = person.districtId === system.cityId;
  return {
    ...system, role: person.role, accountId: person.accountId, name: person.name, login: person.login, districtId: person.districtId,
    districtKind: isCity ? "city" : "county", districtIds: isCity ? system.districtIds : [person.districtId], clockOffsetMs: offsetTo(day, 9 * 60),
  };
}

/** How far the business clock stands from the real one when it shows this minute of this day now. */
export const offsetTo = (day: Day, minutes: number): number => momentOf(day, minutes).getTime() - Date.now();
