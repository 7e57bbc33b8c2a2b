import type { Role } from "@/prisma/generated/enums";
import { dayOf } from "../calendar";
import type { ReadDb } from "../db";
import { settingFrom, type baseSettings } from "../settings";
import { heldOn } from "../spans";
import type { PasswordProfile } from "./passwords";

export type AccountRules = { sessionsAtMost: number; idleMinutes: number; sessionHours: number; passwordProfile: PasswordProfile; passwordDays: number | null };

/** What a district (or else its city) set about sign-in, by real time: sessions at once, idle minutes (admins apart), the password profile. */
export async function accountRules(db: Pick<ReadDb, "districtSetting">, districtId: string, cityId: string, role: Role): Promise<AccountRules> {
  const keys: (keyof typeof baseSettings)[] = ["sessionsPerAccount", "sessionIdleMinutes", "adminIdleMinutes", "passwordProfile"];
  const rows = await db.districtSetting.findMany({
    where: { districtId: { in: [districtId, cityId] }, key: { in: keys }, ...heldOn(dayOf(new Date())) },
    select: { districtId: true, key: true, value: true },
  });
  const passwordProfile = settingFrom(rows, districtId, "passwordProfile");
  return {
    sessionsAtMost: settingFrom(rows, districtId, "sessionsPerAccount"),
    idleMinutes: settingFrom(rows, districtId, role === "admin" ? "adminIdleMinutes" : "sessionIdleMinutes"),
    sessionHours: 12,
    passwordProfile,
    passwordDays: passwordProfile === "dengbao" ? 90 : null,
  };
}
