import { timingSafeEqual } from "node:crypto";
import { env } from "@/lib/foundation/env";
import { renderMetrics } from "@/lib/foundation/metrics";
import { hashOf } from "@/lib/foundation/ids";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const given = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
  const right = env.METRICS_TOKEN && timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(env.METRICS_TOKEN)));
  if (!right) return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  const { text, contentType } = await renderMetrics();
  return new Response(text, { headers: { "content-type": contentType } });
}
