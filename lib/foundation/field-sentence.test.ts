import { expect, it } from "vitest";
import * as z from "zod";
import chinese from "@/messages/zh-CN/fields.json";
import { fieldSentences, type FieldTranslator } from "./field-sentence";

const t = Object.assign(
  (key: string, values: Record<string, string | number> = {}) =>
    (chinese as Record<string, string>)[key]!.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  { has: (key: string) => key in chinese },
) as FieldTranslator;

const schema = z.strictObject({
  name: z.string().min(1).max(4),
  code: z.string().regex(/^\d+$/, "notANumber"),
  short: z.string().min(2),
  kind: z.enum(["township", "park"]),
  on: z.iso.date(),
  people: z.int().min(0).max(9),
  rows: z.array(z.strictObject({ phone: z.string().min(1) })).max(2),
});

const good = { name: "发改委", code: "1", short: "发改", kind: "park", on: "2023-04-11", people: 1, rows: [] };

it.each([
  [{ name: "" }, "name", "请填写此项。"],
  [{ name: undefined }, "name", "请填写此项。"],
  [{ name: "发展改革委" }, "name", "最多 4 个字，请删减。"],
  [{ code: "x" }, "code", "请填写数字。"],
  [{ short: "发" }, "short", "至少 2 个字，请补充。"],
  [{ kind: "city" }, "kind", "请从选项中选择。"],
  [{ on: "2023-02-30" }, "on", "请填写日期，例如 2023-04-11。"],
  [{ people: "x" }, "people", "请填写数字。"],
  [{ people: "" }, "people", "请填写此项。"],
  [{ people: 10 }, "people", "不能大于 9。"],
  [{ people: -1 }, "people", "不能小于 0。"],
  [{ rows: [{ phone: "1" }, { phone: "" }] }, "rows.1.phone", "请填写此项。"],
  [{ rows: [{ phone: "1" }, { phone: "2" }, { phone: "3" }] }, "rows", "最多 2 项。"],
  [{ extra: 1 }, "", "表单里有系统不认识的内容，请刷新页面后再试。"],
])("%j", (change, path, sentence) => {
  const parsed = schema.safeParse({ ...good, ...change }, { reportInput: true });
  expect(fieldSentences(parsed.error!, t)).toEqual({ [path]: sentence });
});
