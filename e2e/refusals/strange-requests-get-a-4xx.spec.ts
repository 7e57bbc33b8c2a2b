import { request as http } from "node:http";
import { expect, test } from "../fixtures/house";

type Raw = { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer };

/** Past the browser, which would not send these. */
const send = (baseURL: string, { method = "POST", path, headers = {}, body = "" }: Raw): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const url = new URL(baseURL);
    const call = http({ host: url.hostname, port: url.port, method, path, headers: { ...headers, "content-length": String(Buffer.byteLength(body)) } }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode!, text }));
    });
    call.on("error", reject);
    call.end(body);
  });

const action = { "next-action": "00".repeat(21), accept: "text/x-component" };
const strange: [string, Raw][] = [
  ["an action that does not exist", { path: "/units/new", headers: { ...action, "content-type": "text/plain;charset=UTF-8" }, body: "[]" }],
  ["an action with a body that is no JSON", { path: "/units/new", headers: { ...action, "content-type": "text/plain;charset=UTF-8" }, body: "{{{" }],
  ["a form without a boundary", { path: "/units/new", headers: { ...action, "content-type": "multipart/form-data" }, body: "x" }],
  ["a form cut short", { path: "/units/new", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb" }],
  ["an action sent as a form cut short", { path: "/units/new", headers: { ...action, "content-type": "multipart/form-data; boundary=x" }, body: "--x\r\nContent-Disposition: form-data; name=\"0\"\r\n\r\nb" }],
  ["an action that is too large", { path: "/units/new", headers: { ...action, "content-type": "text/plain;charset=UTF-8" }, body: JSON.stringify(["x".repeat(1_200_000)]) }],
  ["an API body that is no JSON", { path: "/api/v1/units", headers: { authorization: "Bearer x" }, body: "{" }],
  ["a sign-in from nowhere", { path: "/api/auth/callback/credentials", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "login=a&password=b" }],
  ["a sign-in from another site", { path: "/api/auth/callback/credentials", headers: { origin: "https://evil.example.com", "content-type": "application/x-www-form-urlencoded" }, body: "login=a&password=b" }],
  ["a path with a broken escape", { method: "GET", path: "/units/%zz" }],
  ["a null byte in a path", { method: "GET", path: "/units/%00" }],
];

for (const [name, raw] of strange) {
  test(`${name} gets a 4xx`, async ({ baseURL, house }) => {
    const page = await house.pageOf(await house.person("admin"));
    const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
    for (const headers of [raw.headers ?? {}, { ...raw.headers, cookie, origin: raw.headers?.origin ?? new URL(baseURL!).origin }]) {
      if (name.startsWith("a sign-in from nowhere") && "origin" in headers) continue;
      const { status } = await send(baseURL!, { ...raw, headers });
      expect(status, JSON.stringify(Object.keys(headers))).toBeGreaterThanOrEqual(400);
      expect(status, JSON.stringify(Object.keys(headers))).toBeLessThan(500);
    }
  });
}

test("every page carries its policy with a nonce of its own, and is kept by nobody", async ({ baseURL }) => {
  const nonces = new Set<string>();
  for (let i = 0; i < 2; i++) {
    const response = await fetch(`${baseURL}/login`);
    const policy = response.headers.get("content-security-policy")!;
    nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!);
    for (const part of ["'strict-dynamic'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(part);
    expect(policy.split(";").find((part) => part.trim().startsWith("script-src"))).not.toContain("unsafe");
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-powered-by")).toBeNull();
  }
  expect(nonces.size).toBe(2);
});

test("metrics want their token, health wants none", async ({ baseURL }) => {
  expect((await fetch(`${baseURL}/api/metrics`)).status).toBe(401);
  expect((await fetch(`${baseURL}/api/metrics`, { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
  const right = await fetch(`${baseURL}/api/metrics`, { headers: { authorization: `Bearer ${process.env.METRICS_TOKEN}` } });
  expect(right.status).toBe(200);
  expect(await right.text()).toContain("http_request_seconds_bucket");
  expect((await fetch(`${baseURL}/api/health/live`)).status).toBe(200);
  expect(await (await fetch(`${baseURL}/api/health/ready`)).json()).toEqual({ database: true, migrations: true, disk: true });
});
