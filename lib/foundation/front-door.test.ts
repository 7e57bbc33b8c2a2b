import { describe, expect, it } from "vitest";
import { whyNotIn } from "./front-door";

describe("whyNotIn", () => {
  it.each<[string, string, Record<string, string>, number | null]>([
    ["GET", "/units?q=%E5%8E%BF", {}, null],
    ["GET", "/units/%zz", {}, 400],
    ["GET", "/units/%00", {}, 400],
    ["GET", "/units?q=%00", {}, 400],
    ["GET", "/units?q=100%", {}, null],
    ["POST", "/units/new", { "next-action": "x", "content-type": "text/plain;charset=UTF-8" }, null],
    ["POST", "/units/new", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["POST", "/units/new", { "next-action": "x", "content-type": "multipart/form-data; boundary=x" }, 415],
    ["POST", "/api/v1/units", { "content-type": "application/json" }, null],
    ["POST", "/audit/export", { "content-type": "application/x-www-form-urlencoded" }, null],
  ])("%s %s %j → %s", (method, url, headers, status) => expect(whyNotIn({ method, url, headers })).toBe(status));
});
