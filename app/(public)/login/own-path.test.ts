import { expect, it } from "vitest";
import { ownPath } from "./own-path";

it.each([
  ["/units?q=%E5%8F%91&page=2", "/units?q=%E5%8F%91&page=2"],
  ["/", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["https://elsewhere.example/", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["/\t/elsewhere.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/login?callbackUrl=/login", "/"],
])("%j leads to %s", (wanted, path) => expect(ownPath(wanted)).toBe(path));
