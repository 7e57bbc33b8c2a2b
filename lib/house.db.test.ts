import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z, type ZodType } from "zod";
import { policy } from "./foundation/access/policy";
import type { Command } from "./foundation/command";
import { catalogue } from "./foundation/i18n/catalogue";

/* What every command promises by its shape, asked of all of them. (Here, since a command's module needs the environment.) */

type Any = Command<unknown, unknown>;
const commands: { file: string; name: string; command: Any }[] = [];
beforeAll(async () => {
  for (const feature of readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const entry of readdirSync(path.join(import.meta.dirname, feature.name), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\/commands(\/[^/]+)?\.ts$/.test(file) || file.endsWith(".test.ts")) continue;
      const held = (await import(file)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(held)) if (value && typeof value === "object" && "needs" in value) commands.push({ file, name, command: value as Any });
    }
  }
});

/** Where a schema lets in more than it says: an open object, a text or a list without an end. */
export function openEnds(schema: ZodType): string[] {
  const found: string[] = [];
  const walk = (node: unknown, at: string) => {
    if (Array.isArray(node)) return node.forEach((part, index) => walk(part, `${at}[${index}]`));
    if (!node || typeof node !== "object") return;
    const shape = node as Record<string, unknown>;
    if (shape.type === "object" && shape.additionalProperties !== false) found.push(`${at} is not strict`);
    if (shape.type === "string" && !shape.maxLength && !shape.format && !shape.enum && shape.const === undefined && !shape.pattern) found.push(`${at} has no end`);
    if (shape.type === "array" && shape.maxItems === undefined) found.push(`${at} has no end`);
    for (const [key, value] of Object.entries(shape)) if (key !== "enum") walk(value, `${at}.${key}`);
  };
  walk(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), "input");
  return found;
}

describe("every command", () => {
  it("is found", () => expect(commands.length).toBeGreaterThan(10));
  it("needs a capability of the policy table", () => expect(commands.filter(({ command }) => !(command.needs in policy)).map(({ name }) => name)).toEqual([]));
  it("has a name of its own", () => expect(new Set(commands.map(({ command }) => command.name)).size).toBe(commands.length));
  it("has words for the history of a record, in both languages", () => {
    const worded = (language: "zh-CN" | "en", name: string) => name.split(".").reduce<unknown>((words, part) => (words as Record<string, unknown> | undefined)?.[part], catalogue[language].history.actions);
    for (const { command } of commands) for (const language of ["zh-CN", "en"] as const) expect(typeof worded(language, command.name), `${language} ${command.name}`).toBe("string");
  });
  it("takes only strict and bounded input", () =>
    expect(commands.flatMap(({ name, command }) => openEnds(command.schema).map((found) => `${name}: ${found}`))).toEqual([]));
  it("would be caught if it did not", () => {
    expect(openEnds(z.strictObject({ name: z.string() }))).not.toEqual([]);
    expect(openEnds(z.object({ name: z.string().max(3) }))).not.toEqual([]);
    expect(openEnds(z.strictObject({ name: z.string().max(3) }))).toEqual([]);
    expect(openEnds(z.looseObject({ name: z.string().max(3) }))).not.toEqual([]);
    expect(openEnds(z.strictObject({ names: z.array(z.string().max(3)) }))).not.toEqual([]);
  });
});
