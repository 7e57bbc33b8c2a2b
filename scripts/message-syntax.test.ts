import { describe, expect, it } from "vitest";
import { argumentsOf, keysUsedIn } from "./message-syntax";

describe("argumentsOf", () => {
  it.each([
    ["已保存。", []],
    ["第 {from}–{to} 条", ["from", "to"]],
    ["{n, plural, one {# of {total}} other {# of {total} by {by}}}", ["by", "n", "total"]],
    ["{at, date, short}", ["at"]],
    ["带 <star></star> 的", ["<star>"]],
    ["a '{literal}' brace", []],
  ])("%s", (message, names) => expect(argumentsOf(message)).toEqual(names));
});

describe("keysUsedIn", () => {
  const keys = (source: string) =>
    keysUsedIn("a.tsx", source).map(({ namespace, key, isPrefix }) => `${namespace}:${key}${isPrefix ? "*" : ""}`);
  it("finds plain keys", () =>
    expect(keys('const t = useTranslations("units"); t("add"); t.rich("more.of", {})')).toEqual(["units:add", "units:more.of"]));
  it("follows the nearest binding", () =>
    expect(keys('const t = await getTranslations("a"); t("x"); const t = useTranslations("b"); t("y")')).toEqual(["a:x", "b:y"]));
  it("takes the beginning of a template", () =>
    expect(keys('const t = useTranslations("units"); t(`kind.${kind}`)')).toEqual(["units:kind.*"]));
  it("reads several at once", () =>
    expect(keys('const [t, common] = await Promise.all([getTranslations("a"), getTranslations("b")]); common("x")')).toEqual([
      "b:x",
    ]));
  it("sees both branches", () =>
    expect(keys('const t = useTranslations("u"); t(isNew ? "add" : "edit")')).toEqual(["u:*", "u:add", "u:edit"]));
});
