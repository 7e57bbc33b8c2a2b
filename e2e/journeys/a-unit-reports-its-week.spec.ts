import { lastReportDay } from "@/lib/calendar/rules/reporting-week";
import { addCadres } from "@/lib/cadres/commands";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";
import { submitReports } from "@/lib/progress/commands";
import { addProjects } from "@/lib/projects/commands/register";
import { expect, expectAccessible, test } from "../fixtures/house";

type House = Parameters<Parameters<typeof test>[2]>[0]["house"];

/** A unit with projects that owe the due week and reported the one before, and one of its staff. */
async function makeUnitWithProjects(house: House, count: number) {
  const { city } = house;
  const districtId = city.districtIds[0]!;
  const { today } = businessTime(city.system.clockOffsetMs);
  const due = lastReportDay(today, 5);
  const year = Number(due.slice(0, 4));
  const unitId = await house.unit("first", "发展和改革委员会");
  const names = Array.from({ length: count }, (_, at) => `第${String(at + 1).padStart(2, "0")}号项目`);
  const { ids } = await runCommand(city.system, addProjects, {
    districtId,
    projects: names.map((name) => ({
      name, industry: "industry", nature: "new_build", path: "works", responsibleUnitId: unitId, totalWan: "50000",
      stages: [{ stage: "reserve", on: `${year - 2}-01-04` }, { stage: "landed", on: `${year - 2}-03-01` }, { stage: "started", on: `${year - 2}-05-06` }],
      year: { year, level: "county", kind: "continuing", planWan: "20000", investedBeforeWan: "0", fromOn: `${year}-01-01` },
    })),
  });
  const before = lastReportDay(addDays(due, -1), 5);
  if (before.startsWith(String(year))) {
    await runCommand(city.system, submitReports, {
      districtId, asOfOn: before, reports: ids.map((projectId) => ({ projectId, completedWan: "1200", physicalPercent: "10", siteText: "基础施工", problems: "", nextPlan: "主体施工" })),
    });
  }
  const staff = await house.person("staff");
  const { ids: [cadreId] } = await runCommand(city.system, addCadres, { districtId, cadres: [{ name: "周填报", unitId, post: "科员", rank: "staff", phone: null }] });
  await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, city.system, false);
    await tx.account.updateMany({ where: { districtId, id: staff.accountId! }, data: { cadreId: cadreId! } });
  });
  return { districtId, due, before, ids, names, staff };
}

const reportsOf = (house: House, projectIds: string[], due: string) =>
  mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, house.city.system, true);
    return tx.progressReport.findMany({ where: { districtId: house.city.districtIds[0]!, projectId: { in: projectIds }, asOfOn: new Date(due) } });
  });

test("staff report a project's week on a phone: six taps at most and one sentence, and the draft saves itself", async ({ house }) => {
  const { due, ids, names, staff } = await makeUnitWithProjects(house, 2);
  const page = await house.pageOf(staff, { phone: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.locator>) => {
    taps++;
    await target.tap();
  };
  await tap(page.getByRole("link", { name: "周报" }).locator("visible=true").first());
  await page.waitForURL(/\/reports/);
  await expectAccessible(page);
  await tap(page.getByRole("link", { name: names[0]! }).locator("visible=true"));
  await page.waitForURL(/\/projects\/.*\/reports/);
  const amount = page.getByLabel("本年累计完成（万元）");
  await expect(page.getByRole("button", { name: "提交周报" })).toBeEnabled();
  await tap(amount);
  await page.keyboard.type("1350.5");
  await tap(page.getByLabel("目前形象进度"));
  await page.keyboard.type("主体三层封顶");
  await expect(page.getByText(/草稿已保存 \d\d:\d\d/)).toBeVisible();
  const [draft] = await reportsOf(house, [ids[0]!], due);
  expect(draft).toMatchObject({ status: "draft", siteText: "主体三层封顶" });
  await expectAccessible(page);
  await tap(page.getByRole("button", { name: "提交周报" }));
  await page.waitForURL((url) => url.pathname === "/reports");
  expect(taps).toBeLessThanOrEqual(6);
  const [report] = await reportsOf(house, [ids[0]!], due);
  expect(report).toMatchObject({ status: "submitted", siteText: "主体三层封顶" });
  expect(report!.completedWan!.toFixed()).toBe("1350.5");
  await expect(page.getByRole("link", { name: names[0]! }).locator("visible=true")).toContainText("待审核");
});

test("a unit pastes its week of twelve projects: ten are saved and two wrong cells are pointed at, and what was typed survives a reload", async ({ house }) => {
  const { due, ids, names, staff } = await makeUnitWithProjects(house, 12);
  const page = await house.pageOf(staff);
  await page.goto("/reports");
  await expect(page.getByRole("button", { name: "提交", exact: true })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const rows = names.map((name, at) => [name, "1,200", at === 3 ? "1,2,50" : at === 7 ? "900" : `${1300 + at}`, "15", "设备进场", "", "安装调试"].join("\t"));
  await page.getByLabel(`${names[0]}：本年累计完成`).focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `${rows.join("\r\n")}\r\n`);
  await expect(page.locator('table [aria-invalid="true"]')).toHaveCount(2);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText("已填回您上次没有提交的内容")).toBeVisible();
  await page.getByRole("button", { name: "提交 12 项" }).click();
  await expect(page.getByText("已提交 10 项，2 项需改")).toBeVisible();
  await expect(page.locator('table [aria-invalid="true"]')).toHaveCount(2);
  await expect(page.getByLabel(`${names[3]}：本年累计完成`)).toHaveValue("1,2,50");
  await expect(page.getByText(/低于 \d{4}-\d\d-\d\d 已报的 1200/)).toBeVisible();
  const saved = await reportsOf(house, ids, due);
  expect(saved.map(({ projectId }) => projectId).sort()).toEqual(ids.filter((_, at) => at !== 3 && at !== 7).sort());
  await page.getByLabel(`${names[3]}：本年累计完成`).fill("1,250");
  await page.getByLabel(`${names[7]}：本年累计完成`).fill("０．１４亿");
  await page.getByRole("button", { name: "提交 2 项" }).click();
  await expect(page.getByText("已提交 2 项。")).toBeVisible();
  const all = await reportsOf(house, ids, due);
  expect(all.find(({ projectId }) => projectId === ids[7])!.completedWan!.toFixed()).toBe("1400");
});

