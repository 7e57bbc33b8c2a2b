/** npm run check: types, lint, walls, dead code, floors, messages, unit tests. */
import { runChecks } from "./lib/checks.mjs";
import { Lifetime } from "./lib/lifetime.mjs";
import { refuseOldNode } from "./lib/node-version.mjs";
import { say } from "./lib/say.mjs";
import { closingLine, sumOf } from "./lib/tally.mjs";
import { generateCode, installPackages } from "./lib/toolchain.mjs";

const lifetime = new Lifetime({ codeWhenAsked: 130 });

await lifetime.run(async () => {
  refuseOldNode();
  await installPackages(lifetime);
  await generateCode(lifetime);
  const began = Date.now();
  const sum = sumOf(await runChecks(lifetime));
  say(`${closingLine(sum)} · ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await lifetime.end(sum.failed > 0 ? 1 : 0);
});
