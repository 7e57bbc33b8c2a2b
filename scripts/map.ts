/** npm run map: draws the house into ARCHITECTURE.md from the tree as it stands; `--check` only says whether the drawing is true. */
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { ladder } from "../.dependency-cruiser.mjs";

const file = "ARCHITECTURE.md";
const [begin, end] = ["<!-- map: begin -->", "<!-- map: end -->"];

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const place = path.join(folder, name);
    if (statSync(place).isDirectory()) yield* filesIn(place);
    else yield place;
  }
}

const exists = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
const sources = (folder: string) => (exists(folder) ? [...filesIn(folder)].filter((one) => /\.(tsx?|css)$/.test(one) && !/\.test\.tsx?$/.test(one)) : []);
const rooms = ["schema", "rules", "queries", "commands", "actions", "endpoints", "jobs", "documents"];

/** Rooms of a feature, as a row: what it holds in lib, its screens, its pages. */
function rowOf(feature: string): string {
  const held = rooms.filter((room) => sources(`lib/${feature}`).some((one) => one === `lib/${feature}/${room}.ts` || one.startsWith(`lib/${feature}/${room}/`)));
  const pages = exists("app/(workspace)") ? [...filesIn("app/(workspace)")].filter((one) => one.endsWith("page.tsx") && one.split("/")[2] === feature) : [];
  return `| \`${feature}\` | ${held.join(", ") || "—"} | ${sources(`components/${feature}`).filter((one) => one.endsWith(".tsx")).length} | ${pages.length} |`;
}

const drawing = `${begin}

\`\`\`mermaid
flowchart LR
  app["app: routes"] --> components["components/‹feature›"] --> pieces["components/ui, forms, layout"]
  app --> queries & actions
  components --> actions
  actions --> commands --> rules --> schema
  endpoints --> commands & queries
  queries --> rules
  jobs["lib/jobs"] --> commands
  queries & commands --> foundation["lib/foundation"] --> database[("PostgreSQL")]
\`\`\`

From low to high; each may build on those before it: ${ladder.map((feature) => `\`${feature}\``).join(" ← ")}

| feature | rooms | components | pages |
| --- | --- | --- | --- |
${ladder.map(rowOf).join("\n")}

Beside them: \`lib/foundation\` (${sources("lib/foundation").filter((one) => one.endsWith(".ts")).length} files), shared pieces (${["ui", "forms", "layout"].map((room) => `${room} ${sources(`components/${room}`).filter((one) => one.endsWith(".tsx")).length}`).join(", ")}).

${end}`;

const text = readFileSync(file, "utf8");
const [before, rest] = text.split(begin);
const after = rest?.split(end)[1];
if (before === undefined || after === undefined) throw new Error(`${file} has no place for the map: ${begin} … ${end}`);
const drawn = await format(before + drawing + after, { parser: "markdown", printWidth: 130 });
if (process.argv.includes("--check")) {
  if (drawn !== text) {
    console.error("The map in ARCHITECTURE.md is not the house as it stands. Draw it anew: npm run map");
    process.exitCode = 1;
  }
} else writeFileSync(file, drawn);
