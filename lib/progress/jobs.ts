import type { BusinessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { everyDistrict } from "@/lib/foundation/every-district";
import { noteMissedReports } from "./commands";

const timeoutMs = 120_000;

/** Which weeks were not reported by their cut-off, in every district, as of the day whose night it is. */
export const noteMissed = ({ now }: BusinessTime): Promise<void> =>
  everyDistrict("note-missed-reports", now, (actor, districtId) => runCommand(actor, noteMissedReports, { districtId }, { timeoutMs }));
