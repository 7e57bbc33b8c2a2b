import { describe, expect, it } from "vitest";
import { decoyHash, hashPassword, inventPassword, verifyPassword, whyNotPassword } from "./passwords";

const about = { login: "nanle-staff", profile: "plain" as const, formerHashes: [] };

describe("whyNotPassword", () => {
  it.each([
    ["short-one", "passwordTooShort"],
    ["1234567890", "passwordTooCommon"],
    ["Password123", "passwordTooCommon"],
    ["aaaaaaaaaaaa", "passwordTooCommon"],
    ["xx-nanle-staff-xx", "passwordHoldsLogin"],
    ["correct horse battery", null],
    ["南乐县重点项目办公室二〇二三", null],
  ])("%s → %s", async (password, reason) => expect(await whyNotPassword(password, about)).toBe(reason));

  it("of the dengbao profile asks for three classes of four", async () => {
    expect(await whyNotPassword("correct horse battery", { ...about, profile: "dengbao" })).toBe("passwordNeedsClasses");
    expect(await whyNotPassword("Correct horse 7", { ...about, profile: "dengbao" })).toBeNull();
  });

  it("refuses a former one, however its characters were typed", async () => {
    const former = await hashPassword("Correct horse 7");
    expect(await whyNotPassword("Ｃorrect horse 7", { ...about, formerHashes: [former] })).toBe("passwordUsedBefore");
  });
});

describe("hashes", () => {
  it("are argon2id with the cost that OWASP gives", async () => expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/));
  it("verify, and a decoy never does", async () => {
    expect(await verifyPassword(await hashPassword("correct horse battery"), "correct horse battery")).toBe(true);
    expect(await verifyPassword(decoyHash, "correct horse battery")).toBe(false);
    expect(await verifyPassword("-", "correct horse battery")).toBe(false);
  });
});

it("an invented password keeps its own rules and is never the same", async () => {
  const made = new Set(Array.from({ length: 200 }, inventPassword));
  expect(made.size).toBe(200);
  for (const password of [...made].slice(0, 20)) expect(await whyNotPassword(password, about)).toBeNull();
});
