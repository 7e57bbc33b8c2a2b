import { plantProject } from "@/lib/foundation/testing/projects";
import { businessTime } from "@/lib/foundation/clock";
import { addDays, yearOf } from "@/lib/foundation/calendar";
import { expect, expectAccessible, test } from "../fixtures/house";

test("a leader opens the dashboard; a figure opens to its rows, whose sum it is; the day before stays what it was", async ({ house }) => {
  const leader = await house.person("leader");
  const { today } = businessTime(house.city.system.clockOffsetMs);
  const year = yearOf(today);
  const unitId = await house.unit("first", "发改委");
  const plant = (name: string, completedWan: string, asOfOn: string) =>
    plantProject(house.city, house.city.districtIds[0]!, { unitId, name, stages: [{ stage: "started", on: `${year - 1}-05-01` }], years: [{ year, planWan: "20000", fromOn: `${year - 1}-12-01` }], reports: yearOf(asOfOn) === year ? [{ asOfOn, completedWan }] : [] });
  await plant("生物基材料项目", "8000", today);
  const other = await house.unit("second", "发改委");
  await plantProject(house.city, house.city.districtIds[1]!, { unitId: other, name: "别县项目", years: [{ year }] });

  const page = await house.pageOf(leader);
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1, name: "看板" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "0.80", exact: true }).first().click();
  await page.waitForURL(/\/figures\/key-projects-completed\?/);
  await expect(page.getByText("8,000 万元")).toBeVisible();
  await expect(page.getByRole("link", { name: "生物基材料项目" })).toHaveCount(1);
  await expect(page.getByText("别县项目")).toHaveCount(0);
  await expectAccessible(page);

  await page.goto(`/dashboard?year=${year}&on=${addDays(today, -1)}`);
  await expect(page.getByRole("link", { name: "0.00", exact: true }).first()).toBeVisible();
});

test("the city's leader sees the districts beside each other and goes from one to its rows", async ({ house }) => {
  const { today } = businessTime(house.city.system.clockOffsetMs);
  const year = yearOf(today);
  for (const where of ["first", "second"] as const) {
    const unitId = await house.unit(where, "发改委");
    await plantProject(house.city, house.city.districtIds[where === "first" ? 0 : 1]!, { unitId, name: `${where}项目`, stages: [{ stage: "started", on: `${year - 1}-05-01` }], years: [{ year, fromOn: `${year - 1}-12-01` }] });
  }
  const page = await house.pageOf(await house.person("leader", "city"), { phone: true });
  await page.goto("/dashboard");
  await expect(page.getByText("分县区投资进度").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/figures/key-projects?district=${house.city.districtIds[1]!}`);
  await expect(page.getByRole("link", { name: "second项目" })).toBeVisible();
  await expect(page.getByText("first项目")).toHaveCount(0);
});
