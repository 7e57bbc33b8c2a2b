import type { Page } from "@playwright/test";
import { policy, type Capability } from "@/lib/foundation/access/policy";
import { newId } from "@/lib/foundation/ids";
import type { Role } from "@/prisma/generated/enums";
import { expect, test } from "../fixtures/house";

/* One table: who may do what, by page and by API; what the policy table allows is allowed, everything else is refused. */
const roles: Role[] = ["staff", "leader", "admin", "auditor", "enterprise"];
const doors: { needs: Capability; page?: string; api?: { method: "GET" | "POST"; path: string } }[] = [
  { needs: "district.read", page: "/districts", api: { method: "GET", path: "/districts" } },
  { needs: "district.write", page: "/districts/new" },
  { needs: "unit.read", page: "/units", api: { method: "GET", path: "/units" } },
  { needs: "unit.write", page: "/units/new", api: { method: "POST", path: "/units" } },
  { needs: "cadre.read", page: "/cadres", api: { method: "GET", path: "/cadres" } },
  { needs: "cadre.write", page: "/cadres/new", api: { method: "POST", path: "/cadres" } },
  { needs: "enterprise.read", page: "/enterprises", api: { method: "GET", path: "/enterprises" } },
  { needs: "enterprise.write", page: "/enterprises/new", api: { method: "POST", path: "/enterprises" } },
  { needs: "project.read", page: "/projects", api: { method: "GET", path: "/projects" } },
  { needs: "project.read", api: { method: "GET", path: "/project-years" } },
  { needs: "project.write", page: "/projects/new", api: { method: "POST", path: "/projects" } },
  { needs: "duty.read", api: { method: "GET", path: "/duties" } },
  { needs: "duty.write", api: { method: "POST", path: "/duties" } },
  { needs: "schedule.read", api: { method: "GET", path: "/milestones" } },
  { needs: "fund.read", page: "/funds", api: { method: "GET", path: "/funds" } },
  { needs: "fund.write", api: { method: "POST", path: "/funds" } },
  { needs: "account.read", page: "/accounts", api: { method: "GET", path: "/accounts" } },
  { needs: "account.write", page: "/accounts/new", api: { method: "POST", path: "/accounts" } },
  { needs: "setting.read", page: "/settings" },
  { needs: "calendar.read", page: "/calendar" },
  { needs: "audit.read", page: "/audit" },
  { needs: "audit.verify", page: "/audit/verification" },
  { needs: "token.own", page: "/me/tokens" },
  { needs: "session.own", page: "/me/sessions" },
];

const allows = (needs: Capability, role: Role, atCity: boolean): boolean => {
  const rows = (policy[needs] as Partial<Record<Role, string>>)[role];
  return rows !== undefined && (rows !== "asCity" || atCity);
};

async function expectPage(page: Page, path: string, allowed: boolean): Promise<void> {
  const response = await page.goto(path);
  expect(response!.status(), path).toBe(allowed ? 200 : 403);
  const forbidden = page.getByRole("heading", { name: "您的账号不能打开这一页" });
  if (allowed) {
    await expect(page.locator("main h1")).toBeVisible();
    await expect(forbidden, path).toHaveCount(0);
  } else await expect(forbidden, path).toBeVisible();
}

for (const where of ["first", "city"] as const) {
  for (const role of roles) {
    if (where === "city" && role === "enterprise") continue;
    test(`${role} of ${where === "city" ? "the city" : "a district"}: every door of the table`, async ({ house, baseURL }) => {
      test.setTimeout(120_000);
      const person = await house.person(role, where, role === "enterprise" ? { enterpriseId: await house.enterprise(where) } : {});
      const [page, token] = [await house.pageOf(person), await house.tokenOf(person)];
      for (const { needs, page: path, api } of doors) {
        const allowed = allows(needs, role, where === "city");
        if (path) await expectPage(page, path, allowed);
        if (!api) continue;
        const response = await fetch(`${baseURL}/api/v1${api.path}`, {
          method: api.method, headers: { authorization: `Bearer ${token}`, "idempotency-key": newId() }, ...(api.method === "POST" ? { body: "{}" } : {}),
        });
        // An allowed post of nothing gets as far as its schema.
        expect(response.status, `${api.method} ${api.path}`).toBe(!allowed ? 403 : api.method === "POST" ? 400 : 200);
      }
    });
  }
}

test("an action taken from an administrator's page is refused to a member of staff, and to a page of another site", async ({ house, baseURL }) => {
  const admin = await house.pageOf(await house.person("admin"));
  await admin.goto("/units/new");
  await admin.getByLabel("全称").fill("产业园区");
  await admin.getByLabel("简称").fill("园区");
  const sent = admin.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/units/new"));
  await admin.getByRole("button", { name: "新增单位" }).click();
  const recorded = await sent;
  await admin.waitForURL(/\/units\/[0-9a-f-]{36}$/);
  const body = recorded.postData()!.replace("产业园区", "偷来的单位").replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/, crypto.randomUUID());
  const headers = { "next-action": (await recorded.allHeaders())["next-action"]!, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8" };
  const replay = async (page: Page, origin: string) =>
    (await page.request.post("/units/new", { headers: { ...headers, origin }, data: body })).text();
  const staff = await house.pageOf(await house.person("staff"));
  expect(await replay(staff, new URL(baseURL!).origin)).toContain('"code":"notAllowed"');
  expect(await replay(admin, "https://evil.example.com")).not.toContain('"ok":true');
  await admin.goto("/units?q=偷来");
  await expect(admin.getByText("没有找到单位")).toBeVisible();
});
