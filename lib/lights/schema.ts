import { z } from "zod";
import { id } from "@/lib/foundation/schema";

export const judgeLightsSchema = z.strictObject({ districtId: id });
