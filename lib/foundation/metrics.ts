import { Histogram, Registry, collectDefaultMetrics } from "prom-client";

type Kept = { registry: Registry; requests: Histogram };
const kept = globalThis as unknown as { diaoduMetrics?: Kept };

/** Next bundles this module more than once; the measures are one. */
function measures(): Kept {
  return (kept.diaoduMetrics ??= (() => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: "http_request_seconds", help: "Requests by method, first part of the path and status", labelNames: ["method", "room", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry],
    });
    return { registry, requests };
  })());
}

/** Whoever asks for paths that do not exist makes no series of each. */
const rooms = new Set([
  "", "_next", "login", "me", "projects", "reports", "dashboard", "funds", "figures", "views", "districts", "units", "cadres", "enterprises", "accounts", "calendar", "settings", "audit", "api-docs", "api/auth", "api/v1", "api/search",
  "api/health", "api/metrics",
]);

/** Ids would make a series of each record, so only the first part of a path is a label. */
export function countRequest(method: string, path: string, status: number, ms: number): void {
  const first = /^\/(api\/[a-z0-9]+|[a-z_-]*)/.exec(path)?.[1] ?? "other";
  const room = rooms.has(first) ? first : "other";
  measures().requests.observe({ method, room, status: String(status) }, ms / 1000);
}

export const renderMetrics = async (): Promise<{ text: string; contentType: string }> => ({
  text: await measures().registry.metrics(),
  contentType: measures().registry.contentType,
});
