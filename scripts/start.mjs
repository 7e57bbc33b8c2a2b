/** npm run start: the product on a server, on the database that the environment names, else on the built-in one. No demo. */
import { isDatabaseGiven } from "./lib/database.mjs";
import { Lifetime } from "./lib/lifetime.mjs";
import { refuseOldNode } from "./lib/node-version.mjs";
import { chosenPort, startProduct } from "./lib/product.mjs";
import { dataFolder, placesIn } from "./lib/rooms.mjs";
import { say, Sentence } from "./lib/say.mjs";
import { buildProduct, generateCode, installPackages } from "./lib/toolchain.mjs";

const folder = dataFolder();
const lifetime = new Lifetime();

await lifetime.run(async () => {
  refuseOldNode();
  if (process.env.DIAODU_DEMO) throw new Sentence("DIAODU_DEMO is set, and this is not the demo. Nothing was started. Unset it, or run npm run demo.");
  await installPackages(lifetime);
  await generateCode(lifetime);
  await buildProduct(lifetime);
  const product = await startProduct(lifetime, { folder, port: chosenPort(), what: "start", isDemo: false, logsToTerminal: true });
  say(`✓ 调度 Diaodu ${product.address}`);
  const kept = isDatabaseGiven() ? "keys" : "keys and the database";
  say(`  ${placesIn(folder).secrets}${isDatabaseGiven() ? "" : ` · ${placesIn(folder).cluster}`}: ${kept}. 请备份 back them up; without the keys the phones kept cannot be read.`);
  await product.failed;
});
