import { describe, expect, it } from "vitest";
import { fundLines, whyNotOn } from "./rules";
import { addFundsSchema, fundKinds, fundSources } from "./schema";

it.each([
  ["planned", "2023-12-01", null],
  ["received", "2023-04-11", null],
  ["received", "2023-04-12", "dayAhead"],
  ["spent", "2023-04-12", "dayAhead"],
] as const)("%s on %s, when it is 2023-04-11: %s", (kind, day, reason) => expect(whyNotOn(kind, day, "2023-04-11")).toBe(reason));

it("amounts stand by source, kind and month, with their sum", () => {
  const amounts = [
    { source: "special_bond", kind: "received", month: 1, amountWan: "100.5" },
    { source: "special_bond", kind: "received", month: 3, amountWan: "0.0001" },
    { source: "special_bond", kind: "received", month: 1, amountWan: "1" },
    { source: "own", kind: "planned", month: 12, amountWan: "7" },
  ] as const;
  const none = Array.from({ length: 12 }, () => "0");
  expect(fundLines(amounts, fundSources, fundKinds)).toEqual([
    { source: "special_bond", kind: "received", monthsWan: ["101.5", "0", "0.0001", ...none.slice(3)], sumWan: "101.5001" },
    { source: "own", kind: "planned", monthsWan: [...none.slice(1), "7"], sumWan: "7" },
  ]);
});

describe("an amount as it is typed", () => {
  const read = (amountWan: string | number) => {
    const entry = { source: "own", kind: "spent", day: "2023-03-01", amountWan };
    const parsed = addFundsSchema.safeParse({ districtId: "0198f0d0-0000-7000-8000-000000000000", entries: [entry] });
    return parsed.success ? parsed.data.entries[0]!.amountWan : parsed.error.issues[0]!.message;
  };
  it.each([
    ["1,234.5", "1234.5"],
    ["１，２３４．５", "1234.5"],
    ["1.29亿元", "12900"],
    ["2505 万元", "2505"],
    [3000, "3000"],
    ["12,34", "amountCommas"],
    ["3000元", "amountInYuan"],
    ["-5", "amountNegative"],
    ["0", "amountZero"],
    ["", "required"],
    ["约三千", "amountNotRead"],
    ["1.00005", "amountTooFine"],
    ["99999999999999", "amountTooLarge"],
  ])("%s is %s", (typed, is) => expect(read(typed)).toBe(is));
});

it("a year beside the day must be the day's", () => {
  const of = (year: number) => addFundsSchema.safeParse({ districtId: "0198f0d0-0000-7000-8000-000000000000", entries: [{ source: "own", kind: "spent", day: "2023-03-01", amountWan: "1", year }] });
  expect(of(2023).success).toBe(true);
  expect(of(2022).error?.issues[0]?.message).toBe("otherYear");
});
