import { whereOf } from "@/lib/foundation/access/reach";
import { addDays, dateOf } from "@/lib/foundation/calendar";
import { defineCommand, type CommandContext } from "@/lib/foundation/command";
import { newId } from "@/lib/foundation/ids";
import { searchKeys } from "@/lib/foundation/pinyin";
import { Refusal } from "@/lib/foundation/refusal";
import { nextSpan } from "@/lib/foundation/spans";
import { isSettingKey, settings } from "./rules";
import { addDistrictSchema, changeDistrictSchema, foundCitySchema, retireDistrictSchema, setSettingSchema } from "./schema";

/** The first row of all: a city, which is its own tenant. Only the first start and tests found one. */
export const foundCity = defineCommand({
  name: "district.found",
  needs: "district.write",
  schema: foundCitySchema,
  run: async (ctx, input) => {
    const id = ctx.actor.districtId;
    return { id: await ctx.add("district", { ...input, id, cityId: id, kind: "city", ...searchKeys(input.name, input.shortName) }) };
  },
});

export const addDistrict = defineCommand({
  name: "district.add",
  needs: "district.write",
  schema: addDistrictSchema,
  run: async (ctx, input) => {
    await refuseTakenName(ctx, input.name);
    return { id: await ctx.add("district", { ...input, id: newId(), cityId: ctx.actor.cityId, ...searchKeys(input.name, input.shortName) }) };
  },
});

export const changeDistrict = defineCommand({
  name: "district.change",
  needs: "district.write",
  schema: changeDistrictSchema,
  run: async (ctx, { id, version, ...input }) => {
    const district = await ctx.db.district.findFirst({ where: { id, AND: [whereOf(ctx.actor, "district.write")] } });
    if (!district) throw new Refusal("notFound");
    if ((district.kind === "city") !== (input.kind === "city")) throw new Refusal("cityStaysCity");
    if (district.name !== input.name) await refuseTakenName(ctx, input.name);
    await ctx.change("district", district, version, { ...input, ...searchKeys(input.name, input.shortName) });
    return { id };
  },
});

/** Its people can no longer sign in; its rows stay. */
export const retireDistrict = defineCommand({
  name: "district.retire",
  needs: "district.write",
  schema: retireDistrictSchema,
  run: async (ctx, { id, version }) => {
    const district = await ctx.db.district.findFirst({ where: { id, AND: [whereOf(ctx.actor, "district.write")] } });
    if (!district) throw new Refusal("notFound");
    if (district.kind === "city") throw new Refusal("cityNotRetired");
    if (district.retiredOn) throw new Refusal("isRetired", { name: district.name });
    await ctx.change("district", district, version, { retiredOn: dateOf(ctx.today) });
    await ctx.step("district", { districtId: id, id }, { step: "retire", from: "active", to: "retired" });
    return { id };
  },
});

/** A setting from a day on. The one that held until then keeps its days. */
export const setSetting = defineCommand({
  name: "setting.set",
  needs: "setting.write",
  schema: setSettingSchema,
  run: async (ctx, { districtId, key, value, fromOn }) => {
    ctx.requireIn(districtId);
    if (!isSettingKey(key)) throw new Refusal("noSuchSetting");
    const parsed = settings[key].schema.safeParse(settings[key].input === "number" ? Number(value) : value);
    if (!parsed.success) throw new Refusal("settingOutOfRange");
    // A day far off would bar every earlier change.
    if (fromOn > addDays(ctx.today, 366)) throw new Refusal("settingTooFarAhead", { day: addDays(ctx.today, 366) });
    const [district] = await ctx.db.district.findMany({ where: { id: districtId } });
    const latest = await ctx.db.districtSetting.findMany({ where: { districtId, key }, orderBy: { fromOn: "desc" }, take: 1 });
    const current = latest[0] ?? null;
    const next = nextSpan(current, fromOn);
    if (!next) throw new Refusal("spanInPast", { day: current!.fromOn.toISOString().slice(0, 10) });
    const by = { setByDistrictId: ctx.actor.districtId, setById: ctx.actor.accountId!, setByName: ctx.actor.name };
    if (next.inPlace) await ctx.change("districtSetting", next.inPlace, next.inPlace.version, { value: parsed.data, ...by });
    else {
      if (next.close) await ctx.change("districtSetting", next.close, next.close.version, { toOn: dateOf(fromOn) });
      await ctx.add("districtSetting", { districtId, cityId: district!.cityId, key, value: parsed.data, fromOn: dateOf(fromOn), ...by });
    }
    return { key };
  },
});

async function refuseTakenName(ctx: CommandContext, name: string): Promise<void> {
  const taken = await ctx.db.district.count({ where: { cityId: ctx.actor.cityId, name, retiredOn: null } });
  if (taken > 0) throw new Refusal("nameTaken", { name });
}
