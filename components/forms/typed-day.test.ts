import { describe, expect, it } from "vitest";
import { readTypedDay } from "./typed-day";

describe("readTypedDay", () => {
  it.each(["2023-04-11", "2023.4.11", "2023/4/11", "20230411", "2023年4月11日", " 2023 - 4 - 11 ", "２０２３．４．１１"])(
    "reads %s",
    (typed) => {
      expect(readTypedDay(typed)).toBe("2023-04-11");
    },
  );

  it.each(["", "2023-02-30", "2023-4", "20231301", "4月11日", "soon"])("finds no day in %j", (typed) => {
    expect(readTypedDay(typed)).toBeNull();
  });
});
