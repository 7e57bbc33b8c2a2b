import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decryptText, encryptText, maskPhone } from "./personal";

describe("phones", () => {
  it.each([
    ["13800138000", "138****8000"],
    ["03938812345", "0393****45"],
  ])("%s is shown as %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it("come back from their cipher, which never is the same twice and cannot be altered", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        const cipher = encryptText(phone);
        expect(cipher).not.toContain(phone);
        expect(encryptText(phone)).not.toBe(cipher);
        expect(decryptText(cipher)).toBe(phone);
        const [key, body] = cipher.split(":") as [string, string];
        const bytes = Buffer.from(body, "base64");
        bytes[14]! ^= 1;
        expect(() => decryptText(`${key}:${bytes.toString("base64")}`)).toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
