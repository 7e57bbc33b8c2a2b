import { deliverOutbox } from "@/lib/foundation/outbox";
import { sealAudit } from "@/lib/foundation/audit/seal";
import type { BusinessTime } from "@/lib/foundation/clock";
import { judgeAllLights } from "@/lib/lights/jobs";
import { noteMissed } from "@/lib/progress/jobs";
import { forgetIdempotencyKeys } from "./forget-idempotency-keys";

/** What runs by itself, and when. A steady job runs again that many seconds after it ended, on one worker at a time. */
export const steady: readonly { name: string; everySeconds: number; run: () => Promise<unknown> }[] = [
  { name: "seal-audit", everySeconds: 2, run: sealAudit },
  { name: "deliver-outbox", everySeconds: 5, run: deliverOutbox },
];

/** Once for each business day, just after midnight, in this order; a day that was missed is made up for. */
export const nightly: readonly { name: string; run: (time: BusinessTime) => Promise<unknown> }[] = [
  { name: "forget-idempotency-keys", run: forgetIdempotencyKeys },
  { name: "note-missed-reports", run: noteMissed },
  { name: "judge-lights", run: judgeAllLights },
];
