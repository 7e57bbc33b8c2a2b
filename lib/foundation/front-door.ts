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
    if (event === "request") enter(args[0] as IncomingMessage, args[1] as ServerResponse);
    return Reflect.apply(emit, this, [event, ...args]) as boolean;
  } as typeof emit;
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
