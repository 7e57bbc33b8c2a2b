import { expect, test } from "../fixtures/house";
import { mainClient, scopeTransaction } from "@/lib/foundation/db";

test("another district's unit is not found, exactly like one that does not exist, and both misses are in the audit", async ({ house }) => {
  const id = await house.unit("second", "外县水利局");
  const staff = await house.person("staff", "first");
  const page = await house.pageOf(staff);
  const absent = id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");
  const texts: string[] = [];
  for (const wanted of [id, absent]) {
    expect((await page.goto(`/units/${wanted}`))!.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "没有找到这一页" })).toBeVisible();
    texts.push(await page.locator("main").innerText());
  }
  expect(texts[0]).toBe(texts[1]);
  await page.goto("/units?q=外县");
  await expect(page.getByText("没有找到单位")).toBeVisible();
  expect(await (await page.request.get("/api/search?q=外县")).json()).toEqual({ results: [] });
  const misses = await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, house.city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: staff.districtId, actorId: staff.accountId, outcome: "missed" }, orderBy: { id: "asc" } });
  });
  expect(misses.map((miss) => [miss.kind, miss.subjectId])).toEqual([["unit", id], ["unit", absent]]);
});

test("a page asked for in another district is not found, and the audit says which was tried", async ({ house }) => {
  const admin = await house.person("admin", "first");
  const page = await house.pageOf(admin);
  const other = house.city.districtIds[1]!;
  const paths = ["/accounts/new", "/accounts/new/many", "/calendar"];
  for (const path of paths) {
    expect((await page.goto(`${path}?district=${other}`))!.status(), path).toBe(404);
    expect((await page.goto(path))!.status(), path).toBe(200);
  }
  const misses = await mainClient().$transaction(async (tx) => {
    await scopeTransaction(tx, house.city.system, true);
    return tx.auditEntry.findMany({ where: { districtId: admin.districtId, actorId: admin.accountId, outcome: "missed", kind: "district", subjectId: other } });
  });
  expect(misses).toHaveLength(paths.length);
});
