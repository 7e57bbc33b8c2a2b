import { describe, expect, it } from "vitest";
import { formatDay, formatFigure, formatLongDay, formatMoment, formatShare, formatYi } from "./format";

describe("figures", () => {
  it.each([
    ["12345.6000", "12,345.6"],
    ["1234567", "1,234,567"],
    ["-0.50", "-0.5"],
    ["99999999999999.9999", "99,999,999,999,999.9999"],
    [0, "0"],
    ["007", "7"],
    [null, "—"],
    ["NaN", "—"],
  ])("%s → %s", (value, text) => expect(formatFigure(value)).toBe(text));

  it.each([
    ["12345.6", "1.23"],
    ["12350", "1.24"],
    ["-12350", "-1.24"],
    ["49", "0.00"],
    ["1988000", "198.80"],
  ])("%s 万元 → %s 亿元", (value, text) => expect(formatYi(value)).toBe(text));

  it("writes shares", () => {
    expect(formatShare("0.9597", 2)).toBe("95.97%");
    expect(formatShare("1")).toBe("100.0%");
    expect(formatShare("0.12345", 0)).toBe("12%");
    expect(formatShare(undefined)).toBe("—");
  });
});

describe("days and moments", () => {
  it("reads a moment in Shanghai", () => expect(formatMoment("2023-04-10T16:05:00Z")).toBe("2023-04-11 00:05"));
  it("writes a day", () => expect(formatDay("2023-04-11")).toBe("2023-04-11"));
  it("writes a long day", () => {
    expect(formatLongDay("2023-04-11", "zh-CN")).toBe("2023年4月11日 星期二");
    expect(formatLongDay("2023-04-11", "en")).toBe("Tuesday, 11 April 2023");
  });
});
