import { describeApi } from "@/lib/foundation/openapi";
import { endpoints } from "../endpoints";

export const GET = (): Response => Response.json(describeApi(endpoints));
