/** npm run verify:report: each figure of the report beside what the demo's ledger gives; ends with 1 unless all hold but the report's own slip. */
import type { Actor } from "@/lib/foundation/actor";
import report from "@/prisma/seed/report/puyang-2023.json";
import { judged, type Reported } from "@/prisma/seed/report/compare";
import { mapping, type Asked, type Handling } from "@/prisma/seed/report/mapping";
import { withDatabase } from "./lib/database.mjs";
import { complain, Sentence } from "./lib/say.mjs";

type Line = { reported: Reported; ledger: string; day: string; key: string; rows: string; verdict: string; isUnexpected?: boolean };

try {
  await withDatabase({ needs: ["app"], what: "verify:report" }, async () => {
    const { disconnect } = await import("@/lib/foundation/db");
    try {
      const lines = await readLines();
      print(lines);
      if (lines.some((line) => line.isUnexpected)) process.exitCode = 1;
    } finally {
      await disconnect();
    }
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

async function readLines(): Promise<Line[]> {
  const { readAs } = await import("@/lib/foundation/read");
  const { districtIds, actor } = await findDistricts();
  const lines: Line[] = [];
  for (const reported of report.figures) {
    const handling = mapping[reported.district]?.[`${reported.metric} ${reported.period}`];
    const districtId = districtIds.get(reported.district);
    if (!handling || !districtId) throw new Sentence(`No word on ${reported.district} ${reported.metric} ${reported.period}.`);
    lines.push(await readAs(actor, () => lineOf(actor, reported, handling, districtId)));
  }
  return lines;
}

/** The demo's city among what the database holds, and its districts by the names that the report has for them. */
async function findDistricts(): Promise<{ actor: Actor; districtIds: Map<string, string> }> {
  const { listTenants, systemActor } = await import("@/lib/foundation/auth/narrow");
  const { city, places } = await import("@/prisma/seed/places");
  const tenants = await listTenants();
  const home = tenants.find(({ kind, name }) => kind === "city" && name === city.name);
  if (!home) throw new Sentence("This database holds no demo, so there is nothing to compare the report with. Load it with npm run demo, or name its folder in DATA_DIR.");
  const named = (name: string) => places.find((place) => [place.name, place.shortName].includes(name))!.name;
  const own = tenants.filter(({ city_id }) => city_id === home.id);
  const names = [...new Set(report.figures.map(({ district }) => district))];
  const found = names.map((name) => [name, own.find((one) => one.name === named(name))?.id] as const);
  return { actor: await systemActor("verify:report", home, "script", tenants), districtIds: new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined)) };
}

async function lineOf(actor: Actor, reported: Reported, handling: Handling, districtId: string): Promise<Line> {
  const none = { reported, ledger: "—", day: "—", key: "—", rows: "—" };
  if ("notYet" in handling) return { ...none, verdict: `not yet: ${handling.notYet}` };
  if ("outside" in handling) return { ...none, verdict: `outside: ${handling.outside}` };
  if ("countOf" in handling) {
    const { fourRates } = await import("@/lib/figures/catalogue/figures");
    const told = judged(reported, { value: String(fourRates.length), unit: "count" });
    return { ...none, ledger: told.shown, key: fourRates.join(" "), rows: String(fourRates.length), verdict: told.holds ? "equal" : "differs: the catalogue has another number", isUnexpected: !told.holds };
  }
  return askedLine(actor, reported, handling, districtId);
}

async function askedLine(actor: Actor, reported: Reported, { key, scope: { named, ...scope }, when, differs }: Asked, districtId: string): Promise<Line> {
  const { catalogue } = await import("@/lib/figures/catalogue/figures");
  const { findFigure } = await import("@/lib/figures/queries");
  const projectIds = named ? await projectsNamed(actor, districtId, named) : undefined;
  const found = await findFigure(actor, key, { ...scope, districtIds: [districtId], ...(projectIds ? { projectIds } : {}) }, when);
  const day = when.from ? `${when.from} – ${when.on}` : when.year && !when.on.startsWith(String(when.year)) ? `${when.year}, ${when.on}` : when.on;
  const line = { reported, day, key, rows: String(found.rows) };
  if (found.value === null) return { ...line, ledger: "—", verdict: "differs: the ledger has nothing to reckon from", isUnexpected: true };
  const { shown, relation, holds } = judged(reported, { value: found.value, unit: catalogue[key].unit });
  if (differs) return { ...line, ledger: shown, verdict: holds ? "equal, though it was to differ" : `differs: ${differs}`, isUnexpected: holds };
  return { ...line, ledger: shown, verdict: holds ? relation : `differs: the ledger is not ${relation === "equal" ? "equal" : `${relation} as much`}`, isUnexpected: !holds };
}

async function projectsNamed(actor: Actor, districtId: string, name: string): Promise<string[]> {
  const { reading } = await import("@/lib/foundation/read");
  const { whereOf } = await import("@/lib/foundation/access/reach");
  const found = await reading(actor).project.findMany({ where: { ...whereOf(actor, "project.read"), AND: [{ districtId, name }] }, select: { id: true } });
  // An id that no project has: nothing is counted rather than everything.
  return found.length > 0 ? found.map(({ id }) => id) : ["00000000-0000-0000-0000-000000000000"];
}

function print(lines: readonly Line[]): void {
  const cells = (line: Line) => [line.reported.district, line.reported.metric, line.reported.period, `${line.reported.value} ${line.reported.unit}`, line.ledger, line.day, line.key, line.rows, line.verdict];
  const head = ["district", "figure", "period", "report", "ledger", "day", "catalogue key", "rows", "verdict"];
  const table = [head, ...lines.map(cells)];
  const widths = head.map((_, at) => Math.max(...table.map((row) => widthOf(row[at]!))));
  for (const row of table) console.log(row.map((cell, at) => (at === head.length - 1 ? cell : cell + " ".repeat(widths[at]! - widthOf(cell)))).join("  "));
  console.log(`\n${closing(lines)}`);
}

/** Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/.test(letter) ? 2 : 1), 0);
}

function closing(lines: readonly Line[]): string {
  const count = (begins: string) => lines.filter(({ verdict }) => verdict.startsWith(begins)).length;
  const unexpected = lines.filter((line) => line.isUnexpected).length;
  const differing = count("differs") - lines.filter(({ verdict, isUnexpected }) => isUnexpected && verdict.startsWith("differs")).length;
  return [
    `Of the report's ${lines.length} figures the ledger gives ${count("equal")} alike, ${count("at least")} as much or more where the report says “over”, ${count("at most")} as much or less where it says “within”;`,
    `${differing} ${differing === 1 ? "is" : "are"} not alike by the report's own slip; ${count("not yet")} wait for mechanisms that are not built, ${count("outside")} are not the ledger's.`,
    unexpected === 0 ? "Nothing else differs." : `${unexpected} ${unexpected === 1 ? "is" : "are"} not as expected.`,
  ].join(" ");
}
