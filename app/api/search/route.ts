import { getTranslations } from "next-intl/server";
import { searchRecords } from "@/lib/desk/queries";
import { findActor } from "@/lib/foundation/auth/require-actor";
import { readAs } from "@/lib/foundation/read";

export const dynamic = "force-dynamic";

/** For the command palette. It reads only, so another site's page gains nothing by asking; the answer is not shared with it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return Response.json({ results: [] }, { status: 401 });
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 50);
  const t = await getTranslations("workspace.places");
  const found = q === "" ? [] : await readAs(actor, () => searchRecords(actor, q));
  const results = found.map(({ kind, id, name, description }) => ({ group: t(kind), label: name, description, href: `/${kind}/${id}` }));
  return Response.json({ results }, { headers: { "cache-control": "no-store" } });
}
