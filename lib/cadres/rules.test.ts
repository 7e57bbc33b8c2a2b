import { describe, expect, it } from "vitest";
import { isAnotherPost, whyNotFrom } from "./rules";

const post = { unitId: "a", post: "局长", rank: "section_head" as const };

describe("a cadre's post", () => {
  it.each([
    [{}, false],
    [{ unitId: "b" }, true],
    [{ post: "副局长" }, true],
    [{ rank: "section_deputy" as const }, true],
  ])("with %o is another one: %s", (change, isAnother) => expect(isAnotherPost(post, { ...post, ...change })).toBe(isAnother));

  it.each([
    ["2023-04-10", null],
    ["2023-04-11", null],
    ["2023-04-12", "dayAhead"],
  ])("from %s on 2023-04-11: %s", (fromOn, reason) => expect(whyNotFrom(fromOn, "2023-04-11")).toBe(reason));
});
