/** npm run seed: loads the demo into the database, once (npm run demo does so by itself). */
import { withDatabase } from "./lib/database.mjs";
import { complain } from "./lib/say.mjs";

try {
  await withDatabase({ needs: ["app", "owner"], what: "seed" }, async () => {
    await import("@/prisma/seed/demo");
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
