import { expect, expectAccessible, test } from "../fixtures/house";

test("staff register a key project, find it by its initials, save the view and advance its stage; a leader suspends and resumes it", async ({ house }) => {
  test.setTimeout(120_000);
  const unitId = await house.unit("first", "发展和改革委员会");
  await house.project("first", unitId, "老项目", { industry: "social", path: "works" });
  const staff = await house.pageOf(await house.staffOf(unitId));
  await staff.goto("/projects/new");
  await staff.getByLabel("项目名称").fill("生物基新材料产业园");
  await staff.getByLabel("总投资").fill("6亿");
  await staff.getByLabel("年度计划投资").fill("12,34");
  await staff.getByRole("button", { name: "登记项目" }).click();
  await expect(staff.getByText("逗号只用于千位分隔")).toBeVisible();
  await staff.getByLabel("年度计划投资").fill("20,000");
  await staff.getByRole("button", { name: "登记项目" }).click();
  await staff.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await expect(staff.getByRole("heading", { level: 1 })).toContainText("生物基新材料产业园");
  await expect(staff.getByText("60,000 万元")).toBeVisible();
  await expectAccessible(staff);
  const address = staff.url();

  await staff.goto("/projects");
  await staff.getByRole("searchbox").fill("swjxcl");
  await staff.waitForURL(/q=swjxcl/);
  await expect(staff.getByRole("link", { name: "生物基新材料产业园" })).toHaveCount(1);
  await expect(staff.getByRole("link", { name: "老项目" })).toHaveCount(0);
  await staff.getByRole("combobox", { name: "所属行业" }).selectOption({ label: "工业" });
  await staff.waitForURL(/industry=industry/);
  await expect(staff.getByRole("region", { name: "合计" })).toContainText("1 个");
  await staff.getByRole("button", { name: "保存视图" }).click();
  await staff.getByLabel("视图名称").fill("工业项目");
  await staff.getByRole("dialog").getByRole("button", { name: "保存视图" }).click();
  await staff.goto("/projects");
  await expect(staff.getByRole("link", { name: "老项目" })).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("link", { name: "工业项目" }).click();
  await staff.waitForURL(/industry=industry/);
  await expect(staff.getByRole("link", { name: "老项目" })).toHaveCount(0);

  await staff.goto(address);
  await staff.getByRole("button", { name: "登记签约" }).click();
  await staff.getByLabel("依据").fill("投资协议 2023-03-01");
  await staff.getByRole("dialog").getByRole("button", { name: "登记签约" }).click();
  await expect(staff.getByRole("button", { name: "登记落地" })).toBeVisible();
  await expect(staff.getByRole("button", { name: "停缓建" })).toHaveCount(0);

  const leader = await house.pageOf(await house.person("leader"), { phone: true });
  await leader.goto(address);
  await leader.getByRole("button", { name: "停缓建" }).click();
  const dialog = leader.getByRole("dialog");
  await dialog.getByRole("button", { name: "停缓建" }).click();
  await expect(dialog.getByText("请填写此项").first()).toBeVisible();
  await dialog.getByLabel("原因").selectOption({ label: "资金" });
  await dialog.getByLabel("正在采取的措施").fill("协调银行贷款");
  await dialog.getByLabel("预计恢复日期").fill("2099-12-31");
  await dialog.getByRole("button", { name: "停缓建" }).click();
  await expect(leader.getByRole("button", { name: "恢复建设" })).toBeVisible();
  await expectAccessible(leader);
  await leader.getByRole("button", { name: "恢复建设" }).click();
  await dialog.getByLabel("恢复依据").fill("贷款到位");
  await dialog.getByRole("button", { name: "恢复建设" }).click();
  await expect(leader.getByRole("button", { name: "停缓建" })).toBeVisible();
  await leader.goto(`${address}/history`);
  const history = leader.getByRole("list", { name: "变更记录" });
  for (const line of ["停缓建", "恢复建设", "进入下一阶段", "登记项目"]) await expect(history.getByText(line, { exact: true }).first()).toBeVisible();
});

test("a project of another district is not there, and a colleague's project cannot be changed", async ({ house }) => {
  const [unitId, otherId] = [await house.unit("first", "发展和改革委员会"), await house.unit("first", "住房和城乡建设局")];
  const id = await house.project("first", unitId, "本县的项目");
  const elsewhere = await house.pageOf(await house.person("leader", "second"));
  for (const path of [`/projects/${id}`, `/projects/${id}/history`]) {
    await elsewhere.goto(path);
    await expect(elsewhere.getByText("本县的项目")).toHaveCount(0);
  }
  const colleague = await house.pageOf(await house.staffOf(otherId));
  await colleague.goto(`/projects/${id}`);
  await expect(colleague.getByRole("heading", { level: 1 })).toContainText("本县的项目");
  await expect(colleague.getByRole("link", { name: "修改" })).toHaveCount(0);
  expect((await colleague.goto(`/projects/${id}/edit`))!.status()).toBe(403);
});
