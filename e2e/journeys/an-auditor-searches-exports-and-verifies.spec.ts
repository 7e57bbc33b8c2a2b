import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "../fixtures/house";

test("an auditor finds who did what, takes it along as a file that is registered, and has the chains recomputed", async ({ house }) => {
  const admin = await house.person("admin", "first");
  const work = await house.pageOf(admin);
  await work.goto("/units/new");
  await work.getByLabel("全称").fill("=危险()局");
  await work.getByLabel("简称").fill("危险局");
  await work.getByRole("button", { name: "新增单位" }).click();
  await work.waitForURL(/\/units\/[0-9a-f-]{36}$/);

  const page = await house.pageOf(await house.person("auditor", "city"));
  await page.goto("/audit?kind=unit");
  await expect(page.getByText("=危险()局").first()).toBeVisible();
  await expect(page.getByText(admin.name).first()).toBeVisible();
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出为 CSV" }).click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text).toContain("危险()局");
  expect(text).not.toMatch(/(^|,)"?=危险/m);

  await page.goto("/audit/exports");
  await expect(page.locator("main")).toContainText("1");
  await expectAccessible(page);
  await page.goto("/audit/verification?run=1");
  await expect(page.getByText("完整").first()).toBeVisible();
  await expectAccessible(page);
  expect((await page.goto("/units"))!.status()).toBe(403);
});

test("a phone is shown whole one at a time, and the audit says to whom", async ({ house }) => {
  const admin = await house.person("admin", "first");
  await house.unit("first", "重点项目办");
  const page = await house.pageOf(admin, { phone: true });
  await page.goto("/cadres/new");
  await page.getByLabel("姓名").fill("李建军");
  await page.getByLabel("单位").selectOption({ label: "重点项目办" });
  await page.getByLabel("职务").fill("主任");
  await page.getByLabel("工作电话").fill("13800138000");
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/\/cadres\/[0-9a-f-]{36}$/);
  await expect(page.getByText("13800138000")).toHaveCount(0);
  await expectAccessible(page);
  await page.locator("main").getByRole("button", { name: /显示|查看/ }).first().click();
  await expect(page.getByText("13800138000").or(page.getByText("138 0013 8000"))).toBeVisible();
  await page.reload();
  await expect(page.getByText("查看电话").first()).toBeVisible();
  await expect(page.getByText("13800138000")).toHaveCount(0);
});
