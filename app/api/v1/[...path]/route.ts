import { answerApi } from "@/lib/foundation/endpoint";
import { endpoints } from "../endpoints";

export const dynamic = "force-dynamic";

const answer = (request: Request): Promise<Response> => answerApi(endpoints, request);

export { answer as GET, answer as POST, answer as PATCH, answer as PUT, answer as DELETE };
