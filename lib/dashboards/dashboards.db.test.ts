import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf } from "@/lib/foundation/calendar";
import { newId } from "@/lib/foundation/ids";
import { readAs } from "@/lib/foundation/read";
import { inScope, plantProject } from "@/lib/foundation/testing/projects";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { findFigure } from "@/lib/figures/queries";
import type { ProjectLevel } from "@/prisma/generated/enums";
import { findDashboard } from "./queries";

let city: City;
let [here, there] = ["", ""];
let leader: Actor;
let cityLeader: Actor;
let projectId: string;

beforeAll(async () => {
  city = await makeCity();
  [here, there] = [city.districtIds[0]!, city.districtIds[1]!];
  const [unitId, otherUnitId] = [(await makeUnit(city.system, here, "发改委")).id, (await makeUnit(city.system, there, "发改委")).id];
  leader = await makeActor(city, "leader", here);
  cityLeader = await makeActor(city, "leader", city.id);
  projectId = await plantProject(city, here, { unitId, totalWan: "9000", years: [{ year: 2023, planWan: "1000" }], reports: [{ asOfOn: "2023-03-31", completedWan: "200" }], light: { colour: "red", fromOn: "2023-04-01" } });
  await plantProject(city, there, { unitId: otherUnitId, years: [{ year: 2023, planWan: "1000", kind: "continuing" }], reports: [{ asOfOn: "2023-04-07", completedWan: "500", marks: ["weekJump"] }] });
});

const dashboard = (actor: Actor, on: string, districtId: string | null = null, levels: readonly ProjectLevel[] | null = null) =>
  readAs(actor, () => findDashboard(actor, { districtId, levels, year: 2023, on }));

it("shows a district its own projects, and the city all of them by district", async () => {
  const own = await dashboard(leader, "2023-04-11", here);
  expect(own.head["key-projects"].value).toBe("1");
  expect(own.red.map(({ id }) => id)).toEqual([projectId]);
  expect(own.outstanding.map(({ id }) => id)).toEqual([projectId]);
  expect(own.parts.map(({ group }) => group)).toEqual(["industry"]);
  const all = await dashboard(cityLeader, "2023-04-11");
  expect(all.head["key-projects-completed"].value).toBe("700");
  expect(all.head["key-projects-completion-rate"].value).toBe("35.00");
  expect(new Map(all.parts.map(({ group, values }) => [group, values["key-projects-completed"].value]))).toEqual(new Map([[here, "200"], [there, "500"]]));
  expect(all.marked).toHaveLength(1);
  expect((await dashboard(leader, "2023-04-11", there)).head["key-projects"].value).toBe("0");
});

it("moves by what is reported, and the dashboard of a past day stays what it was", async () => {
  const before = await dashboard(leader, "2023-03-31", here);
  await inScope(city, (tx) => tx.progressReport.createMany({
    data: [{ districtId: here, id: newId(), projectId, year: 2023, asOfOn: dateOf("2023-04-07"), status: "submitted", completedWan: "260.5", physicalPercent: "30", siteText: "封顶", marks: [], submittedOn: dateOf("2023-04-08") }],
  }));
  const now = await dashboard(leader, "2023-04-11", here);
  expect(now.head["key-projects-completed"].value).toBe("260.5");
  expect(now.outstanding).toEqual([]);
  expect(now.weeks.at(-1)).toMatchObject({ on: "2023-04-07", values: { "key-projects-completed": { value: "260.5" } } });
  expect(await dashboard(leader, "2023-03-31", here)).toEqual(before);
  expect((await readAs(leader, () => findFigure(leader, "key-projects-completed", { districtIds: [here] }, { on: "2023-04-11" }))).value).toBe("260.5");
});

it("of a year without key projects is empty, not wrong", async () => {
  const empty = await readAs(leader, () => findDashboard(leader, { districtId: here, levels: null, year: 2019, on: "2023-04-11" }));
  expect([empty.head["key-projects"].value, empty.head["rate-investment"].value, empty.stages, empty.red]).toEqual(["0", null, [], []]);
});

it("of a level shows the projects of that level alone, in its reports too", async () => {
  const [upper, county] = [await dashboard(cityLeader, "2023-04-11", null, ["province", "city"]), await dashboard(cityLeader, "2023-04-11", null, ["county"])];
  expect([upper.head["key-projects"].value, upper.reports["reports-due"].value]).toEqual(["2", "2"]);
  expect([county.head["key-projects"].value, county.reports["reports-due"].value, county.marked]).toEqual(["0", "0", []]);
});
