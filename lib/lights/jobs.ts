import type { BusinessTime } from "@/lib/foundation/clock";
import { runCommand } from "@/lib/foundation/command";
import { everyDistrict } from "@/lib/foundation/every-district";
import { judgeLights } from "./commands";

const timeoutMs = 120_000;

/** The lights of every project of every district, as of the day whose night it is. */
export const judgeAllLights = ({ now }: BusinessTime): Promise<void> =>
  everyDistrict("judge-lights", now, (actor, districtId) => runCommand(actor, judgeLights, { districtId }, { timeoutMs }));
