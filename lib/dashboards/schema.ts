import { z } from "zod";
import { day, id, year } from "@/lib/foundation/schema";

/** What the address of the dashboard asks; anything else there is the usual. */
export const dashboardQuery = z.strictObject({ on: day.optional().catch(undefined), year: year.optional().catch(undefined), district: id.optional().catch(undefined) });
