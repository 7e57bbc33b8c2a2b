import { describe, expect, it } from "vitest";
import { whyNotMerge } from "./rules";

const unit = { id: "a", districtId: "x", retiredOn: null };

describe("merging a unit", () => {
  it.each([
    ["into another of its district", { id: "b" }, null],
    ["into itself", {}, "mergeIntoItself"],
    ["into one of another district", { id: "b", districtId: "y" }, "notFound"],
    ["into a retired one", { id: "b", retiredOn: "2023-04-11" }, "isRetired"],
  ])("%s: %s", (_, into, reason) => expect(whyNotMerge(unit, { ...unit, ...into })).toBe(reason));

  it("that is retired is refused", () => expect(whyNotMerge({ ...unit, retiredOn: "2023-04-11" }, { ...unit, id: "b" })).toBe("isRetired"));
});
