import { lastReportDay } from "@/lib/calendar/rules/reporting-week";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { newId } from "@/lib/foundation/ids";
import { expect, test } from "../fixtures/house";

test("staff report a week, a leader verifies it, and the dashboard's figure moves by that amount and opens to that row; by clicks and by the API", async ({ house, baseURL }) => {
  test.setTimeout(90_000);
  const { today } = businessTime(house.city.system.clockOffsetMs);
  const due = lastReportDay(today, 5);
  const dayBefore = addDays(due, -1);
  const unitId = await house.unit("first", "发展和改革委员会");
  const started = { stages: [{ stage: "landed", on: addDays(today, -500) }, { stage: "started", on: addDays(today, -400) }], totalWan: "300000", year: undefined };
  const year = { year: Number(due.slice(0, 4)), level: "city", kind: "continuing", planWan: "120000", investedBeforeWan: "50000", fromOn: `${due.slice(0, 4)}-01-01` };
  const [clicked, called] = [await house.project("first", unitId, "滨河路改造工程", { ...started, year }), await house.project("first", unitId, "人民医院新院区", { ...started, year })];
  const [staff, leader] = [await house.staffOf(unitId), await house.person("leader")];
  const theirs = await house.pageOf(leader);
  const completed = theirs.locator('a[href*="/figures/key-projects-completed?"]').first();
  const completedOn = async (on: string) => {
    await theirs.goto(`/dashboard?on=${on}`);
    return (await completed.textContent())!.replaceAll(/[^\d.]/g, "");
  };
  expect(await completedOn(due)).toBe("0.00");

  const page = await house.pageOf(staff, { phone: true });
  await page.getByRole("link", { name: "周报" }).locator("visible=true").first().click();
  await page.getByRole("link", { name: "滨河路改造工程" }).locator("visible=true").click();
  await expect(page.getByRole("button", { name: "提交周报" })).toBeEnabled();
  await page.getByLabel("本年累计完成（万元）").fill("2.5亿");
  await page.getByLabel("形象进度（%）").fill("30");
  await page.getByLabel("目前形象进度").fill("路基完成三公里");
  await page.getByRole("button", { name: "提交周报" }).click();
  await page.waitForURL((url) => url.pathname === "/reports");
  expect(await completedOn(due)).toBe("2.50");

  await theirs.goto("/reports");
  await theirs.getByRole("row", { name: /滨河路改造工程/ }).getByRole("button", { name: "审核" }).click();
  await expect(theirs.getByText(/已审核/)).toBeVisible();
  expect(await completedOn(due)).toBe("2.50");
  expect(await completedOn(dayBefore)).toBe("0.00");
  await completedOn(due);
  await completed.click();
  await theirs.waitForURL(/\/figures\/key-projects-completed/);
  await expect(theirs.getByRole("row", { name: /滨河路改造工程/ })).toContainText("25,000");
  await theirs.getByRole("link", { name: "滨河路改造工程" }).click();
  await theirs.waitForURL(new RegExp(`/projects/${clicked}`));

  const api = async (token: string, method: string, path: string, { body, ifMatch }: { body?: object; ifMatch?: string } = {}) => {
    const response = await fetch(`${baseURL}/api/v1${path}`, {
      method, headers: { authorization: `Bearer ${token}`, "idempotency-key": newId(), ...(ifMatch ? { "if-match": ifMatch } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok, `${method} ${path} ${response.status}`).toBe(true);
    return { etag: response.headers.get("etag"), body: (await response.json()) as Record<string, unknown> };
  };
  const [staffToken, leaderToken] = [await house.tokenOf(staff), await house.tokenOf(leader)];
  const report = { projectId: called, completedWan: "12345.6789", physicalPercent: "20", siteText: "主楼封顶" };
  const sent = await api(staffToken, "POST", "/reports", { body: { districtId: house.city.districtIds[0], asOfOn: due, reports: [report] } });
  const [{ id }] = sent.body.saved as [{ id: string }];
  const { etag } = await api(leaderToken, "GET", `/reports/${id}`);
  await api(leaderToken, "PATCH", `/reports/${id}/verify`, { body: {}, ifMatch: etag! });
  const figure = await api(leaderToken, "GET", `/figures/key-projects-completed?year=${year.year}&on=${due}`);
  expect(figure.body).toMatchObject({ value: "37345.6789" });
  const before = await api(leaderToken, "GET", `/figures/key-projects-completed?year=${year.year}&on=${dayBefore}`);
  expect(before.body).toMatchObject({ value: "0" });
  const { body: rows } = await api(leaderToken, "GET", `/figures/key-projects-completed/rows?year=${year.year}&on=${due}`);
  expect(JSON.stringify(rows)).toContain("12345.6789");
});
