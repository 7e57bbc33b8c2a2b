import { decode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { may, mayIn, type Capability } from "../access/policy";
import type { Actor } from "../actor";
import { recordApart, recordMisses } from "../audit/record";
import { toldWhenAway } from "../db";
import { env } from "../env";
import { hashOf } from "../ids";
import { findSession } from "./narrow";
import { sessionCookie } from "./options";
import { addressOf, requestIdOf } from "./request";
import { touchSession } from "./sessions";

/** Who is signed in, asked of the database once a request; null when nobody is. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const cookie = (await cookies()).get(sessionCookie)?.value;
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  if (typeof token?.sid !== "string") return null;
  const from = await headers();
  const found = await toldWhenAway(findSession(hashOf(token.sid), { via: "page", address: addressOf(from), requestId: requestIdOf(from) }));
  if (!found) return null;
  await touchSession(found.actor, found.lastSeenAt);
  return found.actor;
});

/**
 * For a page: who is signed in and may see it. Otherwise to the login, to the change of an initial password, or to the forbidden page
 * (and into the audit).
 */
export async function requireActor(needs?: Capability): Promise<Actor> {
  const actor = await findActor();
  const path = (await headers()).get("x-path") ?? "/";
  if (!actor) redirect(path === "/" ? "/login" : `/login?callbackUrl=${encodeURIComponent(path)}`);
  if (actor.mustChangePassword && path.split("?")[0] !== "/me/password") redirect("/me/password");
  if (needs && !may(actor, needs)) {
    await recordApart(actor, [{ districtId: actor.districtId, action: "page.open", outcome: "refused", kind: needs.split(".")[0]!, note: `${needs} ${path.split("?")[0]}` }]);
    forbidden();
  }
  return actor;
}

/** For a page that an address asks for in a district: not there where the actor lacks the capability, and the audit says which was tried. */
export async function requireIn(actor: Actor, needs: Capability, districtId: string): Promise<void> {
  if (mayIn(actor, needs, districtId)) return;
  await recordMisses(actor, [{ kind: "district", id: districtId }]);
  notFound();
}
