import { env } from "../env";

/** The header in which the front door hands on the socket's own address; whatever a client wrote there was removed. */
export const peerHeader = "x-diaodu-peer";

/** The client's address: the socket's, or as many places from the right of X-Forwarded-For as there are trusted proxies. */
export function addressOf(headers: Headers): string | null {
  const peer = headers.get(peerHeader);
  if (env.TRUSTED_PROXIES === 0) return peer;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  return hops.at(-env.TRUSTED_PROXIES) ?? peer;
}

/** A request carried by a cookie must come from one of our own pages: Origin missing, `null` or foreign is refused, and so is a cross-site fetch. */
export function isFromOwnPage(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || origin === "null" || !env.APP_ORIGINS.includes(origin)) return false;
  return headers.get("sec-fetch-site") !== "cross-site";
}

export const requestIdOf = (headers: Headers): string | null => headers.get("x-request-id");