test("a leader verifies one week and returns another, which the unit submits again", async ({ house }) => {
  const { districtId, due, ids, names, staff } = await makeUnitWithProjects(house, 3);
  await runCommand({ ...house.city.system }, submitReports, {
    districtId, asOfOn: due, reports: ids.map((projectId, at) => ({ projectId, completedWan: `${1400 + at}`, physicalPercent: "20", siteText: "基础施工", problems: "", nextPlan: "" })),
  });
  const page = await house.pageOf(await house.person("leader"));
  await page.goto(`/reports?week=${due}`);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("文字与上期相同").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(`选择“${names[0]}”`).check();
  await page.getByLabel(`选择“${names[1]}”`).check();
  await page.getByRole("button", { name: "审核通过 2 份" }).click();
  await expect(page.getByText("已审核 2 份。")).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(names[2]!) });
  await row.getByRole("button", { name: "退回" }).click();
  await page.getByLabel("退回原因").fill("文字没有更新，请写明现场进度");
  await page.getByRole("dialog").getByRole("button", { name: "退回" }).click();
  await expect(page.getByText("已退回。")).toBeVisible();
  expect((await reportsOf(house, ids, due)).map(({ status }) => status).sort()).toEqual(["returned", "verified", "verified"]);
  await page.goto("/reports?view=missing");
  await expect(page.getByRole("link", { name: names[2]! })).toBeVisible();
  await expectAccessible(page);

  const theirs = await house.pageOf(staff);
  await theirs.goto(`/projects/${ids[2]}/reports`);
  await expect(theirs.getByText("已退回：文字没有更新，请写明现场进度").first()).toBeVisible();
  await theirs.waitForLoadState("networkidle");
  await theirs.getByLabel("目前形象进度").fill("地下室顶板完成");
  await theirs.getByRole("button", { name: "提交周报" }).click();
  await theirs.waitForURL((url) => url.pathname === "/reports");
  expect((await reportsOf(house, [ids[2]!], due))[0]).toMatchObject({ status: "submitted", siteText: "地下室顶板完成" });
  await theirs.goto(`/projects/${ids[0]}/reports`);
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "更正" }).first().click();
  await theirs.getByRole("dialog").getByLabel("本年累计完成（万元）").fill("1390");
  await theirs.getByRole("dialog").getByLabel("更正原因").fill("凭证核减");
  await theirs.getByRole("dialog").getByRole("button", { name: "更正" }).click();
  await expect(theirs.getByText("已更正，待重新审核。")).toBeVisible();
  await theirs.getByText("办理经过 3 步").click();
  await expect(theirs.getByText("更正：1,400 → 1,390 万元")).toBeVisible();
  await expect(theirs.getByText("凭证核减")).toBeVisible();
  await expectAccessible(theirs);
});
