import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addEnterpriseSchema } from "./schema";
import { firstDayFor, hasRightCheck, normalizeUscc, usccCheckCharacter, whyNotWhitelist } from "./rules";

const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const validUscc = fc.array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 }).map((first) => first.join("") + usccCheckCharacter(first.join("")));
const swapped = (code: string, a: number, b: number) => [...code].map((character, at) => (at === a ? code[b] : at === b ? code[a] : character)).join("");

describe("a 统一社会信用代码", () => {
  // Codes worked out by hand from the standard's table: the sum of value times weight, and 31 minus its remainder.
  it.each([
    ["00000000000000000", "0"], // sum 0
    ["10000000000000000", "Y"], // sum 1
    ["01000000000000000", "W"], // sum 3
    ["00000000000000001", "3"], // sum 28, the weight of the 17th place
    ["11111111111111111", "5"], // sum of all weights: 305, remainder 26
  ])("%s is completed by %s", (first17, check) => expect(usccCheckCharacter(first17)).toBe(check));

  it.each(["9144030071526726XG", "91110000802100433B", "91330100799655058B", "914403001922038216"])(
    "of a company in the public register passes: %s",
    (code) => expect(hasRightCheck(code)).toBe(true),
  );

  it.each([
    ["91350100m000100y43", "91350100M000100Y43"],
    ["９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"],
    [" 91350100 M000-100Y43 ", "91350100M000100Y43"],
  ])("typed as %j is kept as %s", (typed, kept) => expect(normalizeUscc(typed)).toBe(kept));

  it.each([
    ["", "too_small"],
    ["91350100M000100Y4", "badUscc"],
    ["91350100M000100Y433", "badUscc"],
    ["9135O100M000100Y43", "badUscc"],
    ["91350100M000100Y44", "badUsccCheck"],
  ])("%j is refused: %s", (uscc, reason) => {
    const parsed = addEnterpriseSchema.shape.uscc.safeParse(uscc);
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => (issue.code === "too_small" ? issue.code : issue.message))).toEqual([reason]);
  });
});

/*
 * What the check guarantees. Its weights are the powers of 3 modulo 31, a prime of which 3 is a primitive root, and 1 for the check
 * character itself. So one wrong character always shows, and so do two different characters that changed places, neighbours or not,
 * except the first with the last, which both weigh 1.
 */
describe("the check of a 统一社会信用代码", () => {
  it("holds for every code that it completes", () => fc.assert(fc.property(validUscc, (code) => hasRightCheck(code))));

  it("catches any single wrong character, the check character too", () =>
    fc.assert(
      fc.property(validUscc, fc.nat(17), fc.constantFrom(...characters), (code, at, wrong) => {
        fc.pre(code[at] !== wrong);
        return !hasRightCheck(code.slice(0, at) + wrong + code.slice(at + 1));
      }),
    ));

  it("catches neighbours that changed places, the check character too", () =>
    fc.assert(
      fc.property(validUscc, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        return !hasRightCheck(swapped(code, at, at + 1));
      }),
    ));

  it("catches any two places exchanged but the first and the last, and never these", () =>
    fc.assert(
      fc.property(validUscc, fc.nat(17), fc.nat(17), (code, a, b) => {
        fc.pre(code[a] !== code[b]);
        const isFirstWithLast = Math.min(a, b) === 0 && Math.max(a, b) === 17;
        return hasRightCheck(swapped(code, a, b)) === isFirstWithLast;
      }),
      { numRuns: 1000 },
    ));
});

describe("the whitelist", () => {
  const today = "2023-04-11";
  const listed = { fromOn: "2023-03-01", toOn: null };
  const past = { fromOn: "2023-01-01", toOn: "2023-03-01" };
  it.each([
    ["on for the first time", null, true, "2023-04-11", null],
    ["on from a past day", null, true, "2023-01-01", null],
    ["on from tomorrow", null, true, "2023-04-12", "dayAhead"],
    ["on twice", listed, true, "2023-04-11", "isWhitelisted"],
    ["off", listed, false, "2023-04-11", null],
    ["off the day after it came on", listed, false, "2023-03-02", null],
    ["off the day it came on", listed, false, "2023-03-01", null],
    ["off before it came on", listed, false, "2023-02-28", "whitelistDayTooEarly"],
    ["off, never on", null, false, "2023-04-11", "notWhitelisted"],
    ["off twice", past, false, "2023-04-11", "notWhitelisted"],
    ["on again at once", past, true, "2023-03-01", null],
    ["on again before it went off", past, true, "2023-02-28", "whitelistDayTooEarly"],
  ] as const)("%s", (_, latest, isOn, fromOn, reason) => expect(whyNotWhitelist(latest, isOn, fromOn, today)).toBe(reason));

  it("says from when the next change may hold", () => {
    expect(firstDayFor(listed, false)).toBe("2023-03-01");
    expect(firstDayFor(past, true)).toBe("2023-03-01");
  });
});
