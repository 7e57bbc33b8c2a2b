import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWan, minusWan, percentOf, readAmount, sumWan, wanFrom, wanOf, yuanOf } from "./money";

describe("what people type for an amount in 万元", () => {
  it.each([
    ["1234.5", "1234.5"], ["1,234.5", "1234.5"], ["１，２３４．５", "1234.5"], [" 3 000 ", "3000"], ["3000万", "3000"], ["3000万元", "3000"],
    ["1.2亿", "12000"], ["1.2亿元", "12000"], ["0.00000001亿", "0.0001"], ["796.50", "796.5"], ["¥12", "12"], ["0", "0"], ["12.3400", "12.34"], ["0012", "12"],
  ])("%s is %s", (typed, wan) => expect(readAmount(typed)).toEqual({ wan }));

  it.each([
    ["", "amountNotRead"], ["约3000", "amountNotRead"], ["1.2.3", "amountNotRead"], ["3e5", "amountNotRead"], ["1.2亿3000万", "amountNotRead"], ["1234,5", "amountCommas"], ["12,34", "amountCommas"],
    ["1,2345", "amountCommas"], ["3000元", "amountInYuan"], ["-5", "amountNegative"], ["1.23456", "amountTooFine"], ["99999999999", "amountTooLarge"],
  ])("%s is refused: %s", (typed, trouble) => expect(readAmount(typed)).toEqual({ trouble }));
});

describe("reckoning", () => {
  it("keeps every yuan, whatever the size", () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), (yuan) => yuanOf(wanOf(yuan)) === yuan));
    expect(sumWan(["0.1", "0.2"])).toBe("0.3");
    expect(minusWan("99999999999999.9999", "0.0001")).toBe("99999999999999.9998");
    expect(compareWan("2", "10")).toBe(-1);
  });
  it("writes what the database gives without zeros at the end", () => {
    expect(wanFrom("12.3400")).toBe("12.34");
    expect(wanFrom("100")).toBe("100");
    expect(wanFrom("100.0000")).toBe("100");
    expect(wanFrom(null)).toBeNull();
  });
  it("gives a share at the digits asked for, and none of nothing", () => {
    expect(percentOf("1284000", "3434000")).toBe("37.39");
    expect(percentOf("545600", "1200300", 1)).toBe("45.5");
    expect(percentOf("1", "8", 1)).toBe("12.5");
    expect(percentOf("-1", "8", 0)).toBe("-13");
    expect(percentOf("5", "0")).toBeNull();
  });
});
