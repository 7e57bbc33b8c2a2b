/** npm run audit:verify: recomputes every chain of the audit; ends with 1 if one does not hold. */
import { withDatabase } from "./lib/database.mjs";
import { complain } from "./lib/say.mjs";

const sentences = {
  entryChanged: "An entry was changed after it was sealed",
  entryMissing: "A sealed entry is gone",
  sealMissing: "A link of the chain is gone",
  linkBroken: "A link does not follow the one before it",
  entryUnaccounted: "An entry is neither sealed nor waiting to be",
  endMissing: "The end of the chain, which is kept outside the database, is gone from it",
  endChanged: "The end of the chain is not the one kept outside the database",
};

try {
  await withDatabase({ needs: ["app"], what: "audit:verify" }, async () => {
    const { verifyChains } = await import("@/lib/foundation/audit/verify");
    const { listTenants } = await import("@/lib/foundation/auth/narrow");
    const { disconnect } = await import("@/lib/foundation/db");
    const reports = await verifyChains((await listTenants()).map((one) => one.id));
    for (const report of reports) {
      console.log(`${report.problems.length === 0 ? "✓" : "✗"} ${report.districtName}: ${report.sealed} sealed, ${report.unsealed} not sealed yet${report.lastHash ? `, ends at ${report.lastSeq} ${report.lastHash.slice(0, 16)}… (${report.algorithm})` : ""}`);
      for (const { what, seq, entryId } of report.problems) console.log(`    ${sentences[what]}${seq ? ` (link ${seq})` : ""}${entryId ? ` entry ${entryId}` : ""}`);
    }
    const broken = reports.filter((report) => report.problems.length > 0).length;
    const sum = (key: "sealed" | "unsealed") => reports.reduce((total, report) => total + report[key], 0);
    console.log(broken === 0 ? `The audit holds: ${reports.length} chains, ${sum("sealed")} entries sealed, ${sum("unsealed")} not sealed yet.` : `The audit does not hold: ${broken} of ${reports.length} chains are broken.`);
    if (broken > 0) process.exitCode = 1;
    await disconnect();
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
