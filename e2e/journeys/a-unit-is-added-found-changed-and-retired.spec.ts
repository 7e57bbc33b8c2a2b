import { expect, expectAccessible, test } from "../fixtures/house";

test("an administrator adds a unit, finds it by its initials, changes it, retires it; its history tells all of it", async ({ house }) => {
  const page = await house.pageOf(await house.person("admin"));
  await page.goto("/units");
  await expect(page.getByText("还没有单位")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "新增单位" }).first().click();
  await page.getByRole("button", { name: "新增单位" }).click();
  await expect(page.getByText("请填写此项").first()).toBeVisible();
  await page.getByLabel("全称").fill("自然资源局");
  await page.getByLabel("简称").fill("资规局");
  await page.getByRole("button", { name: "新增单位" }).dblclick();
  await page.waitForURL(/\/units\/[0-9a-f-]{36}$/);
  await expectAccessible(page);

  await page.goto("/units");
  await page.getByRole("searchbox").fill("zrzyj");
  await page.waitForURL(/q=zrzyj/);
  await expect(page.getByRole("link", { name: "自然资源局" })).toHaveCount(1);
  await page.getByRole("link", { name: "自然资源局" }).click();
  await page.getByLabel("全称").fill("自然资源和规划局");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "自然资源和规划局" })).toBeVisible();

  await page.getByRole("button", { name: "停用" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用" }).click();
  await expect(page.getByText("已停用").first()).toBeVisible();
  const history = page.getByRole("list", { name: "变更记录" });
  for (const line of ["停用单位", "修改单位", "新增单位"]) await expect(history.getByText(line)).toBeVisible();
});

test("two people change one unit: the second is told who changed what, keeps what was typed, and decides", async ({ house }) => {
  const id = await house.unit("first", "水利局");
  const [first, second] = [await house.person("admin"), await house.person("admin")];
  const [one, two] = [await house.pageOf(first), await house.pageOf(second)];
  for (const page of [one, two]) await page.goto(`/units/${id}`);
  await one.getByLabel("全称").fill("水务局");
  await one.getByRole("button", { name: "保存" }).click();
  await expect(one.getByRole("heading", { level: 1, name: "水务局" })).toBeVisible();
  await two.getByLabel("全称").fill("水利水务局");
  await two.getByRole("button", { name: "保存" }).click();
  const alert = two.getByRole("alert").filter({ hasText: first.name });
  await expect(alert).toContainText("水利局");
  await expect(alert).toContainText("水务局");
  await expect(alert).toContainText("名称");
  await expect(two.getByLabel("全称")).toHaveValue("水利水务局");
  await expectAccessible(two);
  await two.getByRole("button", { name: "以我填的为准，再次保存" }).click();
  await expect(two.getByRole("heading", { level: 1, name: "水利水务局" })).toBeVisible();
});

test("what was typed survives a broken network, a reload and a lost session", async ({ house }) => {
  const person = await house.person("admin");
  const page = await house.pageOf(person);
  await page.goto("/units/new");
  await page.getByLabel("全称").fill("断网也不丢局");
  await page.getByLabel("简称").fill("断网局");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "新增单位" }).click();
  await expect(page.getByText("网络不通，不确定是否已经保存")).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByLabel("全称")).toHaveValue("断网也不丢局");
  await house.endSessions(person);
  await page.getByRole("button", { name: "新增单位" }).click();
  await expect(page.getByText("登录已失效").first()).toBeVisible();
  await expect(page.getByLabel("全称")).toHaveValue("断网也不丢局");
});

test("what is typed and chosen before the page is alive is not lost", async ({ house }) => {
  const page = await house.pageOf(await house.person("admin", "city"));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.continue();
  });
  await page.goto("/units/new", { waitUntil: "commit" });
  await page.getByLabel("县区").selectOption({ label: "县1" });
  await page.getByLabel("全称").fill("早到的局");
  const save = page.getByRole("button", { name: "新增单位" });
  await expect(save).toBeDisabled();
  await expect(save).toBeEnabled({ timeout: 30_000 });
  await page.getByLabel("简称").fill("早到局");
  await save.click();
  await page.waitForURL(/\/units\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "早到的局" })).toBeVisible();
  await page.goto(`/units?district=${house.city.districtIds[0]}`);
  await expect(page.getByRole("link", { name: "早到的局" })).toBeVisible();
});
