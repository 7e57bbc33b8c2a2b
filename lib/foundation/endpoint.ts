import { z, type ZodObject, type ZodType } from "zod";
import { may, type Capability } from "./access/policy";
import type { Actor } from "./actor";
import { recordApart, stranger } from "./audit/record";
import { findToken, listTenants } from "./auth/narrow";
import { addressOf, requestIdOf } from "./auth/request";
import { takeTry } from "./auth/limits";
import { touchToken } from "./auth/tokens";
import { InvalidInput, runCommand, type Command } from "./command";
import { isDatabaseAway } from "./db";
import { catalogue } from "./i18n/catalogue";
import { hashOf, newId } from "./ids";
import { log } from "./log";
import { readAs } from "./read";
import { Refusal, type RefusalCode } from "./refusal";

type Method = "get" | "post" | "patch";
type Shape = ZodObject;

type Told = { tag: string; summary: string };
type Read<Q extends Shape, R extends ZodType> = Told & {
  method: "get";
  path: string;
  needs: Capability;
  query: Q;
  response: R;
  read(actor: Actor, query: z.infer<Q>): Promise<z.infer<R> | null>;
};
type Write<I, O> = Told & { method: "post" | "patch"; path: string; command: Command<I, O>; response: ZodType<O> };

export type Endpoint = Told & {
  method: Method;
  path: string;
  needs: Capability;
  query: Shape | null;
  body: ZodType | null;
  response: ZodType;
  answer(actor: Actor, sent: Sent): Promise<{ status: number; body: unknown }>;
};
type Sent = { params: Record<string, string>; query: Record<string, string>; body: unknown; version: number | null; idempotencyKey: string | null };

/**
 * Opens a query or a command to the API. In `path`, {id} is a parameter: it joins the query's or the command's input.
 * A read answers 404 for null. A patch needs If-Match with the version that GET gave as its ETag; a post needs an Idempotency-Key.
 */
export function defineEndpoint<Q extends Shape, R extends ZodType>(endpoint: Read<Q, R>): Endpoint;
export function defineEndpoint<I, O>(endpoint: Write<I, O>): Endpoint;
export function defineEndpoint(endpoint: Read<Shape, ZodType> | Write<unknown, unknown>): Endpoint {
  const { method, path, tag, summary } = endpoint;
  if ("read" in endpoint) {
    return {
      method, path, tag, summary, needs: endpoint.needs, query: endpoint.query, body: null, response: endpoint.response,
      answer: async (actor, { params, query }) => {
        const parsed = endpoint.query.safeParse({ ...query, ...params });
        if (!parsed.success) throw new InvalidInput(parsed.error.issues);
        const body = await readAs(actor, () => endpoint.read(actor, parsed.data));
        if (body === null) throw new Refusal("notFound");
        return { status: 200, body };
      },
    };
  }
  const { command } = endpoint;
  return {
    method, path, tag, summary, needs: command.needs, query: null, body: command.schema, response: endpoint.response,
    answer: async (actor, { params, body, version, idempotencyKey }) => {
      if (method === "patch" && version === null) throw new Problem(428, "versionNeeded");
      if (method === "post" && !idempotencyKey) throw new Problem(400, "keyNeeded");
      const sent = { ...(body as object), ...params, ...(version === null ? {} : { version }) };
      return { status: method === "post" ? 201 : 200, body: await runCommand(actor, command, sent, { idempotencyKey }) };
    },
  };
}

/** A no that only the API has. */
const problems = {
  noToken: ["需要有效的接口令牌。", "A valid bearer token is needed."],
  tooManyTries: ["无效令牌的请求过多，请 15 分钟后再试。", "Too many requests without a valid token; try again in 15 minutes."],
  versionNeeded: ["修改须带 If-Match，值为读取时的 ETag。", "A change needs If-Match with the ETag of your last read."],
  keyNeeded: ["新增须带 Idempotency-Key。", "An addition needs an Idempotency-Key."],
  malformed: ["请求体不是 JSON。", "The body is not JSON."],
  tooLarge: ["请求体超过 1 MB。", "The body is larger than 1 MB."],
  noSuchPath: ["没有这个接口。", "There is no such endpoint."],
} as const;

class Problem extends Error {
  constructor(readonly status: number, readonly code: keyof typeof problems) {
    super(code);
  }
}

const statusOf = (code: RefusalCode): number =>
  ({ notFound: 404, notAllowed: 403, passwordMustChange: 403, tokenReadOnly: 403, changedMeanwhile: 412, keyReused: 409 } as Partial<Record<RefusalCode, number>>)[code] ?? 422;

const bodyAtMost = 1024 * 1024;

