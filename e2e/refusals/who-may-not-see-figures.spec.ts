import { expect, test } from "../fixtures/house";

test("an auditor and an enterprise have no dashboard; a district's leader finds none of its neighbour; no figure is not found", async ({ house }) => {
  const auditor = await house.pageOf(await house.person("auditor"));
  for (const path of ["/dashboard", "/figures/key-projects"]) expect((await auditor.goto(path))!.status()).toBe(403);
  const enterpriseId = await house.enterprise("first");
  const enterprise = await house.pageOf(await house.person("enterprise", "first", { enterpriseId }));
  expect((await enterprise.goto("/dashboard"))!.status()).toBe(403);
  const leader = await house.pageOf(await house.person("leader"));
  expect((await leader.goto(`/dashboard?district=${house.city.districtIds[1]!}`))!.status()).toBe(404);
  for (const path of ["/figures/nothing", "/figures/key-projects?colour=red", "/figures/reports-missed?light=red"]) expect((await leader.goto(path))!.status(), path).toBe(404);
});
