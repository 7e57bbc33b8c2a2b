import { expect, expectAccessible, signIn, test } from "../fixtures/house";

test("the city's administrator adds a unit, a cadre and an account; that account signs in, chooses a password, and is refused what is not its own", async ({ house, browser }) => {
  test.setTimeout(180_000);
  const page = await house.pageOf(await house.person("admin", "city"));
  await house.unit("second", "外县发改委");

  await page.goto("/units/new");
  await page.getByLabel("县区").selectOption({ label: `县1` });
  await page.getByLabel("全称").fill("重点项目建设指挥部办公室");
  await page.getByLabel("简称").fill("重点项目办");
  await page.getByRole("button", { name: "新增单位" }).click();
  await page.waitForURL(/\/units\/[0-9a-f-]{36}$/);

  await page.goto("/cadres/new");
  await page.getByLabel("县区").selectOption({ label: "县1" });
  await page.getByLabel("姓名").fill("王建国");
  await page.getByLabel("单位").selectOption({ label: "重点项目建设指挥部办公室" });
  await page.getByLabel("职务").fill("主任");
  await page.getByLabel("职级").selectOption({ label: "正科级" });
  await page.getByLabel("工作电话").fill("138 0013 8000");
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/\/cadres\/[0-9a-f-]{36}$/);
  await expect(page.getByText("138****8000").first()).toBeVisible();

  const login = `wang-${house.city.tag}`;
  await page.goto(`/accounts/new?district=${house.city.districtIds[0]}`);
  const cadre = page.getByLabel("对应干部");
  await cadre.selectOption((await cadre.locator("option", { hasText: "王建国" }).getAttribute("value"))!);
  await page.getByLabel("登录名").fill(login);
  await page.getByRole("button", { name: "新增账号" }).click();
  const initial = (await page.locator("main table code").first().innerText()).trim();
  expect(initial).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  await expectAccessible(page);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const theirs = await context.newPage();
  await signIn(theirs, login, initial);
  await expect(theirs).toHaveURL(/\/me\/password$/);
  await theirs.goto("/units");
  await expect(theirs).toHaveURL(/\/me\/password$/);
  await theirs.locator('input[name="current"]').fill(initial);
  await theirs.locator('input[name="next"]').fill("1234567890");
  await theirs.locator('input[name="again"]').fill("1234567890");
  await theirs.getByRole("button", { name: "修改密码" }).click();
  await expect(theirs.locator('[aria-invalid="true"]')).toHaveCount(1);
  for (const field of ["next", "again"]) await theirs.locator(`input[name="${field}"]`).fill("correct-horse-battery");
  await theirs.getByRole("button", { name: "修改密码" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("王建国");

  const forbidden = await theirs.goto("/units/new");
  expect(forbidden!.status()).toBe(403);
  await theirs.goto("/units");
  await expect(theirs.getByText("重点项目建设指挥部办公室").first()).toBeVisible();
  await expect(theirs.getByText("外县发改委")).toHaveCount(0);
  await expectAccessible(theirs);

  await theirs.getByRole("button", { name: /王建国/ }).click();
  await theirs.getByRole("button", { name: "退出登录" }).click();
  await expect(theirs).toHaveURL(/\/login/);
  await theirs.goBack();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/login/);
  await context.close();
});

test("English is complete on the way through: no Chinese label, nothing grave for axe, light and dark", async ({ house }) => {
  test.setTimeout(240_000);
  const person = await house.person("admin", "city");
  const page = await house.pageOf(person, { language: "en" });
  const paths = ["/", "/districts", "/units", "/units/new", "/cadres", "/cadres/new", "/enterprises", "/enterprises/new", "/accounts", "/accounts/new", "/calendar", "/settings", "/api-docs", "/me/password", "/me/sessions", "/me/tokens"];
  for (const [at, path] of paths.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 === 0 ? "light" : "dark" });
    const response = await page.goto(path);
    expect(response!.status(), path).toBe(200);
    await expect(page.locator("main h1")).toBeVisible();
    const labels = await page.locator("h1, h2, th, label, button, nav a, legend").allInnerTexts();
    // Names of the test's own city and of languages may be Chinese.
    expect(labels.filter((label) => /[\u4e00-\u9fff]/.test(label.replaceAll(/测试|调度|中文|简体|县\d|市[0-9a-f]+/g, ""))), path).toEqual([]);
    await expectAccessible(page);
  }
});
