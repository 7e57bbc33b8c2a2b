import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/foundation/actor";
import { runCommand } from "@/lib/foundation/command";
import { readAs } from "@/lib/foundation/read";
import { makeActor, makeCity, makeUnit, type City } from "@/lib/foundation/testing/tenants";
import { removeView, saveView } from "./commands";
import { listViews } from "./queries";
import { viewsAtMost } from "./schema";

let city: City;
let mine: Actor;
let colleague: Actor;
let stranger: Actor;
beforeAll(async () => {
  city = await makeCity();
  const admin = await makeActor(city, "admin");
  const unit = async (name: string) => (await makeUnit(admin, admin.districtId, name)).id;
  const [ours, theirs] = [await unit("发改委"), await unit("财政局")];
  mine = await makeActor(city, "staff", admin.districtId, { unitIds: [ours] });
  colleague = await makeActor(city, "staff", admin.districtId, { unitIds: [ours] });
  stranger = await makeActor(city, "staff", admin.districtId, { unitIds: [theirs] });
});

const save = (actor: Actor, name: string, isForUnit = false, address = "level=city&sort=-rate") => runCommand(actor, saveView, { place: "projects", name, address, isForUnit });
const names = async (actor: Actor) => (await readAs(actor, () => listViews(actor, "projects"))).map((view) => view.name);

describe("saved views", () => {
  it("are one's own, or the unit's; only who saved one removes it", async () => {
    const { id } = await save(mine, "单位的红灯", true);
    await save(mine, "我的市重点");
    expect(await names(mine)).toEqual(["我的市重点", "单位的红灯"]);
    expect(await names(colleague)).toEqual(["单位的红灯"]);
    expect(await names(stranger)).toEqual([]);
    await expect(runCommand(colleague, removeView, { id, version: 1 })).rejects.toMatchObject({ code: "notFound" });
    await runCommand(mine, removeView, { id, version: 1 });
    expect(await names(colleague)).toEqual([]);
  });

  it("have a name once, and are not without number", async () => {
    await save(stranger, "同名");
    await expect(save(stranger, "同名")).rejects.toMatchObject({ code: "viewNameTaken" });
    for (let number = 2; number <= viewsAtMost; number++) await save(stranger, `第 ${number} 个`);
    await expect(save(stranger, "再来一个")).rejects.toMatchObject({ code: "tooManyViews" });
  });

  it("hold only what stands behind a question mark, and are shared only by who has a unit", async () => {
    for (const address of ["a=1#b", "https://x?y", "a b"]) await expect(save(mine, "坏地址", false, address)).rejects.toHaveProperty("issues");
    await expect(save(await makeActor(city, "leader"), "无单位", true)).rejects.toMatchObject({ code: "noUnitToShare" });
    await expect(save(await makeActor(city, "auditor"), "审计员")).rejects.toMatchObject({ code: "notAllowed" });
  });
});
