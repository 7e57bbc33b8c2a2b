import { describe, expect, it } from "vitest";
import { dateOf } from "./calendar";
import { nextSpan } from "./spans";

const running = { districtId: "d", id: "s", version: 1, fromOn: dateOf("2023-04-03"), toOn: null };

describe("nextSpan", () => {
  it("opens the first", () => expect(nextSpan(null, "2023-04-11")).toEqual({ close: null, inPlace: null }));
  it("ends the one that holds on the day the next begins", () => expect(nextSpan(running, "2023-04-11")).toEqual({ close: running, inPlace: null }));
  it("changes one that began on that very day in place: the state at the end of the day counts", () =>
    expect(nextSpan(running, "2023-04-03")).toEqual({ close: null, inPlace: running }));
  it("does not rewrite the past", () => expect(nextSpan(running, "2023-04-02")).toBeNull());
});
