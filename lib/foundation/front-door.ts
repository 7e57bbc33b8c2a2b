import { randomUUID } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { peerHeader } from "./auth/request";
import { log } from "./log";
import { countRequest } from "./metrics";

const requestIdFromOutside = /^[\w-]{8,64}$/;
/** Only our own code sets these. */
const inner = [peerHeader, "x-path", "x-nonce"];

/**
 * Stands before Next in the server process, once: hands on the socket's address in a header that no client can set, gives each request its
 * id, and writes one log line and one measure for it.
 */
export function openFrontDoor(): void {
  const marked = globalThis as unknown as { diaoduFrontDoor?: boolean };
  if (marked.diaoduFrontDoor) return;
  marked.diaoduFrontDoor = true;
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...args: unknown[]) {
    if (event === "request") {
      const [request, response] = args as [IncomingMessage, ServerResponse];
      enter(request, response);
      const status = whyNotIn(request);
      if (status) {
        // Closed afterwards, since the rest of what is sent will not be read.
        response.writeHead(status, { connection: "close", "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" }).end(http.STATUS_CODES[status]);
        return true;
      }
    }
    return Reflect.apply(emit, this, [event, ...args]) as boolean;
  } as typeof emit;
}

/**
 * What no page of ours ever sends, and Next would answer with a 500: a path that is no UTF-8, and a form posted past its action
 * (actions send their input as text, never as a form).
 */
export function whyNotIn({ method = "", url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): number | null {
  const path = url.split("?")[0]!;
  // A text of PostgreSQL holds no NUL.
  if (url.includes("%00")) return 400;
  try {
    decodeURIComponent(path);
  } catch {
    return 400;
  }
  if (method !== "POST" || path.startsWith("/api/") || path.endsWith("/export")) return null;
  if (!headers["next-action"]) return 400;
  return headers["content-type"]?.startsWith("text/plain") ? null : 415;
}

function enter(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  for (const name of inner) delete request.headers[name];
  request.headers[peerHeader] = request.socket.remoteAddress?.replace(/^::ffff:/, "");
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && requestIdFromOutside.test(given) ? given : randomUUID();
  request.headers["x-request-id"] = requestId;
  const path = (request.url ?? "").split("?")[0]!;
  response.once("close", () => {
    const ms = performance.now() - began;
    const status = response.writableFinished ? response.statusCode : 499;
    countRequest(request.method ?? "", path, status, ms);
    if (!path.startsWith("/_next/") && !path.startsWith("/api/health/")) log.info({ requestId, method: request.method, path, status, ms: Math.round(ms) }, "request");
  });
}
