/** Stops the PostgreSQL of a data folder when everybody who used it has been killed and nobody came back for it. */
import { claimsOn, isServerRunning, stopUnclaimed } from "./embedded.mjs";
import { sleep } from "./processes.mjs";

const folder = process.argv[2];
/** Long enough for who restarts at once to find it running. */
const graceMs = 10_000;

let lastClaimed = Date.now();
for (;;) {
  await sleep(1_000);
  if (claimsOn(folder).length > 0) lastClaimed = Date.now();
  else if (Date.now() - lastClaimed > graceMs || !isServerRunning(folder)) {
    if (await stopUnclaimed(folder)) break;
  }
}
