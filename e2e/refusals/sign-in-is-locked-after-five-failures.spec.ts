import { expect, expectAccessible, password, test } from "../fixtures/house";

test("five wrong passwords lock an account for fifteen minutes, with a clear sentence, and the right one does not help then", async ({ house, page }) => {
  const staff = await house.person("staff");
  await page.goto("/login");
  await expectAccessible(page);
  const enter = async (secret: string) => {
    await page.locator('input[name="login"]').fill(staff.login);
    await page.locator('input[name="password"]').fill(secret);
    const answered = page.waitForResponse((response) => response.url().includes("/api/auth/callback/credentials"));
    await page.locator('button[type="submit"]').click();
    await answered;
  };
  for (let i = 0; i < 4; i++) {
    await enter("wrong-password");
    await expect(page.getByText("账号或密码不正确")).toBeVisible();
  }
  await enter("wrong-password");
  await expect(page.getByText("账号已锁定，请 15 分钟后再试")).toBeVisible();
  await enter(password);
  await expect(page.getByText("账号已锁定")).toBeVisible();
  expect(page.url()).toContain("/login");
});
