"use server";
import { refresh } from "next/cache";
import type { ActionResult } from "@/lib/foundation/action-result";

let saved = { name: "濮阳县发展和改革委员会", kind: "department", version: 3 };
export async function current() { return saved; }
const keys = new Map<string, number>();

export async function saveUnit({ input, idempotencyKey }: { input: { name: string; version: number; [key: string]: unknown }; idempotencyKey: string }): Promise<ActionResult<{ id: string }>> {
  await new Promise((r) => setTimeout(r, 400));
  keys.set(idempotencyKey, (keys.get(idempotencyKey) ?? 0) + 1);
  console.log("saveUnit", JSON.stringify(input), idempotencyKey, keys.get(idempotencyKey));
  if (input.name === "refuse") return { ok: false, kind: "refused", code: "nameTaken", sentence: "“发改委”已经存在，未重复添加。" };
  if (input.name === "invalid") return { ok: false, kind: "invalid", fields: { shortName: "这个简称已经有人用了。", other: "还有一处不对。" } };
  if (input.name === "out") return { ok: false, kind: "signedOut", sentence: "登录已失效" };
  if (input.name === "defect") return { ok: false, kind: "defect", reference: "a1b2c3", sentence: "出错" };
  if (input.name === "someone") { saved = { ...saved, name: "别人改的名称", version: saved.version + 1 }; }
  if (input.version !== saved.version) return { ok: false, kind: "refused", code: "changedMeanwhile", sentence: "记录已被修改", conflict: { by: "李志强", at: "2023-04-11T01:12:00Z", version: saved.version, changes: [{ field: "name", label: "名称", before: "濮阳县发展和改革委员会", now: saved.name }] } };
  saved = { ...saved, name: input.name, version: saved.version + 1 };
  refresh();
  return { ok: true, value: { id: "1" } };
}
export async function retire(_: { input: { id: string; reason?: string }; idempotencyKey: string }): Promise<ActionResult<null>> {
  return { ok: false, kind: "refused", code: "unitHasCadres", sentence: "“发改委”还有 3 名在任干部，不能停用。请先调整干部。" };
}
export async function phone(_: { input: { id: string }; idempotencyKey: string }): Promise<ActionResult<string>> {
  return { ok: true, value: "13800138000" };
}
