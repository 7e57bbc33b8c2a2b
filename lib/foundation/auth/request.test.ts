import { describe, expect, it, vi } from "vitest";

const load = async (proxies: string) => {
  vi.resetModules();
  vi.stubEnv("TRUSTED_PROXIES", proxies);
  return import("./request");
};

describe("isFromOwnPage", async () => {
  const { isFromOwnPage } = await load("0");
  it.each<[Record<string, string>, boolean]>([
    [{ origin: "http://127.0.0.1:3000" }, true],
    [{ origin: "https://diaodu.example.cn", "sec-fetch-site": "same-origin" }, true],
    [{}, false],
    [{ origin: "null" }, false],
    [{ origin: "https://evil.example.com" }, false],
    [{ origin: "https://diaodu.example.cn.evil.example.com" }, false],
    [{ origin: "https://evil.example.com", "x-forwarded-host": "evil.example.com", host: "evil.example.com" }, false],
    [{ origin: "http://127.0.0.1:3000", "sec-fetch-site": "cross-site" }, false],
  ])("%j → %s", (headers, own) => expect(isFromOwnPage(new Headers(headers))).toBe(own));
});

describe("addressOf", () => {
  const headers = new Headers({ "x-diaodu-peer": "10.0.0.1", "x-forwarded-for": "6.6.6.6, 203.0.113.7, 10.0.0.9" });
  it.each([
    ["0", "10.0.0.1"],
    ["1", "10.0.0.9"],
    ["2", "203.0.113.7"],
    ["9", "10.0.0.1"],
  ])("past %s proxies: %s", async (proxies, address) => expect((await load(proxies)).addressOf(headers)).toBe(address));
});
