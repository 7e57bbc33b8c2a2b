import { describe, expect, it } from "vitest";
import { addressWith, readSorting } from "./page-address";

const units = { pathname: "/units", params: { q: "发改", kind: ["township", "park"], page: "3", empty: undefined } };

describe("addressWith", () => {
  it("keeps the rest", () => {
    expect(decodeURIComponent(addressWith(units, { sort: "-name" }))).toBe(
      "/units?q=发改&kind=township&kind=park&page=3&sort=-name",
    );
  });
  it("takes out", () => expect(decodeURIComponent(addressWith(units, { page: null, kind: null }))).toBe("/units?q=发改"));
  it("needs no question mark for nothing", () =>
    expect(addressWith({ pathname: "/units", params: {} }, { page: null })).toBe("/units"));
});

describe("readSorting", () => {
  it("reads both directions", () => {
    expect(readSorting("name", ["name"], "code")).toEqual({ by: "name", isDescending: false });
    expect(readSorting("-name", ["name"], "code")).toEqual({ by: "name", isDescending: true });
  });
  it("knows only what is allowed", () => {
    expect(readSorting("password", ["name"], "-code")).toEqual({ by: "code", isDescending: true });
    expect(readSorting(["name", "code"], ["name"], "name")).toEqual({ by: "name", isDescending: false });
  });
});
