import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type IReporterOutput } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import walls, { ladder } from "../.dependency-cruiser.mjs";

/** One breach of each wall, planted in a small house of its own; the walls must name every one. */
const breaches: Record<string, Record<string, string>> = {
  "no circles": { "lib/units/rules.ts": 'import { b } from "./schema"; export const a = b;', "lib/units/schema.ts": 'import { a } from "./rules"; export const b = a;' },
  "nobody imports app": { "components/units/list.tsx": 'import { a } from "../../app/page"; export const c = a;', "app/page.tsx": "export const a = 1;" },
  "foundation knows no feature": { "lib/foundation/read.ts": 'import { q } from "../units/queries"; export const r = q;', "lib/units/queries.ts": "export const q = 1;" },
  "testing is for tests": { "lib/cadres/queries.ts": 'import { t } from "../foundation/testing/tenants"; export const r = t;', "lib/foundation/testing/tenants.ts": "export const t = 1;" },
  "shared pieces know no business": { "components/ui/table.tsx": 'import { f } from "../units/form"; export const t = f;', "components/units/form.tsx": "export const f = 1;" },
  "a feature's screens use its schema, rules and actions": { "components/cadres/form.tsx": 'import { e } from "../../lib/cadres/endpoints"; export const f = e;', "lib/cadres/endpoints.ts": "export const e = 1;" },
  "a screen never calls a query": { "components/cadres/list.tsx": 'import { q } from "../../lib/accounts/queries"; export const l = q;', "lib/accounts/queries.ts": "export const q = 1;" },
  "schemas and rules are pure": { "lib/enterprises/rules.ts": 'import { db } from "../foundation/db"; export const r = db;', "lib/foundation/db.ts": "export const db = 1;" },
  "queries do not write": { "lib/enterprises/queries.ts": 'import { c } from "./commands"; export const q = c;', "lib/enterprises/commands.ts": "export const c = 1;" },
  "commands know no session, cache or HTTP": { "lib/calendar/commands.ts": 'import { a } from "../foundation/auth/require-actor"; export const c = a;', "lib/foundation/auth/require-actor.ts": "export const a = 1;" },
  "actions only define actions": { "lib/calendar/actions.ts": 'import { a } from "../foundation/read2"; export const x = a;', "lib/foundation/read2.ts": "export const a = 1;" },
  "endpoints only define endpoints": { "lib/calendar/endpoints.ts": 'import { a } from "../foundation/read2"; export const y = a;' },
  "only the foundation opens the database": { "lib/districts/queries.ts": 'import { db } from "../foundation/db"; export const q = db;' },
  "pages write nothing": { "app/units/page.tsx": 'import { c } from "../../lib/enterprises/commands"; export const p = c;' },
  ...Object.fromEntries(
    ladder.slice(0, -1).map((feature, place) => [
      `ladder: ${feature} looks up`,
      { [`lib/${feature}/rules/ladder.ts`]: `import { z } from "../../${ladder[place + 1]}/schema/ladder"; export const up${place} = z;`, [`lib/${ladder[place + 1]}/schema/ladder.ts`]: `export const z = ${place};` },
    ]),
  ),
};

let named: Set<string>;
const house = mkdtempSync(path.join(tmpdir(), "diaodu-walls-"));
beforeAll(async () => {
  for (const files of Object.values(breaches)) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      writeFileSync(path.join(house, file), text);
    }
  }
  symlinkSync(path.resolve("node_modules"), path.join(house, "node_modules"));
  const { options, ...ruleSet } = walls;
  const { output } = (await cruise(["app", "components", "lib"], {
    baseDir: house, validate: true, ruleSet: { forbidden: ruleSet.forbidden }, tsPreCompilationDeps: true, enhancedResolveOptions: options!.enhancedResolveOptions,
  })) as IReporterOutput;
  if (typeof output === "string") throw new Error(output);
  named = new Set(output.summary.violations.map((violation) => violation.rule.name));
}, 60_000);
afterAll(() => rmSync(house, { recursive: true }));

describe("a planted breach of each wall is caught by its name", () => {
  it.each(walls.forbidden!.map((rule) => rule.name!).filter((name) => name !== `ladder: ${ladder.at(-1)} looks up`))("%s", (name) => {
    expect(Object.keys(breaches)).toContain(name);
    expect([...named]).toContain(name);
  });
});
