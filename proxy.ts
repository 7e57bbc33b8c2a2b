import { NextResponse, type NextRequest } from "next/server";

/** The session cookie under any of its prefixes, in one piece or several. */
const sessionCookie = /^(?:__(?:Host|Secure)-)?[\w.-]*session-token(?:\.\d+)?$/;
const withoutSession = /^\/(?:login|link|api|_next)(?:\/|$)|\.[a-z0-9]{2,12}$/i;
const requestIdFromOutside = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Gives each request its number and its content policy, and spares who is signed out a detour. It guards nothing:
 * every read and write asks the session in the database by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = numberOf(request);
  if (!mayHaveSession(request) && isPageVisit(request)) return toLogin(request, requestId);

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentPolicy(nonce);
  const inward = new Headers(request.headers);
  inward.set("x-request-id", requestId);
  inward.set("x-nonce", nonce);
  inward.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from this request header.
  inward.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers: inward } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  return response;
}

function numberOf(request: NextRequest): string {
  const given = request.headers.get("x-request-id");
  return given && requestIdFromOutside.test(given) ? given : crypto.randomUUID();
}

function mayHaveSession(request: NextRequest): boolean {
  return request.cookies.getAll().some(({ name, value }) => value !== "" && sessionCookie.test(name));
}

/** A form sent by somebody signed out must come back with its text, so only visits are redirected. */
function isPageVisit(request: NextRequest): boolean {
  return (request.method === "GET" || request.method === "HEAD") && !withoutSession.test(request.nextUrl.pathname);
}

function toLogin(request: NextRequest, requestId: string): NextResponse {
  const login = request.nextUrl.clone();
  const wanted = request.nextUrl.pathname + request.nextUrl.search;
  login.pathname = "/login";
  login.search = wanted === "/" ? "" : `?callbackUrl=${encodeURIComponent(wanted)}`;
  const response = NextResponse.redirect(login);
  response.headers.set("x-request-id", requestId);
  return response;
}

function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

export const config = { matcher: ["/((?!_next/static/|_next/image).*)"] };
