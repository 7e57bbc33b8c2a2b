import { z } from "zod";
import { id, version } from "@/lib/foundation/schema";

export const mergeUnitsSchema = z.strictObject({ id, version, intoId: id });