/** Answers one request to /api/v1 from the endpoints it is given: token → endpoint → query or command → JSON, or a problem (RFC 9457). */
export async function answerApi(endpoints: readonly Endpoint[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const language = request.headers.get("accept-language")?.toLowerCase().startsWith("en") ? "en" : "zh-CN";
  const caller = { via: "api" as const, address: addressOf(request.headers), requestId: requestIdOf(request.headers) };
  const problem = (status: number, code: string, detail: string, more: object = {}) =>
    Response.json({ type: `about:blank#${code}`, title: code, status, detail, instance: url.pathname, ...more }, {
      status, headers: { "content-type": "application/problem+json", ...(status === 401 ? { "www-authenticate": "Bearer" } : {}) },
    });
  const said = ([zh, en]: readonly [string, string]) => (language === "en" ? en : zh);
  try {
    const found = matching(endpoints, request.method, url.pathname.replace(/^\/api\/v1/, ""));
    const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get("authorization") ?? "")?.[1];
    const token = bearer ? await findToken(hashOf(bearer), caller) : null;
    if (!token) {
      // Counted apart from sign-in; past the limit nothing more is written down.
      const taken = await takeTry("address", `api:${caller.address}`);
      if ("locked" in taken) throw new Problem(429, "tooManyTries");
      await noteStranger(caller, url.pathname);
      throw new Problem(401, "noToken");
    }
    if (!found) throw new Problem(404, "noSuchPath");
    const { endpoint, params } = found;
    await touchToken(token.actor, token.tokenId, token.lastUsedAt);
    if (endpoint.method !== "get" && !token.mayWrite) throw await refused(token.actor, endpoint, "tokenReadOnly");
    if (token.actor.mustChangePassword) throw await refused(token.actor, endpoint, "passwordMustChange");
    if (!may(token.actor, endpoint.needs)) throw await refused(token.actor, endpoint, "notAllowed");
    const { status, body } = await endpoint.answer(token.actor, {
      params,
      query: Object.fromEntries(url.searchParams),
      body: endpoint.method === "get" ? null : await readBody(request),
      version: versionFrom(request.headers.get("if-match")),
      idempotencyKey: request.headers.get("idempotency-key")?.slice(0, 200) ?? null,
    });
    const version = (body as { version?: number } | null)?.version;
    return Response.json(endpoint.response.parse(body), { status, headers: { "cache-control": "no-store", ...(version ? { etag: `"${version}"` } : {}) } });
  } catch (error) {
    if (error instanceof Problem) return problem(error.status, error.code, said(problems[error.code]));
    if (error instanceof InvalidInput) {
      return problem(400, "invalid", said(["请求内容不符合要求。", "The request does not fit its schema."]), {
        errors: error.issues.map((issue) => ({ pointer: `/${issue.path.join("/")}`, code: issue.code, detail: issue.message })),
      });
    }
    if (error instanceof Refusal) {
      const sentence = Object.entries(error.values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), catalogue[language].refusals[error.code]);
      return problem(statusOf(error.code), error.code, sentence, error.conflict ? { conflict: error.conflict } : {});
    }
    if (isDatabaseAway(error)) return problem(503, "unavailable", catalogue[language].refusals.unavailable);
    const reference = newId().slice(-12);
    log.error({ err: error, reference, requestId: caller.requestId, path: url.pathname }, "an endpoint failed");
    return problem(500, "defect", catalogue[language].refusals.defect.replace("{reference}", reference), { reference });
  }
}

async function refused(actor: Actor, endpoint: Endpoint, code: RefusalCode): Promise<Refusal> {
  await recordApart(actor, [{ districtId: actor.districtId, action: `api ${endpoint.method} ${endpoint.path}`, outcome: "refused", kind: endpoint.needs.split(".")[0]!, note: code }]);
  return new Refusal(code);
}

async function noteStranger(caller: { via: "api"; address: string | null; requestId: string | null }, path: string): Promise<void> {
  const home = (await listTenants())[0]?.id;
  if (home) await recordApart(stranger(home, "?", caller.address, caller.requestId, caller.via), [{ districtId: home, action: "api.open", outcome: "refused", kind: "token", note: path.slice(0, 200) }]);
}

function matching(endpoints: readonly Endpoint[], method: string, path: string): { endpoint: Endpoint; params: Record<string, string> } | null {
  const asked = path.split("/");
  for (const endpoint of endpoints) {
    const parts = endpoint.path.split("/");
    if (endpoint.method !== method.toLowerCase() || parts.length !== asked.length) continue;
    const params: Record<string, string> = {};
    const fits = parts.every((part, at) => {
      if (!part.startsWith("{")) return part === asked[at];
      params[part.slice(1, -1)] = asked[at]!;
      return /^[\w-]+$/.test(asked[at]!);
    });
    if (fits) return { endpoint, params };
  }
  return null;
}

/** Counted while reading: a length that was announced is not trusted. */
async function readBody(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bodyAtMost) throw new Problem(413, "tooLarge");
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
    if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Error("not an object");
    return body;
  } catch {
    throw new Problem(400, "malformed");
  }
}

const versionFrom = (header: string | null): number | null => {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? "")?.[1];
  return version ? Number(version) : null;
};

/** The cursor-paged answer of a list: `nextCursor` is null on the last page. */
export const pageOf = <T extends ZodType>(item: T) => z.strictObject({ items: z.array(item).max(200), nextCursor: z.string().nullable() });
export const pageQuery = { cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };

/** Cuts one row too many off a list read with `take: limit + 1`, ordered by id. */
export function cutPage<T extends { id: string }>(rows: T[], limit: number): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
