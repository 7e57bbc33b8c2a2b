import { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import { foundCity, addDistrict } from "@/lib/districts/commands";
import { addUnit } from "@/lib/units/commands";
import type { Actor } from "../actor";
import { systemActor } from "../auth/narrow";
import { runCommand } from "../command";
import { mainClient } from "../db";
import { newId } from "../ids";

/** A city of its own for a test, so that tests run beside each other in one database. */
export async function makeCity(districts = 2) {
  const id = newId();
  const tag = id.slice(-6);
  const city = { id, city_id: id, kind: "city" as const, name: `测试市${tag}` };
  await runCommand(await systemActor("test", city, "script", [city]), foundCity, { name: city.name, shortName: `市${tag}` });
  const system = await systemActor("test", city, "script", [city]);
  const districtIds: string[] = [];
  for (let i = 1; i <= districts; i++) {
    districtIds.push((await runCommand(system, addDistrict, { kind: "county", name: `测试县${i}`, shortName: `县${i}`, sortOrder: i })).id);
  }
  const everywhere: Actor = { ...system, districtIds: [id, ...districtIds] };
  return { id, districtIds, system: everywhere, tag };
}

export type City = Awaited<ReturnType<typeof makeCity>>;

/** An actor with an account, as its sign-in would load it. */
export async function makeActor(city: City, role: Role, districtId: string = city.districtIds[0]!, more: Partial<Actor> = {}): Promise<Actor> {
  const accountId = newId();
  const login = `${role}-${accountId.slice(-8)}`;
  await mainClient().$transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SELECT set_config('app.districts', ${`{${districtId}}`}, true)`);
    await tx.account.createMany({
      data: [{ districtId, id: accountId, login, name: login, namePinyin: login, nameInitials: login, role, passwordHash: "-", passwordChangedAt: new Date(), passwordIsInitial: false, formerHashes: [], enterpriseId: more.enterpriseId ?? null }],
    });
  });
  const isCity = districtId === city.id;
  return {
    role, accountId, name: login, login, districtId, districtName: "测试", districtKind: isCity ? "city" : "county", cityId: city.id,
    districtIds: isCity ? [city.id, ...city.districtIds] : [districtId], cadreId: null, enterpriseId: null, unitIds: [], dutyProjectIds: [], sessionId: null,
    mustChangePassword: false, clockOffsetMs: 0, isDemo: false, via: "page", address: "127.0.0.1", requestId: null, ...more,
  };
}

export const makeUnit = (actor: Actor, districtId: string, name: string) =>
  runCommand(actor, addUnit, { districtId, kind: "department", name, shortName: name.slice(0, 20) });
