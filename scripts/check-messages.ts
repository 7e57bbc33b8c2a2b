/**
 * Holds the two languages together: `check-messages` complains, `check-messages --write` renews the list of namespaces
 * in lib/foundation/i18n/catalogue.ts after a file was added.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argumentsOf, keysUsedIn, type KeyUse } from "./message-syntax";

const languages = ["zh-CN", "en"] as const;
const cataloguePath = "lib/foundation/i18n/catalogue.ts";
/** Looked up by a code that the server or a schema gives, so no source names their keys. */
const lookedUpByCode = new Set(["refusals", "fields"]);
const asciiBetweenChinese = /[\u4e00-\u9fff][,.;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff][,;:!?]\s?(?:[\u4e00-\u9fff]|$)/;
const chinese = /[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e]/;

type Texts = Map<string, string>;
const complaints: string[] = [];

const namespaces = [...new Set(languages.flatMap(namespacesOf))].sort();
if (process.argv.includes("--write")) writeFileSync(cataloguePath, catalogueSource(namespaces));
else checkCatalogue();

const texts = new Map(namespaces.map((namespace) => [namespace, textsOf("zh-CN", namespace)]));
for (const namespace of namespaces) checkLanguages(namespace, texts.get(namespace)!, textsOf("en", namespace));
checkUse(sourceFiles(["app", "components", "lib"]).flatMap((path) => keysUsedIn(path, readFileSync(path, "utf8"))));

for (const complaint of complaints) console.error(complaint);
const count = [...texts.values()].reduce((sum, of) => sum + of.size, 0);
console.log(`messages: ${namespaces.length} namespaces, ${count} keys, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function namespacesOf(language: string): string[] {
  return readdirSync(join("messages", language))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length));
}

function textsOf(language: string, namespace: string): Texts {
  const path = join("messages", language, `${namespace}.json`);
  const found: Texts = new Map();
  if (!existsSync(path)) {
    complaints.push(`${path}: is missing`);
    return found;
  }
  collect(JSON.parse(readFileSync(path, "utf8")), "", found);
  return found;
}

function collect(node: unknown, prefix: string, found: Texts): void {
  for (const [key, value] of Object.entries(node as Record<string, unknown>)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (typeof value === "string") found.set(path, value);
    else collect(value, path, found);
  }
}

function checkLanguages(namespace: string, zh: Texts, en: Texts): void {
  for (const key of new Set([...zh.keys(), ...en.keys()])) {
    const where = `messages ${namespace}.${key}`;
    const [inChinese, inEnglish] = [zh.get(key), en.get(key)];
    if (inChinese === undefined) complaints.push(`${where}: only in en`);
    if (inEnglish === undefined) complaints.push(`${where}: only in zh-CN`);
    if (inChinese?.trim() === "" || inEnglish?.trim() === "") complaints.push(`${where}: is empty`);
    if (inEnglish && chinese.test(inEnglish)) complaints.push(`${where}: Chinese text in en: ${inEnglish}`);
    if (inChinese && asciiBetweenChinese.test(inChinese)) complaints.push(`${where}: ASCII punctuation in Chinese: ${inChinese}`);
    if (inChinese === undefined || inEnglish === undefined) continue;
    const [wants, gives] = [argumentsOf(inChinese), argumentsOf(inEnglish)];
    if (wants.join() !== gives.join())
      complaints.push(`${where}: arguments differ: zh-CN {${wants.join(", ")}}, en {${gives.join(", ")}}`);
  }
}

function checkUse(uses: KeyUse[]): void {
  const used = new Set<string>();
  for (const { path, line, namespace, key, isPrefix } of uses) {
    const [file = "", ...inside] = namespace.split(".");
    const full = [...inside, key].filter(Boolean).join(".");
    const known = texts.get(file);
    if (!known) complaints.push(`${path}:${line}: there is no messages/*/${file}.json`);
    else if (isPrefix) for (const each of known.keys()) if (each.startsWith(full)) used.add(`${file}.${each}`);
    if (known && !isPrefix) {
      if (known.has(full) || [...known.keys()].some((each) => each.startsWith(`${full}.`))) used.add(`${file}.${full}`);
      else complaints.push(`${path}:${line}: ${file}.${full} is not in messages`);
    }
  }
  for (const [namespace, of] of texts) {
    if (lookedUpByCode.has(namespace)) continue;
    for (const key of of.keys())
      if (!used.has(`${namespace}.${key}`)) complaints.push(`messages ${namespace}.${key}: used nowhere`);
  }
}

function checkCatalogue(): void {
  if (!existsSync(cataloguePath) || readFileSync(cataloguePath, "utf8") !== catalogueSource(namespaces))
    complaints.push(`${cataloguePath}: does not name the files in messages; run check-messages --write`);
}

function catalogueSource(names: string[]): string {
  const variable = (language: string, name: string) =>
    `${language === "en" ? "en" : "zh"}${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const key = (name: string) => (/^\w+$/.test(name) ? name : `"${name}"`);
  return [
    "// Written by scripts/check-messages.ts --write, from the files in messages.",
    ...languages.flatMap((language) =>
      names.map((name) => `import ${variable(language, name)} from "@/messages/${language}/${name}.json";`),
    ),
    "",
    "const chinese = {",
    ...names.map((name) => `  ${key(name)}: ${variable("zh-CN", name)},`),
    "};",
    "",
    "export type Catalogue = typeof chinese;",
    "export type Namespace = keyof Catalogue;",
    "",
    "const english: Catalogue = {",
    ...names.map((name) => `  ${key(name)}: ${variable("en", name)},`),
    "};",
    "",
    'export const catalogue = { "zh-CN": chinese, en: english };',
    "",
  ].join("\n");
}

function sourceFiles(folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path));
}
