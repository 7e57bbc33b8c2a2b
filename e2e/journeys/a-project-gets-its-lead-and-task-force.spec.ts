import { addCadres } from "@/lib/cadres/commands";
import { addDays } from "@/lib/foundation/calendar";
import { businessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { addProjects } from "@/lib/projects/commands/register";
import { expect, expectAccessible, test } from "../fixtures/house";

test("an admin gives a project its lead and a task force, and ends a duty", async ({ house }) => {
  test.setTimeout(120_000);
  const districtId = house.city.districtIds[0]!;
  const { today } = businessTime(house.city.system.clockOffsetMs);
  const unitId = await house.unit("first", "发展和改革委员会");
  const cadre = (name: string, post: string) => ({ name, unitId, post, rank: "county_deputy" as const, phone: "13700004321" });
  await runCommand(house.city.system, addCadres, { districtId, cadres: [cadre("李明", "副县长"), cadre("王芳", "主任"), cadre("赵强", "科长")] });
  const project = { name: "生物基材料产业园", industry: "industry", nature: "new_build", path: "production", responsibleUnitId: unitId, stages: [{ stage: "landed", on: addDays(today, -30) }] };
  const { ids } = await runCommand(house.city.system, addProjects, { districtId, projects: [project] });
  const page = await house.pageOf(await house.person("admin"));
  await page.goto(`/projects/${ids[0]}/duties`);
  await expect(page.getByText("未明确分包领导")).toBeVisible();

  const give = async (role: string, name: string) => {
    await page.getByRole("button", { name: "明确责任人" }).click();
    const dialog = page.getByRole("dialog", { name: "明确责任人" });
    await dialog.getByRole("combobox", { name: "责任" }).selectOption({ label: role });
    await dialog.getByRole("combobox", { name: "干部" }).selectOption({ label: `${name}（发展和改革委员会 ${name === "李明" ? "副县长" : name === "王芳" ? "主任" : "科长"}）` });
    await dialog.getByRole("button", { name: "明确责任人" }).click();
    return dialog;
  };
  const row = (name: string) => page.getByRole("table", { name: "项目专班" }).getByRole("row", { name });
  await give("分包领导", "李明");
  await expect(row("李明")).toContainText("分包领导");
  await give("专班成员", "王芳");
  await expect(row("王芳")).toContainText("专班成员");

  const second = await give("分包领导", "赵强");
  await expect(second.getByRole("alert")).toContainText("由李明分包");
  await second.getByRole("button", { name: "取消" }).click();

  await page.getByRole("button", { name: "明确驻场单位" }).click();
  const site = page.getByRole("dialog", { name: "明确驻场单位" });
  await site.getByRole("combobox", { name: "驻场单位" }).selectOption({ label: "发展和改革委员会" });
  await site.getByRole("button", { name: "明确驻场单位" }).click();
  await expect(row("驻场单位")).toContainText("发展和改革委员会");

  await page.getByRole("button", { name: "登记建设单位联系人" }).click();
  const contact = page.getByRole("dialog", { name: "登记建设单位联系人" });
  await contact.getByLabel("姓名或单位").fill("陈志强");
  await contact.getByLabel("电话").fill("13900001234");
  await contact.getByRole("button", { name: "登记联系人" }).click();
  await row("陈志强").getByRole("button", { name: "显示" }).click();
  await expect(row("陈志强").getByRole("link", { name: "13900001234" })).toBeVisible();
  await expectAccessible(page);

  await row("李明").getByRole("button", { name: "结束" }).click();
  const end = page.getByRole("dialog", { name: "结束：分包领导 李明" });
  await end.getByLabel("结束原因").fill("工作调整");
  await end.getByRole("button", { name: "结束责任" }).click();
  await expect(page.getByRole("table", { name: "历任" }).getByRole("row", { name: "李明" })).toContainText("工作调整");
  await expect(page.getByText("未明确分包领导")).toBeVisible();
});
