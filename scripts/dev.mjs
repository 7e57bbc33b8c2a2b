/** npm run dev: the demo's data in a folder of their own, under next dev, which shows a change at once. */
import { Lifetime } from "./lib/lifetime.mjs";
import { refuseOldNode } from "./lib/node-version.mjs";
import { chosenPort, startProduct } from "./lib/product.mjs";
import { dataFolder, inRoot } from "./lib/rooms.mjs";
import { say } from "./lib/say.mjs";
import { generateCode, installPackages } from "./lib/toolchain.mjs";

const lifetime = new Lifetime();

await lifetime.run(async () => {
  refuseOldNode();
  await installPackages(lifetime);
  await generateCode(lifetime);
  const product = await startProduct(lifetime, { folder: dataFolder(".data/dev"), port: chosenPort(), what: "dev", isDemo: true, isDevelopment: true, logsToTerminal: true });
  const { demoPassword } = await import(inRoot("prisma", "seed", "demo-accounts.mjs"));
  say(`✓ ${product.address} · city-admin / ${demoPassword()}`);
  await product.failed;
});
