import { addDistrict } from "@/lib/districts/commands";
import type { Actor } from "@/lib/foundation/actor";
import type { Tenant } from "@/lib/foundation/auth/narrow";
import { runCommand } from "@/lib/foundation/command";
import { addUnit } from "@/lib/units/commands";
import { departments, places, platformCompanies } from "./places";
import { systemOn } from "./standing";

export type LoadedUnit = { id: string; name: string; kind: "department" | "township" | "park" | "platform_company" };
export type LoadedDistrict = { key: string; id: string; name: string; shortName: string; units: LoadedUnit[] };
export type Organisation = { tenant: Tenant; system: Actor; city: LoadedDistrict; districts: LoadedDistrict[] };

/** The nine districts and the city, each with its offices, as they stood before the time of the report. */
export async function loadOrganisation(tenant: Tenant): Promise<Organisation> {
  const founder = systemOn(tenant, [tenant.id], "2022-01-04");
  const districts: LoadedDistrict[] = [];
  for (const [at, { key, kind, name, shortName }] of places.entries()) {
    const { id } = await runCommand(founder, addDistrict, { kind, name, shortName, sortOrder: at + 1 });
    districts.push({ key, id, name, shortName, units: [] });
  }
  const system = systemOn(tenant, [tenant.id, ...districts.map((one) => one.id)], "2022-01-04");
  const city: LoadedDistrict = { key: "city", id: tenant.id, name: tenant.name, shortName: "濮阳市", units: [] };
  for (const district of [city, ...districts]) {
    const place = places.find((one) => one.key === district.key);
    const named = (kind: LoadedUnit["kind"], list: [string, string][], prefix: string) => list.map(([name, shortName]) => ({ kind, name: prefix + name, shortName }));
    const prefix = district === city ? "濮阳市" : district.shortName;
    const units = [
      ...named("department", departments, prefix),
      ...named("platform_company", platformCompanies, prefix),
      ...(place ? [{ kind: "park" as const, name: `${place.park}管委会`, shortName: place.park.slice(0, 20) }] : []),
      ...(place?.townships ?? []).map((name) => ({ kind: "township" as const, name, shortName: name })),
    ];
    for (const [at, unit] of units.entries()) {
      const { id } = await runCommand(system, addUnit, { ...unit, districtId: district.id, sortOrder: at + 1 });
      district.units.push({ id, name: unit.name, kind: unit.kind });
    }
  }
  return { tenant, system, city, districts };
}
