import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ladder } from "../.dependency-cruiser.mjs";

/*
 * The vocabulary of the house: what a file may be called, what it may hold, what a function may be named. Each rule is shown to catch a
 * planted breach, and then asked of the whole tree.
 */
type Source = { file: string; text: string };
type Rule = { name: string; asks: (source: Source) => string[]; breach: Source };

const root = path.resolve(import.meta.dirname, "..");
const vague = /^(handle|process|manage|do|perform)[A-Z]|^(data|info|utils|helpers|common|misc|stuff)$|(Data|Info|Utils|Helpers|Manager|Handler)$/;
const roomFiles = /^(schema|rules|queries|commands|actions|endpoints|jobs|documents|catalogue)(\/[a-z0-9-]+)?\.ts$/;
const featureOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? null;
const isFeature = (file: string) => ladder.includes(featureOf(file) ?? "");
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const exported = (text: string) =>
  [...text.matchAll(/^export (?:default )?(?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name!);

/** What stands on a project's and its year's own row only because ledgers filter and sort by it; see decision 0017. */
const derived = [
  "project.light", "project.light_on", "project.lead_district_id", "project.lead_cadre_id",
  "project_year.completed_wan", "project_year.week_wan", "project_year.physical_percent", "project_year.report_id", "project_year.report_on",
];

const rules: Rule[] = [
  {
    name: "files are kebab-case",
    asks: ({ file }) => (/^(?:[a-z0-9.\-[\]()]+|\.\.\.)+\.(tsx?|mjs|d\.m?ts|css)$/.test(path.basename(file)) ? [] : ["is not kebab-case"]),
    breach: { file: "components/units/UnitForm.tsx", text: "" },
  },
  {
    name: "no vague file names",
    asks: ({ file }) => (/^(utils?|helpers?|common|misc|data|info|manager|handler)\./.test(path.basename(file)) ? ["says nothing about what it holds"] : []),
    breach: { file: "lib/units/utils.ts", text: "" },
  },
  {
    name: "no barrels",
    asks: ({ file, text }) => (/^index\.tsx?$/.test(path.basename(file)) || /^export \* from/m.test(text) ? ["is a barrel"] : []),
    breach: { file: "components/ui/index.ts", text: "" },
  },
  {
    name: "functions are named by what they do",
    asks: ({ text }) => exported(text).filter((name) => vague.test(name)).map((name) => `exports ${name}`),
    breach: { file: "lib/units/rules.ts", text: "export function processUnit() {}" },
  },
  {
    name: "a feature holds only its rooms",
    asks: ({ file }) => (isFeature(file) && !isTest(file) && !roomFiles.test(file.split("/").slice(2).join("/")) ? ["is no room of a feature"] : []),
    breach: { file: "lib/units/service.ts", text: "" },
  },
  {
    name: "every feature stands on the ladder",
    asks: ({ file }) => {
      const feature = featureOf(file);
      return feature && !["foundation", "jobs", ...ladder].includes(feature) ? [`${feature} has no place on the ladder (.dependency-cruiser.mjs)`] : [];
    },
    breach: { file: "lib/gadgets/schema.ts", text: "" },
  },
  {
    name: "a query takes the actor first",
    asks: ({ file, text }) =>
      /^lib\/[^/]+\/queries/.test(file)
        ? [...text.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(\w+)/gm)].filter(([, , first]) => first !== "actor").map(([, name]) => `${name} does not`)
        : [],
    breach: { file: "lib/units/queries.ts", text: "export async function listUnits(filter: object) {}" },
  },
  {
    name: "reads are list…, find…, count…, page…, sum…",
    asks: ({ file, text }) =>
      /^lib\/[^/]+\/queries/.test(file)
        ? [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name!).filter((name) => !/^(list|find|count|page|sum|search)[A-Z]/.test(name)).map((name) => `exports ${name}`)
        : [],
    breach: { file: "lib/units/queries.ts", text: "export async function getUnits(actor: Actor) {}" },
  },
  {
    name: "a command comes from defineCommand, a part of one takes the context first",
    asks: ({ file, text }) =>
      /^lib\/[^/]+\/commands/.test(file)
        ? [...text.matchAll(/^export (?:async )?(?:function (\w+)(?:<[^>]*>)?\((?!\s*ctx: )|const (\w+) = (?!defineCommand\())/gm)].map(([, a, b]) => `exports ${a ?? b}`)
        : [],
    breach: { file: "lib/units/commands.ts", text: "export async function addUnit(input: object) {}" },
  },
  {
    name: "an action comes from defineAction",
    asks: ({ file, text }) =>
      /^lib\/[^/]+\/actions\.ts$/.test(file)
        ? [
            ...(text.startsWith('"use server";') ? [] : ['does not begin with "use server"']),
            ...[...text.matchAll(/^export (?:async )?(?:function (\w+)|const (\w+) = (?!defineAction\())/gm)].map(([, a, b]) => `exports ${a ?? b}`),
          ]
        : [],
    breach: { file: "lib/units/actions.ts", text: '"use server";\nexport async function addUnit(input: unknown) {}' },
  },
  {
    name: "no action is written anywhere else",
    asks: ({ file, text }) => (/^\s*["']use server["']/m.test(text) && !/^lib\/[^/]+\/actions\.ts$/.test(file) ? ['says "use server"'] : []),
    breach: { file: "components/units/unit-form.tsx", text: '"use server";' },
  },
  {
    name: "what comes from outside is strict and bounded",
    asks: ({ file, text }) =>
      isFeature(file) && !isTest(file)
        ? [
            ...[...text.matchAll(/z\.(object|looseObject|passthrough)\(/g)].map(([found]) => `has ${found}…): use z.strictObject`),
            ...[...text.matchAll(/z\.(array|set|map|record)\((?:[^()]|\([^()]*\))*\)(?!\s*\.(?:min\([^)]*\)\s*\.)?(?:max|length)\()/g)].map(([found]) => `${found.slice(0, 40)} has no .max()`),
          ]
        : [],
    breach: { file: "lib/units/schema.ts", text: "export const a = z.strictObject({ ids: z.array(z.uuid()) });" },
  },
  {
    name: "nobody runs SQL that is put together from text",
    asks: ({ text, file }) => (/\$(queryRawUnsafe|executeRawUnsafe)/.test(text) && !isTest(file) && !file.startsWith("scripts/") && file !== "eslint.config.mjs" ? ["uses a raw unsafe query"] : []),
    breach: { file: "lib/units/queries.ts", text: "db.$queryRawUnsafe(`select`)" },
  },
  {
    name: "only columns that repeat other rows are derived",
    asks: ({ text, file }) =>
      isFeature(file) && !isTest(file)
        ? [...text.matchAll(/\bUPDATE "?(\w+)"? AS "?\w+"? SET ([\s\S]*?)\bFROM\b/g)].flatMap(([, table, set]) =>
            [...set!.matchAll(/(?:^|,\s*)"?([a-z_]+)"? =/g)].map(([, column]) => `${table}.${column}`).filter((column) => !derived.includes(column)).map((column) => `derives ${column}`))
        : [],
    breach: { file: "lib/units/commands.ts", text: 'ctx.derive(sql`UPDATE "project" AS "p" SET "light" = v.colour, "total_wan" = 0 FROM v`)' },
  },
  {
    name: "SQL of features goes through rows()",
    asks: ({ text, file }) => (/^(app|components|lib)\//.test(file) && !/^lib\/(foundation|jobs)\//.test(file) && !isTest(file) && /\$(queryRaw|executeRaw)\b/.test(text) ? ["runs SQL past its scope"] : []),
    breach: { file: "lib/units/queries.ts", text: "db.$queryRaw`select 1`" },
  },
  {
    name: "an id that is asked for is not replaced by one of the reach",
    asks: ({ text, file }) => (/^lib\//.test(file) && !isTest(file) && /\bid,\s*\.\.\.whereOf\([^)]*"(enterprise|district|password)\./.test(text) ? ["spreads a reach that names an id over the id asked for: use AND"] : []),
    breach: { file: "lib/enterprises/queries.ts", text: 'where: { id, ...whereOf(actor, "enterprise.read") }' },
  },
  {
    name: "nothing is deleted",
    asks: ({ text, file }) => (/^lib\//.test(file) && !isTest(file) && /\.(delete|deleteMany|upsert)\(\s*\{/.test(text) ? ["deletes"] : []),
    breach: { file: "lib/units/commands.ts", text: "await ctx.db.unit.deleteMany({ where })" },
  },
  {
    name: "a rule reads no clock",
    asks: ({ text, file }) => (/^lib\/[^/]+\/(rules|schema|queries|commands)/.test(file) && isFeature(file) && !isTest(file) && /Date\.now\(\)|new Date\(\)/.test(text) ? ["reads the clock itself"] : []),
    breach: { file: "lib/units/rules.ts", text: "const today = new Date();" },
  },
];

const sources = function* (folder: string): Generator<Source> {
  for (const name of readdirSync(path.join(root, folder))) {
    const file = path.join(folder, name);
    if (["node_modules", "generated"].includes(name) || name.startsWith(".")) continue;
    if (statSync(path.join(root, file)).isDirectory()) yield* sources(file);
    else if (/\.(tsx?|mjs|css)$/.test(name)) yield { file, text: readFileSync(path.join(root, file), "utf8") };
  }
};
const tree = ["app", "components", "lib"].flatMap((folder) => [...sources(folder)]).filter(({ file }) => file !== "lib/house.test.ts");

describe.each(rules)("$name", ({ asks, breach }) => {
  it("catches a planted breach", () => expect(asks(breach)).not.toEqual([]));
  it("holds in the whole tree", () => expect(tree.flatMap((source) => asks(source).map((found) => `${source.file}: ${found}`))).toEqual([]));
});

it("reads a tree that is really there", () => expect(tree.length).toBeGreaterThan(100));
