import { askReady } from "@/lib/foundation/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ready = await askReady();
  return Response.json(ready, { status: Object.values(ready).every(Boolean) ? 200 : 503 });
}
