import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z, type ZodObject, type ZodType } from "zod";
import type { Endpoint } from "./endpoint";

/** A shape without what stands in the path or the headers. */
function without(shape: ZodType, names: string[]): ZodType {
  if (!(shape instanceof z.ZodObject)) return shape;
  const kept = Object.entries(shape.shape as Record<string, ZodType>).filter(([name]) => name !== "version" && !names.includes(name));
  return z.strictObject(Object.fromEntries(kept));
}

/** The API as OpenAPI 3.1, from the very schemas that check each request and answer. */
export function describeApi(endpoints: readonly Endpoint[]) {
  const registry = new OpenAPIRegistry();
  const bearer = registry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), instance: z.string() });
  for (const { method, path, tag, summary, query, body, response, needs } of endpoints) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const headers = [
      ...(method === "patch" ? [z.strictObject({ "If-Match": z.string().meta({ description: 'ETag of the last read, such as "3"' }) })] : []),
      ...(method === "post" ? [z.strictObject({ "Idempotency-Key": z.string().max(200) })] : []),
    ];
    registry.registerPath({
      method, path: `/api/v1${path}`, tags: [tag], summary, description: `Capability: ${needs}`, security: [{ [bearer.name]: [] }],
      request: {
        ...(names.length > 0 ? { params: z.strictObject(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
        ...(query ? { query: without(query, names) as ZodObject } : {}),
        ...(headers.length > 0 ? { headers } : {}),
        ...(body ? { body: { required: true, content: { "application/json": { schema: without(body, names) } } } } : {}),
      },
      responses: {
        [method === "post" ? 201 : 200]: { description: "OK", content: { "application/json": { schema: response } } },
        default: { description: "Problem (RFC 9457)", content: { "application/problem+json": { schema: problem } } },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "调度 Diaodu", version: "1", description: "Bearer tokens are made in the user menu. Lists are paged by cursor; errors are problems after RFC 9457." },
    servers: [{ url: "/" }],
  });
}
